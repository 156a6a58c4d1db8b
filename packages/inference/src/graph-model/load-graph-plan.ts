import { refuse } from '../model-load-error';
import { fuse } from '../plan/fuse';
import { lower, type Limits } from '../plan/lower';
import { placeValues } from '../plan/memory';
import type { Plan } from '../plan/plan';
import { GraphReader } from './graph-reader';
import { GraphNodes } from './nodes';
import { Weights } from './weights';

/** What of a graph model is wanted, and for which input. */
export interface GraphPlanOptions {
  /** Rows of the input. */
  readonly inputHeight: number;
  /** Columns of the input. */
  readonly inputWidth: number;
  /** Names of nodes as in the file; their channels stand in the plan's output in this order. */
  readonly outputs: readonly string[];
}

/** The caller chooses the input's size: a film's frame at its full size is slow, but no mistake. */
const CHOSEN_INPUT: Limits = { multiplyAdds: 1e11, elements: 1 << 26 };

/**
 * Makes a plan from a TensorFlow.js graph model.
 *
 * Only what the outputs need is read. Several outputs are convolutions of one value, which become
 * one convolution: the plan's output is `[1,H,W,sum of their channels]`.
 * @param model - The parsed `model.json`.
 * @param weights - The files of {@link shardPathsOf}, one after the other; not kept.
 * @throws ModelLoadError naming the node or the weight when the files are not a model that can be
 * run.
 */
export function loadGraphPlan(
  model: unknown,
  weights: Uint8Array,
  { inputHeight, inputWidth, outputs }: GraphPlanOptions,
): Plan {
  const size = [inputHeight, inputWidth] as const;
  if (!size.every(Number.isInteger)) refuse('model input', `${size.join('×')} is no size`);
  const reader = new GraphReader(new GraphNodes(model), new Weights(model, weights), size);
  return placeValues(fuse(lower(reader.read(outputs), CHOSEN_INPUT)));
}
