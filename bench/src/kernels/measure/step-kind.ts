import type { Plan } from '@cyclorama/inference';
import type { Step } from './multiply-adds';

/** What a step's time is added to, such as `depthwise 3×3`. */
export function stepKind(plan: Plan, step: Step): string {
  switch (step.kind) {
    case 'conv':
      return isOnePixel(plan, step.output) ? 'dense' : `convolution ${windowOf(step)}`;
    case 'depthwise':
      return `depthwise ${windowOf(step)}`;
    case 'transposed':
      return `transposed ${step.kernelHeight}×${step.kernelWidth}`;
    default:
      return step.kind;
  }
}

function windowOf({ window }: Extract<Step, { kind: 'conv' | 'depthwise' }>): string {
  const { kernelHeight, kernelWidth, strideX } = window;
  return `${kernelHeight}×${kernelWidth}${strideX > 1 ? ` / ${strideX}` : ''}`;
}

/** Squeeze and excite: a 1×1 convolution that has but one pixel to work on. */
function isOnePixel(plan: Plan, value: number): boolean {
  const [, height, width] = plan.shapes[value] ?? [];
  return height === 1 && width === 1;
}
