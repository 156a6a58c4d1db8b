import { decodePicture } from './decode-picture';
import { drawCovering } from './draw-covering';
import { KeptPicture } from './kept-picture';
import { part } from './part';

/** What the visitor wishes of the own picture. */
export interface OwnPictureListener {
  onFile(file: File): void;
  /** Another background is to take its place; once one has, the picture is forgotten. */
  onRemove(): void;
}

/** The visitor's own picture: how it is asked for, kept and removed. It stays on this machine. */
export class OwnPicture {
  readonly #input: HTMLInputElement;
  readonly #thumbnail: HTMLCanvasElement;
  readonly #another: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;
  readonly #kept = new KeptPicture();
  readonly #decoded = new WeakMap<File, ImageBitmap>();
  #file: File | undefined;
  #shown: File | undefined;
  #recalled: Promise<void> | undefined;
  #isUnwanted = false;

  constructor(root: HTMLElement, listener: OwnPictureListener) {
    this.#input = part(root, 'picture-file', HTMLInputElement);
    this.#thumbnail = part(root, 'own-picture', HTMLCanvasElement);
    this.#another = part(root, 'another-picture', HTMLButtonElement);
    this.#remove = part(root, 'remove-picture', HTMLButtonElement);
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      // The same file may be chosen again.
      this.#input.value = '';
      if (file) listener.onFile(file);
    });
    this.#another.addEventListener('click', () => this.ask());
    this.#remove.addEventListener('click', () => {
      this.#isUnwanted = true;
      listener.onRemove();
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

  /** Brings back the picture of last time, if it was kept and there is no other one yet. */
  recall(): Promise<void> {
    this.#recalled ??= this.#recall();
    return this.#recalled;
  }

  /**
   * The picture in a file, decoded once however often it is asked for. It stays this object's.
   * @throws PictureTooLargeError, or DOMException where the file is no picture.
   */
  async load(file: File): Promise<ImageBitmap> {
    const bitmap = this.#decoded.get(file) ?? (await decodePicture(file));
    this.#decoded.set(file, bitmap);
    return bitmap;
  }

  /** Shows whether an own picture is on, and keeps one that worked. */
  show(file: File | undefined): void {
    this.#offerChange(file !== undefined);
    if (!file && this.#isUnwanted) this.#drop();
    this.#isUnwanted = false;
    // Anew each time that it comes on: meanwhile it may have been removed in another tab.
    if (file && file !== this.#shown && this.#put(file)) void this.#kept.keep(file);
    this.#shown = file;
  }

  async #recall(): Promise<void> {
    const file = await this.#kept.get();
    // What cannot be had now may be there later.
    if (!file) this.#recalled = undefined;
    // What one version of a browser could read another one may not.
    const bitmap = file && (await this.load(file).catch(() => undefined));
    if (file && bitmap && !this.#file) this.#put(file);
  }

  /** Tells whether there is anything to put on the button. */
  #put(file: File): boolean {
    const bitmap = this.#decoded.get(file);
    if (!bitmap) return false;
    if (file !== this.#file) this.#release();
    this.#file = file;
    this.#thumbnail.hidden = false;
    drawCovering(this.#thumbnail, bitmap);
    return true;
  }

  #drop(): void {
    this.#release();
    this.#thumbnail.hidden = true;
    void this.#kept.forget();
  }

  #release(): void {
    if (!this.#file) return;
    this.#decoded.get(this.#file)?.close();
    this.#decoded.delete(this.#file);
    this.#file = undefined;
  }

  #offerChange(isOn: boolean): void {
    // Who removes by keyboard is not thrown back to the top of the page.
    if (!isOn && this.#remove === document.activeElement) {
      this.#thumbnail.closest('button')?.focus();
    }
    this.#another.hidden = !isOn;
    this.#remove.hidden = !isOn;
  }
}
