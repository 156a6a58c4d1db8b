/** From values to pixels along one axis. */
export interface Scale {
  at(value: number): number;
  readonly ticks: readonly number[];
}

/** 1, 2, 5, 10 …, from below the least to above the most. */
export function logScale(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const steps = Array.from({ length: 27 }, (_, at) => roundStep(at - 9));
  const first = steps.findLast((step) => step <= least) ?? least;
  const last = steps.find((step) => step >= most && step > first) ?? most;
  const at = (value: number): number =>
    from + ((to - from) * Math.log(value / first)) / Math.log(last / first);
  return { at, ticks: steps.filter((step) => step >= first && step <= last) };
}

/** The n-th of 1, 2, 5, 10, 20, 50 …; negative ones are parts of 1. */
function roundStep(n: number): number {
  const decade = Math.floor(n / 3);
  return Number(`${[1, 2, 5][n - decade * 3] ?? 1}e${decade}`);
}

const LINEAR_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];

/** Round steps, at most seven, from below the least to above the most. Of shares, 0..1. */
export function linearScale(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = LINEAR_STEPS.find((each) => (most - least) / each <= 6) ?? 0.2;
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  const at = (value: number): number =>
    from + ((to - from) * (value / step - first)) / (last - first);
  return { at, ticks: Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step) };
}
