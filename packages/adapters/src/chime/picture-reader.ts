/** What is added to both sides of a picture, so that a chroma plane stays whole. */
const MORE_PX = 2;

/** Makes frames of the pictures that the SDK's loop draws. */
export class PictureReader {
  #width = 0;
  #height = 0;

  /**
   * The SDK's loop resizes its output only where both sides differ from those before. So where one
   * alone has changed, one frame is scaled to be larger on both, and the next one fits again.
   * @returns A frame for the caller to close.
   */
  read(picture: CanvasImageSource): VideoFrame {
    const frame = new VideoFrame(picture, { timestamp: Math.round(performance.now() * 1000) });
    const { displayWidth, displayHeight } = frame;
    const isStuck = (displayWidth !== this.#width) !== (displayHeight !== this.#height);
    const more = isStuck ? MORE_PX : 0;
    [this.#width, this.#height] = [displayWidth + more, displayHeight + more];
    return isStuck ? scaled(frame, this.#width, this.#height) : frame;
  }
}

function scaled(frame: VideoFrame, displayWidth: number, displayHeight: number): VideoFrame {
  try {
    return new VideoFrame(frame, { displayWidth, displayHeight });
  } finally {
    frame.close();
  }
}
