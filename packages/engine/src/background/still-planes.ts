import type { Kernels } from '@cyclorama/kernels';
import { Planes } from '../frame/planes';
import type { PlaneBackground, Scene } from './plane-background';

/** Paints what does not move. */
export interface Painter {
  /** Writes all of the planes, in the scene's size, matrix and range. */
  paint(planes: Planes, scene: Scene): void;
  /** Closes what was given to it. */
  close(): void;
}

/** A background that does not move: planes that are painted once for each scene. */
export class StillPlanes implements PlaneBackground {
  readonly #kernels: Kernels;
  readonly #painter: Painter;
  #planes: Planes | undefined;

  /** @param painter - Closed with the background. */
  constructor(kernels: Kernels, painter: Painter) {
    this.#kernels = kernels;
    this.#painter = painter;
  }

  resize(scene: Scene): void {
    this.#planes?.close();
    this.#planes = new Planes(this.#kernels, scene.size);
    this.#painter.paint(this.#planes, scene);
  }

  planesFor(): Planes {
    if (!this.#planes) throw new Error('The background has no size yet.');
    return this.#planes;
  }

  close(): void {
    this.#planes?.close();
    this.#planes = undefined;
    this.#painter.close();
  }
}
