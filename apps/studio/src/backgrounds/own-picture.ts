import { element } from '../page/element';
import { decodePicture } from './decode-picture';

/** The visitor's own picture: how it is asked for, and its thumbnail. It stays on this machine. */
export class OwnPicture {
  readonly #input = element('picture-file', HTMLInputElement);
  readonly #thumbnail = element('own-picture', HTMLCanvasElement);
  readonly #decoded = new WeakMap<File, ImageBitmap>();
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

  /**
   * The picture in a file, decoded once however often it is asked for. It stays this object's.
   * @throws DOMException where the file is no picture.
   */
  async load(file: File): Promise<ImageBitmap> {
    const bitmap = this.#decoded.get(file) ?? (await decodePicture(file));
    this.#decoded.set(file, bitmap);
    return bitmap;
  }

  /** Keeps a picture that worked, and shows it on its button. */
  show(file: File): void {
    const bitmap = this.#decoded.get(file);
    if (file === this.#file || !bitmap) return;
    if (this.#file) this.#forget(this.#file);
    this.#file = file;
    this.#thumbnail.hidden = false;
    drawCovering(this.#thumbnail, bitmap);
  }

  #forget(file: File): void {
    this.#decoded.get(file)?.close();
    this.#decoded.delete(file);
  }
}

/** Fills a canvas; what is over on two sides is cut off. */
function drawCovering(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.clearRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(
    bitmap,
    (canvas.width - width) / 2,
    (canvas.height - height) / 2,
    width,
    height,
  );
}
