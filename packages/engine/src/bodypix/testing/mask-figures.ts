import type { MaskCopy } from '../../segment/mask-copy';

/** A picture of one colour. */
export function flat(color: string): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(320, 180);
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = color;
  context?.fillRect(0, 0, 320, 180);
  return createImageBitmap(canvas);
}

/** How far two masks of the same size are apart at most. */
export function largestDifference(one: MaskCopy, other: MaskCopy): number {
  const difference = (value: number, at: number) => Math.abs(value - (other.values[at] ?? NaN));
  return one.values.map(difference).reduce((most, value) => Math.max(most, value), 0);
}

/** How many pixels are the person. */
export const areaOf = ({ values }: MaskCopy): number =>
  values.filter((value) => value > 0.5).length;

/** The middle of what is the person, in pixels of the mask. */
export function middleOf({ width, values }: MaskCopy): { x: number; y: number } {
  let [count, x, y] = [0, 0, 0];
  values.forEach((value, at) => {
    if (value <= 0.5) return;
    count++;
    x += at % width;
    y += Math.floor(at / width);
  });
  return { x: x / count, y: y / count };
}

/** How much of the column around a place of the width, 0..1, is the person. */
export function shareAround({ width, values }: MaskCopy, place: number): number {
  const near = values.filter((_, at) => Math.abs((at % width) / width - place) < 0.05);
  return near.filter((value) => value > 0.5).length / near.length;
}
