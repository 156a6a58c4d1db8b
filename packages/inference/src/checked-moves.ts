import type { Dilations, Strides } from './model';
import { refuse } from './model-load-error';

const MAX_MOVE = 4096;

function check(place: string, what: string, moves: readonly number[]): void {
  for (const move of moves) {
    if (Number.isInteger(move) && move >= 1 && move <= MAX_MOVE) continue;
    refuse(place, `${what} must be from 1 to ${MAX_MOVE}, got ${move}`);
  }
}

/** The strides of a file, if they are ones. */
export function checkedStrides<T extends Strides>(place: string, taken: T): T {
  check(place, 'stride', [taken.strideX, taken.strideY]);
  return taken;
}

/** The dilations of a file, if they are ones. */
export function checkedDilations(place: string, taken: Dilations): Dilations {
  check(place, 'dilation', [taken.dilationX, taken.dilationY]);
  return taken;
}
