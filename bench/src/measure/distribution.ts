/** Median and 95th percentile. */
export interface Distribution {
  readonly median: number;
  readonly p95: number;
}

/**
 * The value that a share of the values does not exceed, interpolated between neighbours.
 * @param share - 0..1.
 * @returns NaN of no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** @returns null of no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @returns null of no values, as JSON has no NaN. */
export function distribution(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  return { median: median(values), p95: quantile(values, 0.95) };
}

/** Slope of the least-squares line through the points; 0 of fewer than two. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const meanX = mean(({ x }) => x);
  const meanY = mean(({ y }) => y);
  const spread = mean(({ x }) => (x - meanX) ** 2);
  return spread > 0 ? mean(({ x, y }) => (x - meanX) * (y - meanY)) / spread : 0;
}
