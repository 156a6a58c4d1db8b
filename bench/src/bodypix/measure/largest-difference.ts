const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/**
 * The largest difference of two probabilities, given as logits.
 * @returns NaN where one of them is, or where there are not as many.
 */
export function largestDifference(ours: Float32Array, theirs: Float32Array): number {
  if (ours.length !== theirs.length) return NaN;
  const differences = ours.map((logit, at) =>
    Math.abs(sigmoid(logit) - sigmoid(theirs[at] ?? NaN)),
  );
  return differences.reduce((worst, each) => (each <= worst ? worst : each), 0);
}
