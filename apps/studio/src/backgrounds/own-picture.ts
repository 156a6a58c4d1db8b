import { element } from '../page/element';

/** The visitor's own picture: how it is asked for, and its thumbnail. It stays on this machine. */
export class OwnPicture {
  readonly #input = element('picture-file', HTMLInputElement);
  readonly #thumbnail = element('own-picture', HTMLImageElement);
  #file: File | undefined;

  constructor(onFile: (file: File) => void) {
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      // The same file may be chosen again.
      this.#input.value = '';
      if (file) onFile(file);
    });
  }

  /** The last picture that worked. */
  get file(): File | undefined {
    return this.#file;
  }

  /** Opens the browser's file picker. */
  ask(): void {
    this.#input.click();
  }

  /** Keeps a picture that worked, and shows it on its button. */
  show(file: File): void {
    if (file === this.#file) return;
    this.#file = file;
    URL.revokeObjectURL(this.#thumbnail.src);
    this.#thumbnail.src = URL.createObjectURL(file);
    this.#thumbnail.hidden = false;
  }
}
