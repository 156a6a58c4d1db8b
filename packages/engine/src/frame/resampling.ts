import type { Kernels } from '@cyclorama/kernels';
import type { KernelBlocks } from './kernel-blocks';
import type { PlaneShape } from './planes';

/** Across and down, in pixels of the source. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** How one plane becomes another of a different size. */
interface Resampling {
  readonly source: PlaneShape;
  readonly target: PlaneShape;
  /** The corner of the part that is taken; need not be whole. */
  readonly start: Point;
  /** How far outputs lie apart. */
  readonly step: Point;
}

/** One axis of a resampling. */
interface Axis {
  /** Number of outputs. */
  readonly count: number;
  readonly start: number;
  readonly step: number;
  /** Number of inputs. */
  readonly size: number;
}

/**
 * Makes the call record of the kernels `scalePlane` and `shrinkPlane`, with the tables of a box
 * filter. All of it belongs to `blocks`.
 * @returns The pointer to the record.
 */
export function makeResampling(
  kernels: Kernels,
  blocks: KernelBlocks,
  { source, target, start, step }: Resampling,
): number {
  const x = { count: target.width, start: start.x, step: step.x, size: source.width };
  const y = { count: target.height, start: start.y, step: step.y, size: source.height };
  return blocks.record([
    ...[source.stride, source.width, target.stride, target.width, target.height],
    ...makeTaps(kernels, blocks, x),
    ...makeTaps(kernels, blocks, y),
    blocks.allocate(2 * source.stride + 128),
  ]);
}

/** The pointer to an axis's table, and the bytes of one of its entries. */
function makeTaps({ run }: Kernels, blocks: KernelBlocks, axis: Axis): [number, number] {
  const entryBytes = run.tapEntryBytes(axis.step);
  const pointer = blocks.allocate(entryBytes * axis.count);
  run.boxTaps(pointer, axis.count, axis.start, axis.step, axis.size);
  return [pointer, entryBytes];
}
