import type { PlaceFigures } from '../../src/kernels/measure/measure-here';

/** What the page asks of the worker, once. */
export interface MeasureCommand {
  readonly rounds: number;
  readonly golden: boolean;
}

/** What the worker tells. */
export type MeasureReply =
  | { readonly type: 'round'; readonly round: number }
  | { readonly type: 'done'; readonly figures: PlaceFigures }
  | { readonly type: 'failed'; readonly message: string };
