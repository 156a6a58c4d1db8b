import { formatNumber, formatTable, type Row } from '../table';
import type { KernelsResult, KernelRow, ModelRow, StepRow } from './kernels-result';

const percent = (share: number | null): string =>
  share === null ? '–' : `${formatNumber(share * 100, 0)} %`;

/** The result for people. */
export function kernelsTable(result: KernelsResult): string {
  const { peakGflops, peaks, models, kernels, steps } = result;
  const tops = peaks.map(({ where, build, gflops }): Row => [
    `${where}, ${build}`,
    formatNumber(gflops),
  ]);
  const parts = [
    formatTable([['multiply-add peak', 'GFLOP/s'], ...tops, ['highest', formatNumber(peakGflops)]]),
    formatTable([MODEL_HEAD, ...models.flatMap(modelRows)]),
    formatTable([KERNEL_HEAD, ...kernels.map(kernelRow)]),
    formatTable([STEP_HEAD, ...farthest(steps).map(stepRow)]),
  ];
  const faults = models.flatMap(({ name, where, tfliteFault }) =>
    tfliteFault === null ? [] : [`${where}, ${name}: ${tfliteFault}`],
  );
  return [...parts, ...faults].join('\n\n');
}

const MODEL_HEAD: Row = [
  'model',
  ...['where', 'build', 'ours ms', 'p95', 'TFLite ms', 'ratio', 'GFLOP/s', 'of peak', 'max error'],
];

function modelRows({ name, where, tfliteMs, builds }: ModelRow): Row[] {
  return builds.map((row) => [
    name,
    where,
    row.build,
    formatNumber(row.oursMs, 2),
    formatNumber(row.oursP95Ms, 2),
    formatNumber(tfliteMs, 2),
    formatNumber(row.ratio, 2),
    formatNumber(row.gflops),
    percent(row.peakShare),
    row.maxError?.toExponential(1) ?? '–',
  ]);
}

const KERNEL_HEAD: Row = ['kernel', 'where', 'calls', 'ms', 'GFLOP/s', 'of peak', 'GB/s'];

const kernelRow = (row: KernelRow): Row => [
  row.of === row.kind ? row.kind : row.name,
  row.where,
  String(row.calls),
  formatNumber(row.ms, 3),
  formatNumber(row.gflops),
  percent(row.peakShare),
  formatNumber(row.gbps),
];

const STEP_HEAD: Row = ['steps farthest from the peak', 'kind', 'ms', 'at the peak', 'GFLOP/s'];

const LISTED = 12;

/** Of the landscape model in the browser, those that lose most. */
function farthest(steps: readonly StepRow[]): StepRow[] {
  return steps
    .filter(({ model, where }) => model === 'landscape' && where === 'chromium')
    .sort((a, b) => b.ms - b.atPeakMs - (a.ms - a.atPeakMs))
    .slice(0, LISTED);
}

const stepRow = ({ place, kind, ms, atPeakMs, gflops }: StepRow): Row => [
  ...([place, kind, formatNumber(ms, 3)] as const),
  ...[formatNumber(atPeakMs, 3), formatNumber(gflops)],
];
