import type { Kernels } from '@cyclorama/kernels';
import { sameSize, type Size } from '../frame/frame-size';
import type { Planes } from '../frame/planes';
import type { Mask } from '../segment/segmenter';
import { GuidedUpsampler } from './guided-upsampler';
import type { Matte } from './matte';
import { TemporalFilter } from './temporal-filter';

/** The fourth stage: mask → matte, steadied in time and drawn along the edges of the picture. */
export class Refiner {
  readonly #filter: TemporalFilter;
  readonly #upsampler: GuidedUpsampler;
  #frame: Size | undefined;
  #mask: Size | undefined;

  constructor(kernels: Kernels) {
    this.#filter = new TemporalFilter(kernels);
    this.#upsampler = new GuidedUpsampler(kernels);
  }

  /** Prepares for frames and masks of given sizes; nothing happens when neither changes. */
  resize(frame: Size, mask: Size): void {
    if (sameSize(this.#frame, frame) && sameSize(this.#mask, mask)) return;
    this.#frame = undefined;
    const { width, height } = mask;
    this.#filter.resize({ width, height });
    this.#upsampler.resize(frame, { width, height });
    this.#mask = { width, height };
    this.#frame = frame;
  }

  /** Forgets the frames before: after a pause, or when another source begins. */
  reset(): void {
    this.#filter.reset();
  }

  /**
   * @returns The matte, valid until the next call.
   * @throws FrameError when the mask is no mask.
   */
  refine(mask: Mask, planes: Planes): Matte {
    this.resize(planes.layout, mask);
    return this.#upsampler.upsample(this.#filter.apply(mask), mask.guide, planes);
  }

  close(): void {
    this.#filter.close();
    this.#upsampler.close();
    this.#frame = undefined;
  }
}
