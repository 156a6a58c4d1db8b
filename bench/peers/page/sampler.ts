import type { Sample } from '../../src/peers/composite-fault';

const [WIDTH, HEIGHT] = [320, 180];

/** Makes the small copies by which it is seen what a frame shows. */
export class Sampler {
  readonly #context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });

  sample(image: CanvasImageSource): Sample {
    if (!this.#context) throw new Error('An OffscreenCanvas without a 2D context.');
    // What is transparent becomes black, and not what was copied before.
    this.#context.globalCompositeOperation = 'copy';
    this.#context.drawImage(image, 0, 0, WIDTH, HEIGHT);
    return this.#context.getImageData(0, 0, WIDTH, HEIGHT);
  }
}
