import type { Kernels } from '@cyclorama/kernels';
import { ColorPainter } from '../background/color-painter';
import type { Scene } from '../background/plane-background';
import { StillPlanes } from '../background/still-planes';
import type { Planes } from '../frame/planes';
import type { Matte } from '../matte/matte';
import { composePlanes } from './planar';

/** Shows the matte itself: flat white composed over flat black, in the frame's own planes. */
export class MattePlanes {
  readonly #white = new ColorPainter('#ffffff');
  readonly #black: StillPlanes;
  #scene: Scene | undefined;

  constructor(private readonly kernels: Kernels) {
    this.#black = new StillPlanes(kernels, new ColorPainter('#000000'));
  }

  /** Allocates: call it where the shape of the frames changes. */
  resize(scene: Scene): void {
    this.#black.resize(scene);
    this.#scene = scene;
  }

  /**
   * Paints the matte over what the planes held.
   * @throws Error before the first `resize`.
   */
  paint(planes: Planes, matte: Matte): void {
    if (!this.#scene) throw new Error('The matte has no size yet.');
    this.#white.paint(planes, this.#scene);
    composePlanes(this.kernels, planes, this.#black.planesFor(), matte);
  }

  close(): void {
    this.#black.close();
  }
}
