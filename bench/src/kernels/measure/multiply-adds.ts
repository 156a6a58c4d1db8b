import type { Plan } from '@cyclorama/inference';

/** One step of a plan. */
export type Step = Plan['steps'][number];

const countOf = (plan: Plan, value: number): number =>
  plan.shapes[value]?.reduce((count, side) => count * side, 1) ?? 0;

const pixelsOf = (plan: Plan, value: number): number => {
  const [, height = 0, width = 0] = plan.shapes[value] ?? [];
  return height * width;
};

/**
 * Multiply-adds of a step, by its shapes; filters that reach over an edge count in full. What is no
 * filter has none: a mean or a resize is bound by memory, not by arithmetic.
 */
export function multiplyAdds(plan: Plan, step: Step): number {
  switch (step.kind) {
    case 'conv':
      return pixelsOf(plan, step.output) * step.weights.length;
    case 'depthwise':
      return pixelsOf(plan, step.output) * step.weights.length;
    case 'transposed':
      return pixelsOf(plan, step.input) * step.weights.length;
    default:
      return 0;
  }
}

/** Multiply-adds of a whole plan. */
export const planMultiplyAdds = (plan: Plan): number =>
  plan.steps.reduce((sum, step) => sum + multiplyAdds(plan, step), 0);

/** Bytes that a step must at least read and write, weights included. */
export function stepBytes(plan: Plan, step: Step): number {
  const constants = 'weights' in step ? step.weights.length + step.bias.length : 0;
  const values = valuesOf(step).reduce((sum, value) => sum + countOf(plan, value), 0);
  return 4 * (values + constants);
}

/** A step as far as its values go. */
type Values = Pick<Step, 'input' | 'output'> & Partial<Record<Side, number | undefined>>;

type Side = (typeof SIDES)[number];
const SIDES = ['scale', 'residual', 'addend', 'other', 'factor'] as const;

const valuesOf = (step: Values): number[] => [
  step.input,
  step.output,
  ...SIDES.flatMap((side) => step[side] ?? []),
];
