/** Upper ends of the plot: the last one but two is a frame's time at 30 a second. */
const LIMITS_MS = [4, 8, 16, 33, 66, 133, 266, 533, 1066];

/** The lowest upper end, in milliseconds, that leaves some air above the highest value. */
export function plotLimitMs(highestMs: number): number {
  const wanted = highestMs * 1.1;
  return LIMITS_MS.find((limit) => limit >= wanted) ?? wanted;
}
