import type { Backend, Session } from '../backend';
import { elementCount, shapeOf, type Plan, type ValueId } from '../plan/plan';
import { runStep } from './run-step';
import type { Tensors } from './tensor';

/** The slow, obvious backend in plain TypeScript, against which the others are compared. */
export function referenceBackend(): Backend {
  return { prepare: (plan) => new ReferenceSession(plan) };
}

class ReferenceSession implements Session {
  readonly inputShape;
  readonly outputShape;
  readonly #plan: Plan;
  readonly #tensors: Tensors;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.inputShape = shapeOf(plan, plan.input);
    this.outputShape = shapeOf(plan, plan.output);
    this.#tensors = tensorsOf(plan);
  }

  input(): Float32Array {
    return this.#tensors(this.#plan.input).values;
  }

  output(): Float32Array {
    return this.#tensors(this.#plan.output).values;
  }

  run(): void {
    for (const step of this.#plan.steps) runStep(step, this.#tensors);
  }

  close(): void {
    // Nothing is held outside this object.
  }
}

/** Values stand where the plan says, so that a mistake in its memory shows here too. */
function tensorsOf(plan: Plan): Tensors {
  const arena = new ArrayBuffer(plan.arenaBytes);
  const all = plan.shapes.map((shape, value) => ({
    shape,
    values: new Float32Array(arena, plan.offsetsBytes[value], elementCount(shape)),
  }));
  return (value: ValueId) => all[value] ?? fail(value);
}

function fail(value: ValueId): never {
  throw new RangeError(`Value ${value} does not exist.`);
}
