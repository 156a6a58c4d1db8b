import { element } from '../page/element';

/** The line between before and after: a slider over the whole picture, so keys and touch move it too. */
export class Divider {
  readonly #slider = element('divider', HTMLInputElement);
  readonly #screen = element('screen', HTMLElement);

  /** @param onChange - Hears where the visitor has moved it. */
  constructor(onChange: (percent: number) => void) {
    this.#slider.addEventListener('input', () => {
      this.#place();
      onChange(this.percent);
    });
    this.#place();
  }

  /** How much of the width is before, 0..100. */
  get percent(): number {
    return this.#slider.valueAsNumber;
  }

  set percent(percent: number) {
    this.#slider.valueAsNumber = percent;
    this.#place();
  }

  #place(): void {
    this.#screen.style.setProperty('--share', String(this.percent / 100));
    this.#slider.setAttribute('aria-valuetext', `${this.percent} % before`);
  }
}
