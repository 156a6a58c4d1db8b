import type { Background, ImageBackground } from 'cyclorama';
import { ButtonGroup } from '../page/button-group';
import { element } from '../page/element';
import type { BackgroundChoice } from './background-choice';
import { isBackgroundName, isPicture, type BackgroundName } from './background-name';
import { BackgroundSettings, type SettingValues } from './background-settings';
import { OwnPicture } from './own-picture';
import type { PictureStore } from './picture-store';

/** The panel in which a background is chosen. */
export class BackgroundPanel {
  readonly #pictures: PictureStore;
  readonly #onChoice: (choice: BackgroundChoice) => void;
  readonly #buttons: ButtonGroup<BackgroundName>;
  readonly #settings = new BackgroundSettings(() => this.#offer(this.#on.name));
  readonly #own = new OwnPicture((file) => this.#offer('own', file));
  readonly #another = element('another-picture', HTMLButtonElement);
  #on = this.plainColor();

  constructor(pictures: PictureStore, onChoice: (choice: BackgroundChoice) => void) {
    this.#pictures = pictures;
    this.#onChoice = onChoice;
    const group = element('backgrounds', HTMLElement);
    this.#buttons = new ButtonGroup(group, 'background', isBackgroundName, (name) =>
      this.#choose(name),
    );
    this.#another.addEventListener('click', () => this.#own.ask());
  }

  /** What is on: until the first choice is, a plain colour. */
  get on(): BackgroundChoice {
    return this.#on;
  }

  /** What stands in where nothing else can be shown. */
  plainColor(): BackgroundChoice {
    const settings = this.#settings.values;
    return ready('color', settings, { type: 'color', color: settings.color });
  }

  /** What the panel says now; none where the visitor's own picture is not there yet. */
  choice(name: BackgroundName, file = this.#own.file): BackgroundChoice | undefined {
    const settings = this.#settings.values;
    if (name === 'color') return this.plainColor();
    if (name === 'none') return ready(name, settings, { type: 'none' });
    if (name === 'blur')
      return ready(name, settings, { type: 'blur', strength: settings.strength });
    if (isPicture(name)) return picture({ name, settings }, () => this.#pictures.get(name));
    return file && picture({ name, settings, file }, () => this.#own.load(file));
  }

  /** Shows which background is on. */
  show(choice: BackgroundChoice): void {
    this.#on = choice;
    this.#buttons.press(choice.name);
    this.#settings.show(choice.type);
    this.#another.hidden = choice.name !== 'own';
    if (choice.file) this.#own.show(choice.file);
  }

  /** Sets all controls back to what is on. */
  restore(): void {
    this.#settings.restore(this.#on.settings);
    this.show(this.#on);
  }

  /** Shows that a background is being loaded; none without a name. */
  wait(name?: BackgroundName): void {
    this.#buttons.wait(name);
  }

  #choose(name: BackgroundName): void {
    // The second press on the own picture is the wish for another one.
    const wantsAnother = name === 'own' && (!this.#own.file || this.#on.name === 'own');
    if (wantsAnother) this.#own.ask();
    else this.#offer(name);
  }

  #offer(name: BackgroundName, file?: File): void {
    const choice = this.choice(name, file);
    if (choice) this.#onChoice(choice);
  }
}

const ready = (
  name: BackgroundName,
  settings: SettingValues,
  background: Background,
): BackgroundChoice => ({
  name,
  type: background.type,
  settings,
  load: () => Promise.resolve(background),
});

const picture = (
  about: Pick<BackgroundChoice, 'name' | 'settings' | 'file'>,
  load: () => Promise<ImageBackground['image']>,
): BackgroundChoice => ({
  ...about,
  type: 'image',
  load: async () => ({ type: 'image', image: await load(), fit: about.settings.fit }),
});
