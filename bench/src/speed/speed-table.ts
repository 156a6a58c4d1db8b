import type { Growth } from '../system/memory-growth';
import { formatNumber, formatTable, type Row } from '../table';
import type { SpeedResult } from './speed-result';

const kilobytes = (bytes: number): string => `${formatNumber(bytes / 1000)} kB`;
const percent = (share: number | null): string =>
  share === null ? '–' : `${formatNumber(share * 100)} %`;

/** Over all of the time, and over its second half. */
const growth = ({ growthBytesPerMinute, laterGrowthBytesPerMinute }: Growth): string =>
  `${kilobytes(growthBytesPerMinute)}, later ${kilobytes(laterGrowthBytesPerMinute)}`;

/** The result for people. */
export function speedTable({ width, height, passthrough, ours }: SpeedResult): string {
  const added = ours.cpuMsPerFrame - passthrough.cpuMsPerFrame;
  const rates: Row[] = [
    [`${width}×${height}`, 'fps', 'CPU ms/frame', 'above pass-through'],
    ['pass-through', formatNumber(passthrough.fps), formatNumber(passthrough.cpuMsPerFrame)],
    ['ours', formatNumber(ours.fps), formatNumber(ours.cpuMsPerFrame), formatNumber(added)],
  ];
  const tables = [rates, details(ours, passthrough), stages(ours)];
  return tables.map(formatTable).join('\n\n');
}

function details(ours: SpeedResult['ours'], passthrough: SpeedResult['passthrough']): Row[] {
  const { latencyMs, memory } = ours;
  return [
    ['dropped', percent(ours.droppedShare)],
    ['latency, median', `${formatNumber(latencyMs?.median ?? null)} ms`],
    ['latency, p95', `${formatNumber(latencyMs?.p95 ?? null)} ms`],
    ['first frame, warm', `${formatNumber(ours.firstFrameMs, 0)} ms`],
    ['first frame, cold', `${formatNumber(ours.firstFrameColdMs, 0)} ms`],
    ['size', kilobytes(ours.bytes)],
    ['size, gzip', kilobytes(ours.bytesGzip)],
    ['memory, peak', kilobytes(memory.peakBytes)],
    ['memory, growth a minute', growth(memory)],
    ['… of pass-through', growth(passthrough)],
    ['mask of the very frame', percent(ours.maskShare)],
    ['path', ours.path ?? '–'],
  ];
}

function stages({ stagesMs }: SpeedResult['ours']): Row[] {
  const rows = Object.entries(stagesMs).map(([name, { median, p95 }]): Row => [
    name,
    formatNumber(median, 2),
    formatNumber(p95, 2),
  ]);
  return [['stage, ms', 'median', 'p95'], ...rows];
}
