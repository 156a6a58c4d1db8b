import type { Fit } from 'cyclorama';
import { element } from '../page/element';

const FITS: readonly string[] = ['cover', 'contain', 'stretch'] satisfies Fit[];
const isFit = (value: string): value is Fit => FITS.includes(value);

/** The settings below the backgrounds: one line for the kind of background that is on. */
export class BackgroundSettings {
  readonly #fit = element('fit', HTMLSelectElement);
  readonly #strength = element('strength', HTMLInputElement);
  readonly #color = element('color', HTMLInputElement);
  readonly #swatch = element('color-swatch', HTMLElement);

  constructor(onChange: () => void) {
    element('background-settings', HTMLElement).addEventListener('input', () => {
      this.#swatch.style.setProperty('--chosen-color', this.color);
      onChange();
    });
  }

  get fit(): Fit {
    return isFit(this.#fit.value) ? this.#fit.value : 'cover';
  }

  get strength(): number {
    return this.#strength.valueAsNumber;
  }

  get color(): string {
    return this.#color.value;
  }

  /** Shows the line of one kind of background. */
  show(type: 'image' | 'blur' | 'color' | 'none'): void {
    for (const line of document.querySelectorAll<HTMLElement>('[data-for]')) {
      line.hidden = line.dataset['for'] !== type;
    }
  }
}
