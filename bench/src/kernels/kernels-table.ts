import { formatNumber, formatTable, type Row } from '../table';
import type { KernelsResult, KernelRow, ModelRow } from './kernels-result';

const percent = (share: number | null): string =>
  share === null ? '–' : `${formatNumber(share * 100, 0)} %`;

/** The result for people. */
export function kernelsTable({ peakGflops, peaks, models, kernels }: KernelsResult): string {
  const tops = peaks.map(({ where, build, gflops }): Row => [
    `${where}, ${build}`,
    formatNumber(gflops),
  ]);
  const parts = [
    formatTable([['multiply-add peak', 'GFLOP/s'], ...tops, ['highest', formatNumber(peakGflops)]]),
    formatTable([MODEL_HEAD, ...models.flatMap(modelRows)]),
    formatTable([KERNEL_HEAD, ...kernels.map(kernelRow)]),
  ];
  const faults = models.flatMap(({ name, where, tfliteFault }) =>
    tfliteFault === null ? [] : [`${where}, ${name}: ${tfliteFault}`],
  );
  return [...parts, ...faults].join('\n\n');
}

const MODEL_HEAD: Row = [
  ...['model', 'where', 'build', 'ours ms', 'p95', 'TFLite ms', 'ratio'],
  ...['GFLOP/s', 'of peak', 'max error'],
] as [string, ...string[]];

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
