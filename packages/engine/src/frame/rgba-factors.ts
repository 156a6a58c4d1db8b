import type { Kernels } from '@cyclorama/kernels';
import { rgbToCodes, type ColorModel } from './color-model';

/** Bytes of the table that the kernel `rgbaToPlanes` takes: three rows of 16. */
export const FACTOR_BYTES = 48;

const UNIT = 32768;

/**
 * Writes the table for `rgbaToPlanes`: for Y, U and V four 16-bit factors in the order of the
 * pixel's bytes, then an offset that also rounds.
 */
export function writeRgbaFactors(
  { memory }: Kernels,
  pointer: number,
  order: 'RGBA' | 'BGRA',
  model: ColorModel,
): void {
  const table = new DataView(memory.memory.buffer, pointer, FACTOR_BYTES);
  rgbToCodes(model).forEach(([red, green, blue, offset], index) => {
    const factors = order === 'RGBA' ? [red, green, blue] : [blue, green, red];
    const row = index * 16;
    factors.forEach((factor, at) => table.setInt16(row + 2 * at, Math.round(factor * UNIT), true));
    table.setInt32(row + 8, offset * UNIT + UNIT / 2, true);
  });
}
