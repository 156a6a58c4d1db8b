import type { ResizeStep } from '../plan/plan';
import type { Tensor } from './tensor';

/** Between which two rows (or columns) a sample lies, and how far along. */
interface Sample {
  readonly low: number;
  readonly high: number;
  /** 0 at `low`, 1 at `high`. */
  readonly fraction: number;
}

/**
 * Where the samples of one axis lie, as TensorFlow Lite has it
 * (`ComputeInterpolationValues` in kernels/internal/reference/resize_bilinear.h).
 */
function samplesOf(step: ResizeStep, input: number, output: number): readonly Sample[] {
  const aligned = step.alignCorners && output > 1;
  const scale = aligned ? (input - 1) / (output - 1) : input / output;
  return Array.from({ length: output }, (_, index) => {
    const position = step.halfPixelCenters ? (index + 0.5) * scale - 0.5 : index * scale;
    const low = Math.min(Math.max(Math.floor(position), 0), input - 1);
    const high = Math.min(low + 1, input - 1);
    return { low, high, fraction: Math.min(Math.max(position - low, 0), 1) };
  });
}

/** Bilinear resize, `[H,W,C]` → `[H',W',C]`. */
export function resizeBilinear(step: ResizeStep, input: Tensor, output: Tensor): void {
  const [, height, width, channels] = input.shape;
  const rows = samplesOf(step, height, output.shape[1]);
  const columns = samplesOf(step, width, output.shape[2]);
  const value = (y: number, x: number, channel: number): number =>
    input.values[(y * width + x) * channels + channel] ?? 0;
  let at = 0;
  for (const y of rows) {
    for (const x of columns) {
      for (let channel = 0; channel < channels; channel++) {
        const top = mix(value(y.low, x.low, channel), value(y.low, x.high, channel), x.fraction);
        const bottom = mix(
          value(y.high, x.low, channel),
          value(y.high, x.high, channel),
          x.fraction,
        );
        output.values[at++] = mix(top, bottom, y.fraction);
      }
    }
  }
}

const mix = (a: number, b: number, fraction: number): number => a + (b - a) * fraction;
