import { median } from './distribution';

/**
 * One record of several alike: the median of each number, and of anything else the first that is
 * not null.
 */
export function medianOfRuns<T>(runs: readonly T[]): T {
  return merge(runs) as T;
}

function merge(values: readonly unknown[]): unknown {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.every((value) => typeof value === 'number')) {
    return present.length > 0 ? median(present) : null;
  }
  if (!present.every((value) => typeof value === 'object')) return present[0];
  const keys = new Set(present.flatMap((record) => Object.keys(record)));
  const pick = (key: string): unknown[] =>
    present.map((record) => (record as Record<string, unknown>)[key]);
  return Object.fromEntries([...keys].map((key) => [key, merge(pick(key))]));
}
