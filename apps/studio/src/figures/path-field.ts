import type { PathChoice } from 'cyclorama';
import { element } from '../page/element';

/** The select in which a path is asked for. */
export class PathField {
  readonly #select = element('path', HTMLSelectElement);

  constructor(onChange: (path: PathChoice) => void) {
    this.#select.addEventListener('change', () => onChange(this.value));
  }

  get value(): PathChoice {
    return this.#select.value === 'canvas' ? 'canvas' : 'auto';
  }

  set value(path: PathChoice) {
    this.#select.value = path;
  }
}
