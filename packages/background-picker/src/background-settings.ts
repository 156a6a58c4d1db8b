import type { Background, Fit } from 'cyclorama';
import { part } from './part';

export const FITS = ['cover', 'contain', 'stretch'] as const satisfies Fit[];

/** What the controls below the backgrounds say. */
export interface SettingValues {
  readonly fit: Fit;
  /** From 0 to 1. */
  readonly strength: number;
  /** `#rrggbb`. */
  readonly color: string;
}

/** The settings below the backgrounds: one line for the kind of background that is on. */
export class BackgroundSettings {
  readonly #fit: HTMLSelectElement;
  readonly #strength: HTMLInputElement;
  readonly #strengthValue: HTMLOutputElement;
  readonly #color: HTMLInputElement;
  readonly #swatch: HTMLElement;

  constructor(
    private readonly root: HTMLElement,
    onChange: () => void,
  ) {
    this.#fit = part(root, 'fit', HTMLSelectElement);
    this.#strength = part(root, 'strength', HTMLInputElement);
    this.#strengthValue = part(root, 'strength-value', HTMLOutputElement);
    this.#color = part(root, 'color', HTMLInputElement);
    this.#swatch = part(root, 'color-swatch', HTMLElement);
    part(root, 'settings', HTMLElement).addEventListener('input', () => {
      this.#echo();
      onChange();
    });
  }

  get values(): SettingValues {
    const fit = FITS.find((name) => name === this.#fit.value) ?? 'cover';
    return { fit, strength: this.#strength.valueAsNumber, color: this.#color.value };
  }

  /** Sets the controls back to what is in force. */
  restore({ fit, strength, color }: SettingValues): void {
    this.#fit.value = fit;
    this.#strength.valueAsNumber = strength;
    this.#color.value = color;
    this.#echo();
  }

  /** Shows the line of one kind of background. */
  show(type: Background['type']): void {
    for (const line of this.root.querySelectorAll<HTMLElement>('[data-for]')) {
      line.hidden = line.dataset['for'] !== type;
    }
  }

  #echo(): void {
    this.#swatch.style.setProperty('--chosen-color', this.#color.value);
    this.#strengthValue.value = `${Math.round(this.#strength.valueAsNumber * 100)} %`;
  }
}
