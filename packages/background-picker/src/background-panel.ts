import { pictureChoice, readyChoice, type BackgroundChoice } from './background-choice';
import {
  DEFAULT_PICTURE,
  isBackgroundName,
  isPicture,
  type BackgroundName,
} from './background-name';
import { BackgroundSettings } from './background-settings';
import { ButtonGroup } from './button-group';
import { OwnPicture } from './own-picture';
import { part } from './part';
import type { PickedBackground } from './picked-background';
import type { PictureStore } from './picture-store';

/** The panel in which a background is chosen. */
export class BackgroundPanel {
  readonly #pictures: PictureStore;
  readonly #onChoice: (choice: BackgroundChoice) => void;
  readonly #buttons: ButtonGroup<BackgroundName>;
  readonly #settings: BackgroundSettings;
  readonly #own: OwnPicture;
  #on: BackgroundChoice | undefined;
  #turn = 0;

  constructor(
    root: HTMLElement,
    pictures: PictureStore,
    onChoice: (choice: BackgroundChoice) => void,
  ) {
    this.#pictures = pictures;
    this.#onChoice = onChoice;
    this.#settings = new BackgroundSettings(root, () => this.#offer(this.on.name));
    this.#own = new OwnPicture(root, {
      onFile: (file) => this.take(file),
      onRemove: () => this.#offer(DEFAULT_PICTURE),
    });
    const group = part(root, 'choices', HTMLElement);
    this.#buttons = new ButtonGroup(group, 'background', isBackgroundName, (name) =>
      this.#choose(name),
    );
  }

  /** What is on: until the first choice is, a plain colour. */
  get on(): BackgroundChoice {
    return this.#on ?? this.plainColor();
  }

  /** What stands in where nothing else can be shown. */
  plainColor(): BackgroundChoice {
    const settings = this.#settings.values;
    return readyChoice('color', settings, { type: 'color', color: settings.color });
  }

  /**
   * Chooses by name, with these values in the controls. Where the visitor's own picture is not to
   * be had, the default one stands in for it.
   */
  async select({ name, file, ...values }: PickedBackground): Promise<void> {
    this.#settings.restore(values);
    const turn = ++this.#turn;
    if (name === 'own' && !file) await this.#recallShowing();
    // Meanwhile the visitor may have chosen.
    if (turn === this.#turn && !this.#offer(name, file)) this.#offerStandIn();
  }

  /** Chooses a file of the visitor's, wherever it came from. */
  take(file: File): void {
    this.#offer('own', file);
  }

  /** Shows the picture that was kept on its button, for when it is not chosen by itself. */
  async recall(): Promise<void> {
    await this.#own.recall();
  }

  /** What the panel says now; none where the visitor's own picture is not there yet. */
  choice(name: BackgroundName, file = this.#own.file): BackgroundChoice | undefined {
    const settings = this.#settings.values;
    if (name === 'color') return this.plainColor();
    if (name === 'none') return readyChoice(name, settings, { type: 'none' });
    if (name === 'blur')
      return readyChoice(name, settings, { type: 'blur', strength: settings.strength });
    if (isPicture(name)) return pictureChoice({ name, settings }, () => this.#pictures.get(name));
    return file && pictureChoice({ name, settings, file }, () => this.#own.load(file));
  }

  /** Shows which background is on. */
  show(choice: BackgroundChoice): void {
    this.#on = choice;
    this.#buttons.press(choice.name);
    this.#settings.show(choice.type);
    this.#own.show(choice.file);
  }

  /** Sets all controls back to what is on. */
  restore(): void {
    this.#settings.restore(this.on.settings);
    this.show(this.on);
  }

  /** Shows that a background is being loaded; none without a name. */
  wait(name?: BackgroundName): void {
    this.#buttons.wait(name);
  }

  #choose(name: BackgroundName): void {
    // The second press on the own picture is the wish for another one.
    const wantsAnother = name === 'own' && (!this.#own.file || this.on.name === 'own');
    if (wantsAnother) this.#own.ask();
    else this.#offer(name);
  }

  async #recallShowing(): Promise<void> {
    this.wait('own');
    await this.#own.recall();
  }

  #offerStandIn(): void {
    const choice = this.choice(DEFAULT_PICTURE);
    if (choice) this.#onChoice({ ...choice, isStandIn: true });
  }

  #offer(name: BackgroundName, file?: File): boolean {
    this.#turn++;
    const choice = this.choice(name, file);
    if (choice) this.#onChoice(choice);
    return choice !== undefined;
  }
}
