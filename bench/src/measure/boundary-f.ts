/** Rows and columns of a matte. */
export interface MatteSize {
  readonly width: number;
  readonly height: number;
}

/** How far a contour may lie off, as part of the picture's diagonal. */
const TOLERANCE = 0.0075;

/**
 * How well the outline is met: the harmonic mean of precision and recall of the contour at a half,
 * each of whose pixels counts where the other contour passes within 0.75 % of the diagonal. The
 * picture's own edge is no contour.
 * @param matte - `[height, width]`, 0..1.
 * @param truth - Likewise.
 * @returns 0..1; 1 when neither has a contour, 0 when only one has.
 * @throws RangeError when one of the two is not of that size.
 */
export function boundaryF(
  matte: ArrayLike<number>,
  truth: ArrayLike<number>,
  size: MatteSize,
): number {
  const [found, wanted] = [contourOf(matte, size), contourOf(truth, size)];
  if (found.length === 0 || wanted.length === 0) return found.length === wanted.length ? 1 : 0;
  const radius = TOLERANCE * Math.hypot(size.width, size.height);
  const precision = shareWithin(found, dilate(wanted, radius, size));
  const recall = shareWithin(wanted, dilate(found, radius, size));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Places of the pixels inside that have one of their four neighbours outside. */
function contourOf(matte: ArrayLike<number>, { width, height }: MatteSize): number[] {
  if (matte.length !== width * height) {
    throw new RangeError(`A matte of ${matte.length} pixels, where ${width}×${height} are wanted.`);
  }
  const isOutside = (at: number): boolean => (matte[at] ?? 0) < 0.5;
  const contour: number[] = [];
  for (let at = 0; at < matte.length; at++) {
    if (isOutside(at)) continue;
    const x = at % width;
    const meetsOutside =
      (x > 0 && isOutside(at - 1)) ||
      (x < width - 1 && isOutside(at + 1)) ||
      (at >= width && isOutside(at - width)) ||
      (at + width < matte.length && isOutside(at + width));
    if (meetsOutside) contour.push(at);
  }
  return contour;
}

/** 1 where a pixel of the contour lies within the radius. */
function dilate(contour: readonly number[], radius: number, size: MatteSize): Uint8Array {
  const near = new Uint8Array(size.width * size.height);
  const rows = discRows(radius);
  for (const at of contour) {
    const x = at % size.width;
    const y = (at - x) / size.width;
    for (const { dy, reach } of rows) {
      if (y + dy < 0 || y + dy >= size.height) continue;
      const row = (y + dy) * size.width;
      near.fill(1, row + Math.max(0, x - reach), row + Math.min(size.width, x + reach + 1));
    }
  }
  return near;
}

/** A disc row by row: how far each reaches to either side. */
function discRows(radius: number): { dy: number; reach: number }[] {
  const high = Math.floor(radius);
  return Array.from({ length: 2 * high + 1 }, (_, row) => {
    const dy = row - high;
    return { dy, reach: Math.floor(Math.sqrt(radius * radius - dy * dy)) };
  });
}

const shareWithin = (contour: readonly number[], near: Uint8Array): number =>
  contour.reduce((sum, at) => sum + (near[at] ?? 0), 0) / contour.length;
