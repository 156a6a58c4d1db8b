/** Some of many. */
export interface Page<Item> {
  /** From 0. */
  readonly at: number;
  readonly count: number;
  readonly items: readonly Item[];
}

/** The page that was asked for, or the last one where there are fewer by now. */
export function pageOf<Item>(all: readonly Item[], perPage: number, wanted: number): Page<Item> {
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(Math.max(wanted, 0), count - 1);
  return { at, count, items: all.slice(at * perPage, (at + 1) * perPage) };
}

/** How many tiles a width bears in a grid. */
export function gridCapacity(widthPx: number): number {
  if (widthPx < 560) return 4;
  return widthPx < 900 ? 6 : 9;
}
