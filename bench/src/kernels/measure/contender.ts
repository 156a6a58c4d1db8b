/** Something that is timed, in turn with others. */
export interface Contender {
  readonly name: string;
  /** How long its block in each round takes at least, ms. */
  readonly blockMs: number;
  /** Makes it ready; called at the beginning of each block. */
  open(): OpenContender;
}

/** A contender whose turn it is. */
export interface OpenContender {
  readonly run: () => void;
  readonly close?: () => void;
}

/** Times of one contender, ms a run. */
export interface Times {
  /** Of each round, the median. */
  readonly roundMs: readonly number[];
  /** Of all rounds, the least. */
  readonly bestMs: number;
  /** Of all rounds. */
  readonly p95Ms: number;
}

/** A contender that is always ready. */
export const standing = (name: string, blockMs: number, run: () => void): Contender => ({
  name,
  blockMs,
  open: () => ({ run }),
});
