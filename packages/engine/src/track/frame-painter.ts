import { orientationOf, sameSize, type Size } from '../frame/frame-size';

/** How long a canvas that has changed may take until its track has the picture. */
const CAPTURE_MS = 500;

/**
 * Paints frames on a canvas, by their pixels where that gives the same picture: in Chromium 156
 * `drawImage` keeps copies of hundreds of frames in a cache, 450 MB of 1280×720, and takes twice the
 * time.
 */
export class FramePainter {
  #pixels: ImageData | undefined;
  #closed = false;

  constructor(private readonly context: CanvasRenderingContext2D) {}

  /** Takes the frame. To be called when the one before is painted. */
  async paint(frame: VideoFrame): Promise<void> {
    try {
      const size = { width: frame.displayWidth, height: frame.displayHeight };
      const pixels = isPlain(frame, size) ? await this.#copy(frame, size) : undefined;
      if (!this.#closed) this.#show(pixels ?? frame, size);
    } finally {
      frame.close();
    }
  }

  /**
   * Leaves a flat colour, so that a copy of the canvas's track shows no person, and once that is
   * captured gives the canvas's memory back; the garbage collector would take its time.
   */
  close(color: string): void {
    this.#closed = true;
    this.#pixels = undefined;
    const { canvas } = this.context;
    this.context.fillStyle = color;
    this.context.fillRect(0, 0, canvas.width, canvas.height);
    setTimeout(() => Object.assign(canvas, { width: 0, height: 0 }), CAPTURE_MS);
  }

  /** The frame's pixels; undefined where the browser does not give them. */
  #copy(frame: VideoFrame, size: Size): Promise<ImageData | undefined> {
    if (!sameSize(this.#pixels, size)) this.#pixels = undefined;
    const pixels = (this.#pixels ??= new ImageData(size.width, size.height));
    return frame.copyTo(pixels.data, { format: 'RGBA' }).then(
      () => pixels,
      () => undefined,
    );
  }

  #show(picture: ImageData | VideoFrame, size: Size): void {
    const { canvas } = this.context;
    // Setting a canvas's size clears it, so only where it differs.
    if (!sameSize(canvas, size)) Object.assign(canvas, size);
    if (picture instanceof ImageData) this.context.putImageData(picture, 0, 0);
    else this.context.drawImage(picture, 0, 0, size.width, size.height);
  }
}

/** Whether the frame's pixels are its picture: neither turned, mirrored nor scaled to be seen. */
function isPlain(frame: VideoFrame, size: Size): boolean {
  const { rotation, flip } = orientationOf(frame);
  return rotation === 0 && !flip && frame.visibleRect !== null && sameSize(frame.visibleRect, size);
}
