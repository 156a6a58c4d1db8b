import type { Shape, Step, ValueId } from './plan';

/** What a rule may ask about the rest of the plan. */
export interface Surroundings {
  shape(value: ValueId): Shape;
  /** The step that gives a value, if just one step reads that value and it is not the output. */
  soleProducer(value: ValueId): Step | undefined;
}

interface Merger {
  readonly merged: Step;
  /** The step that is no longer needed. */
  readonly absorbed: Step;
}

type Rule = (step: Step, surroundings: Surroundings) => Merger | undefined;

const hasRoomForActivation = (step: Step | undefined): boolean =>
  step !== undefined &&
  'activation' in step &&
  step.kind !== 'activate' &&
  step.activation === 'none' &&
  !('residual' in step && step.residual !== undefined);

/** conv → activation: one step. */
function activationIntoProducer(step: Step, surroundings: Surroundings): Merger | undefined {
  if (step.kind !== 'activate') return undefined;
  const producer = surroundings.soleProducer(step.input);
  if (!producer || !('activation' in producer) || !hasRoomForActivation(producer)) return undefined;
  const { activation, output } = step;
  return { merged: { ...producer, activation, output }, absorbed: producer };
}

/** The two ways to look at a sum. */
const sides = (step: Step & { kind: 'add' }): readonly (readonly [ValueId, ValueId])[] => [
  [step.input, step.other],
  [step.other, step.input],
];

/** conv → sum with an earlier value: the convolution adds it before it stores. */
function sumIntoConv(step: Step, surroundings: Surroundings): Merger | undefined {
  if (step.kind !== 'add' || step.activation !== 'none') return undefined;
  for (const [summand, residual] of sides(step)) {
    const producer = surroundings.soleProducer(summand);
    if (producer?.kind !== 'conv' && producer?.kind !== 'depthwise') continue;
    if (producer.residual !== undefined) continue;
    return { merged: { ...producer, residual, output: step.output }, absorbed: producer };
  }
  return undefined;
}

/** product → sum: one pass over memory. */
function sumIntoProduct(step: Step, surroundings: Surroundings): Merger | undefined {
  if (step.kind !== 'add') return undefined;
  for (const [summand, addend] of sides(step)) {
    const producer = surroundings.soleProducer(summand);
    if (producer?.kind !== 'multiply' || producer.addend !== undefined) continue;
    if (producer.activation !== 'none') continue;
    const { activation, output } = step;
    return { merged: { ...producer, addend, activation, output }, absorbed: producer };
  }
  return undefined;
}

/** sum → mean: the sum itself is never written. */
function sumIntoMean(step: Step, surroundings: Surroundings): Merger | undefined {
  if (step.kind !== 'mean' || step.addend !== undefined) return undefined;
  const producer = surroundings.soleProducer(step.input);
  if (producer?.kind !== 'add' || producer.activation !== 'none') return undefined;
  const { input, other } = producer;
  return { merged: { ...step, input, addend: other }, absorbed: producer };
}

/** channel scale → conv: the scale goes into the weights, which are far fewer than the values. */
function scaleIntoConv(step: Step, surroundings: Surroundings): Merger | undefined {
  if (step.kind !== 'conv' || step.scale !== undefined) return undefined;
  const producer = surroundings.soleProducer(step.input);
  if (producer?.kind !== 'multiply' || producer.addend !== undefined) return undefined;
  const [, height, width] = surroundings.shape(producer.factor);
  if (producer.activation !== 'none' || height * width !== 1) return undefined;
  const { input, factor } = producer;
  return { merged: { ...step, input, scale: factor }, absorbed: producer };
}

/** Every fusion, in the order in which they are tried on a step. */
export const rules: readonly Rule[] = [
  activationIntoProducer,
  sumIntoConv,
  sumIntoProduct,
  sumIntoMean,
  scaleIntoConv,
];
