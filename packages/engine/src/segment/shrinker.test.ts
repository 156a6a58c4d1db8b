import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { colorModelOf } from '../frame/color-model';
import { Planes } from '../frame/planes';
import { Shrinker } from './shrinker';

const kernels = await loadKernels();
const MODEL = { width: 32, height: 16 };
const COUNT = MODEL.width * MODEL.height;
const GREY = colorModelOf({ matrix: 'bt709', fullRange: true });

/** Grey planes whose luma tells the place: the column from left to right, the row in steps of 4. */
function ramps(width: number, height: number): Planes {
  const planes = new Planes(kernels, { width, height });
  const { stride, lumaBytes } = planes.layout;
  const view = planes.view().fill(128);
  for (let at = 0; at < lumaBytes; at++) view[at] = (at % stride) + 4 * Math.floor(at / stride);
  return planes;
}

describe('the shrinker', () => {
  for (const [x, y, width, height] of [
    [0, 0, 96, 30],
    [8, 6, 64, 16],
    [13, 5, 51, 19],
    [20.5, 2.25, 40.5, 20],
  ] as const) {
    it(`shows the model the crop ${width}×${height} at ${x}, ${y} alone`, () => {
      const planes = ramps(96, 30);
      const shrinker = new Shrinker(kernels);
      shrinker.resize(planes.layout, { model: MODEL, crop: { x, y, width, height } });
      const tensor = kernels.memory.allocate(COUNT * 12);
      shrinker.shrink(planes, GREY, tensor);
      const { buffer } = kernels.memory.memory;
      const values = new Float32Array(buffer, tensor, COUNT * 3);
      const guide = new Float32Array(buffer, shrinker.guide, COUNT);
      for (const [column, row] of [
        [1, 1],
        [16, 8],
        [30, 14],
      ] as const) {
        const at = row * MODEL.width + column;
        const luma =
          x +
          ((column + 0.5) * width) / MODEL.width -
          0.5 +
          4 * (y + ((row + 0.5) * height) / MODEL.height - 0.5);
        expect(Math.abs((guide[at] ?? NaN) * 256 - luma)).toBeLessThan(2);
        for (let channel = 0; channel < 3; channel++)
          expect(Math.abs((values[at * 3 + channel] ?? NaN) * 255 - luma)).toBeLessThan(2);
      }
      shrinker.close();
      kernels.memory.free(tensor);
      planes.close();
    });
  }
});
