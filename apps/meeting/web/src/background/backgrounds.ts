import {
  BackgroundPicker,
  DEFAULT_BACKGROUND,
  type BackgroundPickerOptions,
  type PickerNotice,
} from '@cyclorama/background-picker';
import '@cyclorama/background-picker/picker.css';
import { recallBackground, rememberBackground } from '../memory/background';
import { Store } from '../state/store';

/**
 * What can stand behind one. The controls are made once and move between lobby and room, so that
 * nothing is loaded or chosen anew when they do.
 */
export class Backgrounds {
  /** The controls, for whichever place shows them. */
  readonly element = document.createElement('div');
  /** What could not be done with a background. */
  readonly notice = new Store<PickerNotice | undefined>(undefined);
  readonly #set: BackgroundPickerOptions['set'];
  #picker: BackgroundPicker | undefined;

  constructor(set: BackgroundPickerOptions['set']) {
    this.#set = set;
  }

  /** Puts what was remembered behind one, the first time that it is called. */
  start(): void {
    if (this.#picker) return;
    this.#picker = new BackgroundPicker(this.element, {
      picturesUrl: 'backgrounds/',
      set: this.#set,
      onNotice: (notice) => this.notice.set(notice),
      onChange: rememberBackground,
    });
    void this.#picker.choose(recallBackground() ?? DEFAULT_BACKGROUND);
  }

  /** Fetches all pictures, for when one chooses. */
  prepare(): void {
    void this.#picker?.prepare();
  }

  /** The engine could not show it: a plain colour takes its place, and that is told. */
  lose(error: unknown): void {
    void this.#picker?.lose(error);
  }
}
