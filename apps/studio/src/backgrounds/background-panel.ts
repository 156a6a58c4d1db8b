import type { Background } from 'cyclorama';
import { ButtonGroup } from '../page/button-group';
import { element } from '../page/element';
import { isBackgroundName, isPicture, pictureUrl, type BackgroundName } from './background-name';
import { BackgroundSettings } from './background-settings';
import { OwnPicture } from './own-picture';

/** What was chosen: its name in the panel, the engine's option, and the file where it is one. */
export interface BackgroundChoice {
  readonly name: BackgroundName;
  readonly background: Background;
  readonly file?: File;
}

/** The panel in which a background is chosen. */
export class BackgroundPanel {
  readonly #onChoice: (choice: BackgroundChoice) => void;
  readonly #buttons: ButtonGroup<BackgroundName>;
  readonly #settings = new BackgroundSettings(() => this.#offer(this.#shown));
  readonly #own = new OwnPicture((file) => this.#offer('own', file));
  #shown: BackgroundName;

  constructor(first: BackgroundName, onChoice: (choice: BackgroundChoice) => void) {
    this.#shown = first;
    this.#onChoice = onChoice;
    const group = element('backgrounds', HTMLElement);
    this.#buttons = new ButtonGroup(group, 'background', isBackgroundName, (name) =>
      this.#choose(name),
    );
  }

  /** What the panel says now. */
  choice(name: BackgroundName = this.#shown, file = this.#own.file): BackgroundChoice | undefined {
    const { fit, strength, color } = this.#settings;
    if (name === 'blur') return { name, background: { type: 'blur', strength } };
    if (name === 'color') return { name, background: { type: 'color', color } };
    if (name === 'none') return { name, background: { type: 'none' } };
    if (isPicture(name))
      return { name, background: { type: 'image', image: pictureUrl(name), fit } };
    return file && { name, file, background: { type: 'image', image: file, fit } };
  }

  /** Shows which background is on. */
  show({ name, background, file }: BackgroundChoice): void {
    this.#shown = name;
    this.#buttons.press(name);
    this.#settings.show(background.type);
    if (file) this.#own.show(file);
  }

  /** Shows that a background is being loaded; none without a name. */
  wait(name?: BackgroundName): void {
    this.#buttons.wait(name);
  }

  #choose(name: BackgroundName): void {
    // The second press on the own picture is the wish for another one.
    if (name === 'own' && (!this.#own.file || this.#shown === 'own')) {
      this.#own.ask();
      return;
    }
    this.#offer(name);
  }

  #offer(name: BackgroundName, file?: File): void {
    const choice = this.choice(name, file);
    if (choice) this.#onChoice(choice);
  }
}
