import { formatNumber, formatTable, type Row } from '../table';
import type { PeerRow, PeersResult } from './peers-result';

/** The result for people. */
export function peersTable({ width, height, rows }: PeersResult): string {
  const title = `${width}×${height}`;
  const head: Row = [
    title,
    'version',
    'fps',
    'CPU ms/frame',
    '× ours',
    '× above pass-through',
    'first ms',
    'cold',
    'kB gzip',
  ];
  return [formatTable([head, ...rows.map(tableRow)]), ...rows.flatMap(notes)].join('\n\n');
}

const tableRow = (row: PeerRow): Row => [
  row.name,
  row.version ?? '–',
  formatNumber(row.fps),
  formatNumber(row.cpuMsPerFrame),
  formatNumber(row.ratioToCyclorama),
  formatNumber(row.ratioAbovePassthrough),
  formatNumber(row.firstFrameMs, 0),
  formatNumber(row.firstFrameColdMs, 0),
  formatNumber(row.bytesGzip === null ? null : row.bytesGzip / 1000, 0),
];

const notes = ({ name, failures }: PeerRow): string[] =>
  failures.map((failure) => `${name} failed: ${failure}`);
