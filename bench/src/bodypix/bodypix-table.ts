import { formatNumber, formatTable, type Row } from '../table';
import type { BodypixResult, BodypixRow } from './bodypix-result';

const HEAD: Row = [
  'model',
  ...['input', 'build', 'ours ms', 'best', 'TF.js ms', 'best', 'times faster', 'TF.js all'],
  ...['GFLOP/s', 'max error'],
];

/** The result for people. */
export function bodypixTable({ rows }: BodypixResult): string {
  return formatTable([HEAD, ...rows.map(rowOf)]);
}

const rowOf = (row: BodypixRow): Row => [
  row.model,
  `${row.inputWidth}×${row.inputHeight}`,
  row.build,
  formatNumber(row.oursMs),
  formatNumber(row.oursBestMs),
  formatNumber(row.tfjsMs),
  formatNumber(row.tfjsBestMs),
  formatNumber(row.ratio, 2),
  formatNumber(row.tfjsAllMs),
  formatNumber(row.gflops),
  row.maxError.toExponential(1),
];
