import { element } from '../page/element';
import { ModelForm } from './model-form';
import { describeModel, modelName } from './model-name';
import { DEFAULT_MODEL, type ModelSettings } from './model-values';
import { modelOf } from './presets';

/** What is there sooner needs no word. */
const PATIENCE_MS = 200;

/** The panel in which the model is chosen and set. */
export class ModelPanel {
  readonly #status = element('model-status', HTMLElement);
  readonly #form: ModelForm;
  #on: ModelSettings = DEFAULT_MODEL;
  #saying: ReturnType<typeof setTimeout> | undefined;

  /** @param onChoice - Another model, or another setting of it, is asked for. */
  constructor(onChoice: (settings: ModelSettings) => void) {
    this.#form = new ModelForm(() => onChoice(this.#form.values));
  }

  /** What is in force. */
  get on(): ModelSettings {
    return this.#on;
  }

  /** Chooses these settings, and shows them in the controls. */
  select(settings: ModelSettings): ModelSettings {
    this.#form.restore(settings);
    return this.#form.values;
  }

  /** Shows that a model is being loaded, if that takes a while. */
  wait(settings: ModelSettings): void {
    const text = `Loading ${modelName(modelOf(settings))} … The former one works on meanwhile.`;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#say(text, 'loading'), PATIENCE_MS);
  }

  /** Shows what is in force. */
  show(settings: ModelSettings): void {
    this.#on = settings;
    clearTimeout(this.#saying);
    this.#say(describeModel(modelOf(settings)), 'on');
  }

  /** Sets all controls back to what is in force. */
  restore(): void {
    this.#form.restore(this.#on);
    this.show(this.#on);
  }

  #say(text: string, state: 'loading' | 'on'): void {
    // The same words again would be read out again.
    if (this.#status.textContent !== text) this.#status.textContent = text;
    // Not as aria-busy: what is said then is not read out.
    this.#status.dataset['state'] = state;
  }
}
