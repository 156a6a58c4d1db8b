import type { Kernels } from '@cyclorama/kernels';
import { Planes } from '../frame/planes';
import type { Matte } from '../matte/matte';
import { PlaneBlur } from './plane-blur';
import type { PlaneBackground, Scene } from './plane-background';

/** The share of the frame's shorter side that is the blur's sigma: lightest, and strongest. */
const LIGHTEST = 0.03;
const STRONGEST = 0.07;

/** Code values of the grey that stands where the whole frame is person. */
const NEUTRAL = { luma: 96, chroma: 128 };

/**
 * The room, blurred, with the person left out of it: only what lies behind is averaged, so no halo
 * of the person's own colour appears. Made at a quarter of the size.
 */
export class BlurredPlanes implements PlaneBackground {
  readonly #kernels: Kernels;
  readonly #strength: number;
  #planes: Planes | undefined;
  #luma: PlaneBlur | undefined;
  #chroma: PlaneBlur | undefined;

  /** @param strength - 0 (nothing can be read any more) to 1. */
  constructor(kernels: Kernels, strength: number) {
    this.#kernels = kernels;
    this.#strength = strength;
  }

  resize({ size }: Scene): void {
    this.close();
    const planes = new Planes(this.#kernels, size);
    const sigma = sigmaPx(this.#strength, Math.min(size.width, size.height));
    const { luma, chroma } = planes.layout;
    this.#planes = planes;
    this.#luma = new PlaneBlur(this.#kernels, luma, sigma);
    this.#chroma = new PlaneBlur(this.#kernels, chroma, sigma / 2);
  }

  planesFor(frame: Planes, matte: Matte): Planes {
    const [planes, luma, chroma] = [this.#planes, this.#luma, this.#chroma];
    if (!planes || !luma || !chroma) throw new Error('The background has no size yet.');
    luma.blur(planes.y, frame.y, matte.full, NEUTRAL.luma);
    chroma.blur(planes.u, frame.u, matte.half, NEUTRAL.chroma);
    chroma.blur(planes.v, frame.v, matte.half, NEUTRAL.chroma);
    return planes;
  }

  close(): void {
    for (const part of [this.#planes, this.#luma, this.#chroma]) part?.close();
    this.#planes = this.#luma = this.#chroma = undefined;
  }
}

/** Sigma of the blur in pixels of the frame. */
function sigmaPx(strength: number, sidePx: number): number {
  return sidePx * (LIGHTEST + (STRONGEST - LIGHTEST) * strength);
}
