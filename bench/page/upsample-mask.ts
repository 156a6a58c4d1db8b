/** Values in rows, 0..1. */
export interface MaskPixels {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Brings a mask to another size, bilinearly, with pixels' middles on each other (as canvas does). */
export function upsampleMask(mask: MaskPixels, width: number, height: number): Float32Array {
  const matte = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = neighbours(y, height, mask.height);
    for (let x = 0; x < width; x++) {
      const column = neighbours(x, width, mask.width);
      const upper = mix(mask, row.before, column);
      matte[y * width + x] = upper + (mix(mask, row.after, column) - upper) * row.share;
    }
  }
  return matte;
}

interface Neighbours {
  readonly before: number;
  readonly after: number;
  /** How much of `after`, 0..1. */
  readonly share: number;
}

function neighbours(place: number, size: number, maskSize: number): Neighbours {
  const wanted = ((place + 0.5) * maskSize) / size - 0.5;
  const at = Math.min(Math.max(wanted, 0), maskSize - 1);
  const before = Math.floor(at);
  return { before, after: Math.min(before + 1, maskSize - 1), share: at - before };
}

function mix({ values, width }: MaskPixels, row: number, column: Neighbours): number {
  const before = values[row * width + column.before] ?? 0;
  const after = values[row * width + column.after] ?? 0;
  return before + (after - before) * column.share;
}
