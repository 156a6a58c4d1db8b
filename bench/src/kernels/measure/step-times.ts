import { wasmBackend, type Plan } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import { median } from '../../measure/distribution';
import type { Contender, Times } from './contender';
import { multiplyAdds, stepBytes, type Step } from './multiply-adds';
import { stepKind } from './step-kind';

const BLOCK_MS = 4;

/** One step of a model, run by itself again and again, so that its values lie in the cache. */
export interface StepFigures {
  readonly kind: string;
  /** Where it stands in the plan, and its output's shape. */
  readonly place: string;
  readonly ms: number;
  readonly multiplyAdds: number;
  readonly bytes: number;
}

const contenderName = (model: string, index: number): string => `${model}: step ${index}`;

/** One for each step: a plan of that step alone, on the same block of memory. */
export function stepContenders(model: string, plan: Plan, kernels: Kernels): readonly Contender[] {
  const backend = wasmBackend(kernels);
  return plan.steps.map((step, index) => ({
    name: contenderName(model, index),
    blockMs: BLOCK_MS,
    open: () => {
      const session = backend.prepare(planOf(plan, step));
      session.input().fill(0.5);
      return { run: () => session.run(), close: () => session.close() };
    },
  }));
}

const planOf = (plan: Plan, step: Step): Plan => ({
  ...plan,
  steps: [step],
  input: step.input,
  output: step.output,
});

/** Each step's time, beside what it had to do. */
export function stepFigures(
  model: string,
  plan: Plan,
  times: ReadonlyMap<string, Times>,
): readonly StepFigures[] {
  return plan.steps.flatMap((step, index) => {
    const own = times.get(contenderName(model, index));
    return own ? [{ ...describe(plan, step), ms: median(own.roundMs) }] : [];
  });
}

function describe(plan: Plan, step: Step): Omit<StepFigures, 'ms'> {
  const shape = (value: number): string => plan.shapes[value]?.slice(1).join('×') ?? '';
  return {
    kind: stepKind(plan, step),
    place: `${step.place}: ${shape(step.input)} → ${shape(step.output)}`,
    multiplyAdds: multiplyAdds(plan, step),
    bytes: stepBytes(plan, step),
  };
}
