import type { Activation } from '../model';

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

const FUNCTIONS: Record<Activation, (value: number) => number> = {
  none: (value) => value,
  relu: (value) => Math.max(value, 0),
  relu6: (value) => clamp(value, 0, 6),
  'hard-swish': (value) => (value * clamp(value + 3, 0, 6)) / 6,
  logistic: (value) => 1 / (1 + Math.exp(-value)),
};

/** Applies an activation in place. */
export function activate(values: Float32Array, activation: Activation): void {
  const apply = FUNCTIONS[activation];
  for (let i = 0; i < values.length; i++) values[i] = apply(values[i] ?? 0);
}
