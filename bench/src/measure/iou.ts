/**
 * Intersection over union of two mattes, both cut at a half.
 * @param matte - 0..1 a pixel.
 * @param truth - The same pixels, 0..1.
 * @returns 0..1; 1 when both are empty.
 * @throws RangeError when the two are not of one length.
 */
export function iou(matte: ArrayLike<number>, truth: ArrayLike<number>): number {
  if (matte.length !== truth.length) {
    throw new RangeError(`A matte of ${matte.length} pixels, a truth of ${truth.length}.`);
  }
  let intersection = 0;
  let union = 0;
  for (let pixel = 0; pixel < matte.length; pixel++) {
    const inMatte = (matte[pixel] ?? 0) >= 0.5;
    const inTruth = (truth[pixel] ?? 0) >= 0.5;
    if (inMatte && inTruth) intersection++;
    if (inMatte || inTruth) union++;
  }
  return union === 0 ? 1 : intersection / union;
}
