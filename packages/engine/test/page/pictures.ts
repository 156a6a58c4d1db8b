import { ROOM } from '../../src/testing/rig';

/** RGBA, row-major. */
export type Pixels = Uint8ClampedArray;

/** The pixels of whatever a canvas draws. */
export function pixelsOf(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Pixels {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('A canvas without a 2D context.');
  draw(context);
  return context.getImageData(0, 0, width, height).data;
}

/** Largest difference of a channel between a pixel and a colour. */
export function differenceAt(pixels: Pixels, at: number, color: ArrayLike<number>): number {
  const of = (channel: number): number =>
    Math.abs((pixels[at * 4 + channel] ?? 0) - (color[channel] ?? 0));
  return Math.max(of(0), of(1), of(2));
}

/** Share of the pixels that have nearly a colour, 0..1. */
export function shareOf(pixels: Pixels, color: ArrayLike<number>, tolerance: number): number {
  const count = pixels.length / 4;
  let found = 0;
  for (let at = 0; at < count; at++) if (differenceAt(pixels, at, color) <= tolerance) found++;
  return found / count;
}

/** Mean differences of red, green and blue. */
export function meanDifferences(a: Pixels, b: Pixels): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const channel = at % 4;
    if (channel < 3) sums[channel as 0 | 1 | 2] += (a[at] ?? 0) - (b[at] ?? 0);
  }
  const pixels = a.length / 4;
  return [sums[0] / pixels, sums[1] / pixels, sums[2] / pixels];
}

const ROOM_TOLERANCE = 40;

/** Share of the pixels that show the painted room, 0..1. */
export const roomShare = (pixels: Pixels): number => shareOf(pixels, ROOM, ROOM_TOLERANCE);
