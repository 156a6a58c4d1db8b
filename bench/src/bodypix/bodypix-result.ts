import { median } from '../measure/distribution';
import type { KernelBuild } from '../kernels/measure/kernel-build';
import type { RaceFigures } from './measure/measure-bodypix';
import { raceName } from './measure/races';

/** One model at one size; medians over the rounds. */
export interface BodypixRow {
  readonly model: string;
  readonly outputStride: number;
  readonly multiplier: number;
  readonly inputHeight: number;
  readonly inputWidth: number;
  /** Which kernels ran. */
  readonly build: KernelBuild;
  readonly oursMs: number;
  readonly oursBestMs: number;
  /** TensorFlow.js for the same output. */
  readonly tfjsMs: number;
  readonly tfjsBestMs: number;
  /** How many times faster ours is: `tfjsMs / oursMs`. */
  readonly ratio: number;
  /** TensorFlow.js for all outputs, which is what BodyPix itself runs. */
  readonly tfjsAllMs: number;
  /** Of ours; two operations for each multiply-add. */
  readonly gflops: number;
  /** The largest difference of a person's probability. */
  readonly maxError: number;
}

/** What `bodypix` prints. */
export interface BodypixResult {
  readonly rows: readonly BodypixRow[];
}

/** Puts together what was measured. */
export function bodypixResult(figures: readonly RaceFigures[]): BodypixResult {
  return { rows: figures.map(rowOf) };
}

function rowOf({
  race,
  build,
  multiplyAdds,
  ours,
  tfjs,
  tfjsAll,
  maxError,
}: RaceFigures): BodypixRow {
  const [oursMs, tfjsMs] = [median(ours.roundMs), median(tfjs.roundMs)];
  return {
    model: raceName(race),
    ...race,
    build,
    oursMs,
    oursBestMs: ours.bestMs,
    tfjsMs,
    tfjsBestMs: tfjs.bestMs,
    ratio: tfjsMs / oursMs,
    tfjsAllMs: median(tfjsAll.roundMs),
    gflops: (2 * multiplyAdds) / oursMs / 1e6,
    maxError,
  };
}
