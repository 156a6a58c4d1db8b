import { element } from '../page/element';
import { clock } from '../page/clock';

/** The button that begins and ends a recording, and tells how long it is. */
export class RecordButton {
  readonly #button = element('record', HTMLButtonElement);
  readonly #label = element('record-label', HTMLElement);
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(onPress: () => void) {
    this.#button.addEventListener('click', onPress);
  }

  /** Shows that a recording is on; without one that none is. */
  show(recording?: { readonly elapsedS: number }): void {
    clearInterval(this.#ticking);
    this.#button.ariaPressed = String(recording !== undefined);
    if (!recording) {
      this.#label.textContent = 'Record';
      return;
    }
    const tell = (): void => {
      this.#label.textContent = `Stop ${clock(recording.elapsedS)}`;
    };
    tell();
    this.#ticking = setInterval(tell, 1000);
  }
}
