/** Width and height, where nothing else is said. */
export const PICTURE_SIZE = [320, 180] as const;

/** A track that shows two colours in a size that may change, again and again. */
export class PictureTrack {
  readonly canvas = document.createElement('canvas');
  readonly track: MediaStreamTrack;
  readonly #drawing: ReturnType<typeof setInterval>;

  constructor([width, height]: readonly [number, number] = PICTURE_SIZE) {
    Object.assign(this.canvas, { width, height });
    this.#draw();
    const [track] = this.canvas.captureStream().getVideoTracks();
    if (!track) throw new Error('The canvas gives no track.');
    this.track = track;
    this.#drawing = setInterval(() => this.#draw(), 40);
  }

  end(): void {
    clearInterval(this.#drawing);
    this.track.stop();
  }

  #draw(): void {
    const context = this.canvas.getContext('2d');
    if (context) context.fillStyle = '#3366cc';
    context?.fillRect(0, 0, this.canvas.width, this.canvas.height);
    if (context) context.fillStyle = '#cc9933';
    context?.fillRect(0, 0, this.canvas.width / 2, this.canvas.height / 2);
  }
}
