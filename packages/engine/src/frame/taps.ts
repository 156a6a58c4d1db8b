import type { Kernels } from '@cyclorama/kernels';
import type { KernelBlocks } from './kernel-blocks';

/** One axis of a resampling, in source pixels: where it starts, and how far outputs lie apart. */
export interface Axis {
  /** Number of outputs. */
  readonly count: number;
  readonly start: number;
  readonly step: number;
  /** Number of inputs. */
  readonly size: number;
}

/** A tap table in kernel memory: what a resampling kernel takes for one axis. */
export interface Taps {
  readonly pointer: number;
  readonly entryBytes: number;
}

/** Makes the table of a box filter for an axis; the block belongs to `blocks`. */
export function makeTaps({ run }: Kernels, blocks: KernelBlocks, axis: Axis): Taps {
  const entryBytes = run.tapEntryBytes(axis.step);
  const pointer = blocks.allocate(entryBytes * axis.count);
  run.boxTaps(pointer, axis.count, axis.start, axis.step, axis.size);
  return { pointer, entryBytes };
}

/** Bytes of the row of scratch that the resampling kernels need for sources of a width. */
export function scratchRowBytes(width: number): number {
  return 2 * width + 128;
}
