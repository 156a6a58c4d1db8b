/** What something costs and what it gives. */
export interface Trade {
  readonly msPerFrame: number;
  readonly accuracy: number;
}

/**
 * The efficient ones, by rising cost: those that nothing else beats in one without losing in the
 * other. Of equals the first counts.
 */
export function paretoFront<T extends Trade>(trades: readonly T[]): T[] {
  const byCost = trades.toSorted((a, b) => a.msPerFrame - b.msPerFrame || b.accuracy - a.accuracy);
  let best = -Infinity;
  return byCost.filter(({ accuracy }) => {
    const isBetter = accuracy > best;
    best = Math.max(best, accuracy);
    return isBetter;
  });
}
