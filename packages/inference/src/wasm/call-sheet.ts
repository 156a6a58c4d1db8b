import type { NetworkKernels } from '@cyclorama/kernels';
import type { Activation } from '../model';
import { shapeOf, type Plan, type Shape, type ValueId } from '../plan/plan';
import type { Layout, Place, Word } from './layout';

/** A kernel and where its call record will stand. */
export interface Call {
  readonly kernel: keyof NetworkKernels;
  readonly record: Place;
}

/** The kernels' numbers for activations; see NetworkKernels. */
export const ACTIVATION_CODES: Record<Activation, number> = {
  none: 0,
  relu: 1,
  relu6: 2,
  'hard-swish': 3,
  logistic: 4,
};

/** See `NetworkKernels.convolveSparse`. */
const NON_ZERO_LISTS_BYTES = 98_560;

/** Where one plan's values, weights and call records go in a layout. */
export class CallSheet {
  readonly #arena: Place;
  #nonZeroLists: Place | undefined;
  /** One for all steps that scale their weights: each such step fills it anew. */
  readonly scaledWeights: Place;

  constructor(
    readonly plan: Plan,
    readonly layout: Layout,
  ) {
    this.#arena = layout.reserve(plan.arenaBytes);
    this.scaledWeights = layout.reserve(scaledWeightsBytes(plan));
  }

  /** One for all sparse convolutions: each lists in it what is not zero. */
  get nonZeroLists(): Place {
    return (this.#nonZeroLists ??= this.layout.reserve(NON_ZERO_LISTS_BYTES));
  }

  /** Where a value will stand. */
  value(id: ValueId): Place {
    const offsetBytes = this.plan.offsetsBytes[id] ?? 0;
    return { offsetBytes: this.#arena.offsetBytes + offsetBytes };
  }

  /** The same for a value that may be missing: a null pointer then. */
  optional(id: ValueId | undefined): Word {
    return id === undefined ? 0 : this.value(id);
  }

  shape(id: ValueId): Shape {
    return shapeOf(this.plan, id);
  }

  call(kernel: keyof NetworkKernels, words: readonly Word[]): Call {
    return { kernel, record: this.layout.record(words) };
  }
}

function scaledWeightsBytes(plan: Plan): number {
  const sizes = plan.steps.map((step) => {
    if (step.kind !== 'conv' || step.scale === undefined) return 0;
    const outputs = step.bias.length;
    return (4 * Math.ceil(outputs / 8) * 8 * step.weights.length) / outputs;
  });
  return Math.max(0, ...sizes);
}
