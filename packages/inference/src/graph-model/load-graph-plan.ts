import { refuse } from '../model-load-error';
import type { Plan } from '../plan/plan';

/** What of a graph model is wanted, and for which input. */
export interface GraphPlanOptions {
  /** Rows of the input. */
  readonly inputHeight: number;
  /** Columns of the input. */
  readonly inputWidth: number;
  /** Names of nodes as in the file; their channels stand in the plan's output in this order. */
  readonly outputs: readonly string[];
}

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
  { inputHeight, inputWidth }: GraphPlanOptions,
): Plan {
  return refuse('model', `no ${inputWidth}×${inputHeight} yet: ${typeof model} ${weights.length}`);
}

/**
 * Where the weights of a graph model lie, relative to its `model.json`, in the order in which
 * {@link loadGraphPlan} wants them.
 * @throws ModelLoadError when the file does not say it.
 */
export function shardPathsOf(model: unknown): readonly string[] {
  return refuse('model', `no shards of ${typeof model} yet`);
}
