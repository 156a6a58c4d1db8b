import type { Paint } from '@cyclorama/testing/browser';
import { hearOwnEvents, type Source } from './source';

/**
 * A camera whose every picture the test paints. Made of a canvas, since not every browser lets a page
 * write frames into a track, and on a worker's clock, so that it goes on in a hidden page.
 */
export class PaintedSource implements Source {
  readonly track: MediaStreamTrack;
  readonly #canvas = document.createElement('canvas');
  readonly #clock = new Worker(new URL('./clock-worker.ts', import.meta.url), {
    type: 'module',
    name: 'test-clock',
  });
  #picture = new OffscreenCanvas(1, 1);
  #pictures = 0;

  constructor(
    private readonly paint: Paint,
    width: number,
    height: number,
  ) {
    this.resize(width, height);
    this.#send(); // A canvas without a context cannot be captured.
    const [track] = this.#canvas.captureStream().getVideoTracks();
    if (!track) throw new Error('A captured canvas without a track.');
    this.track = track;
    hearOwnEvents(track);
    this.#clock.onmessage = () => this.#send();
  }

  draw(context: OffscreenCanvasRenderingContext2D): void {
    context.drawImage(this.#picture, 0, 0, context.canvas.width, context.canvas.height);
  }

  resize(width: number, height: number): void {
    this.#picture = new OffscreenCanvas(width, height);
  }

  close(): void {
    this.#clock.terminate();
    this.track.stop();
  }

  #send(): void {
    const { width, height } = this.#picture;
    const painting = this.#picture.getContext('2d');
    const showing = this.#canvas.getContext('2d', { alpha: false });
    if (!painting || !showing) throw new Error('A canvas without a 2D context.');
    this.paint(painting, this.#pictures++);
    if (this.#canvas.width !== width || this.#canvas.height !== height)
      Object.assign(this.#canvas, { width, height });
    showing.drawImage(this.#picture, 0, 0);
  }
}
