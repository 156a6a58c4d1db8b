import { drawImageInto } from '../background/place-image';
import type { LoadedBackground } from '../background/loaded-background';
import { sameSize, type Size } from '../frame/frame-size';

/**
 * The frame that stands in for a composite: the loaded background, or a flat colour where there is
 * none (blur, none, an image still loading). It is never made from the camera.
 */
export class HoldingFrame {
  #master: VideoFrame | undefined;
  #background: LoadedBackground | undefined;
  #size: Size;

  /**
   * @param size - Pixels; followed by `resize`.
   * @param color - `#rrggbb`, where the background itself cannot be shown.
   */
  constructor(
    size: Size,
    private readonly color: string,
  ) {
    this.#size = size;
  }

  /** Shows another background; its bitmap belongs to this object from now on. */
  show(background: LoadedBackground): void {
    this.#dropBitmap();
    this.#background = background;
    this.#dropMaster();
  }

  /** Follows the size of the composites. */
  resize(size: Size): void {
    if (sameSize(this.#size, size)) return;
    this.#size = { ...size };
    this.#dropMaster();
  }

  /** A frame of its own for the caller, who gives it a time and closes it. */
  frame(): VideoFrame {
    this.#master ??= this.#paint();
    return this.#master.clone();
  }

  /** Closes all that it made and was given. */
  close(): void {
    this.#dropMaster();
    this.#dropBitmap();
  }

  #paint(): VideoFrame {
    const canvas = new OffscreenCanvas(this.#size.width, this.#size.height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
    context.fillStyle = this.#background?.type === 'color' ? this.#background.color : this.color;
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (this.#background?.type === 'image') {
      drawImageInto(context, this.#background.bitmap, this.#size, this.#background.fit);
    }
    return new VideoFrame(canvas, { timestamp: 0 });
  }

  #dropMaster(): void {
    this.#master?.close();
    this.#master = undefined;
  }

  #dropBitmap(): void {
    if (this.#background?.type === 'image') this.#background.bitmap.close();
    this.#background = undefined;
  }
}
