import { element } from '../page/element';
import { readSettings } from '../settings/settings-text';
import { DEFAULT_MODEL, type ModelSettings } from './model-values';
import { hidesFacesOnly } from './presets';

/** So long a slider must rest before what it says is asked for. */
const REST_MS = 150;

/** The controls of model and settings: of these only what fits the choice is shown. */
export class ModelForm {
  readonly #form = element('model-form', HTMLFormElement);
  readonly #fields = element('model-fields', HTMLElement);
  readonly #threshold = element('threshold-value', HTMLOutputElement);
  readonly #onChange: () => void;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange - Hears that the visitor has changed `values`. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#form.addEventListener('input', ({ target }) => this.#hear(target));
    // By the Enter key: there is nothing to send.
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** What the controls say, also those that are not shown. */
  get values(): ModelSettings {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string') said.set(name, value);
    }
    return { ...DEFAULT_MODEL, ...readSettings(said) };
  }

  /** Sets the controls to these values. */
  restore(settings: ModelSettings): void {
    clearTimeout(this.#rest);
    for (const [name, value] of Object.entries(settings)) {
      const control = this.#form.elements.namedItem(name);
      if (control && 'value' in control) control.value = String(value);
    }
    this.#echo();
  }

  #hear(target: EventTarget | null): void {
    this.#echo();
    clearTimeout(this.#rest);
    const slides = target instanceof HTMLInputElement && target.type === 'range';
    if (slides) this.#rest = setTimeout(this.#onChange, REST_MS);
    else this.#onChange();
  }

  #echo(): void {
    const { values } = this;
    this.#fields.hidden = values.preset !== 'custom';
    const [selfie, bodypix] = [values.segmenter === 'selfie', values.segmenter === 'bodypix'];
    const [all, whole] = [values.people === 'everyone', values.parts === 'person'];
    this.#show('selfie', selfie);
    this.#show('bodypix', bodypix);
    // One of the two at a time; and ours cannot tell people apart: there is nothing to choose.
    this.#show('people', bodypix && (whole || !all));
    this.#show('parts', bodypix && all);
    this.#show('runtime', bodypix && all);
    this.#show('faces', hidesFacesOnly(values));
    this.#threshold.value = values.segmentationThreshold.toFixed(2);
  }

  #show(of: string, isShown: boolean): void {
    for (const field of this.#fields.querySelectorAll<HTMLElement>(`[data-of=${of}]`)) {
      field.hidden = !isShown;
    }
  }
}
