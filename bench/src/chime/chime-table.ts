import type { Distribution } from '../measure/distribution';
import { formatNumber, formatTable } from '../table';
import type { ChimeResult } from './chime-result';

const times = (distribution: Distribution | null): string[] => [
  `${formatNumber(distribution?.median ?? null, 0)} ms`,
  `${formatNumber(distribution?.p95 ?? null, 0)} ms`,
];
const megabytes = (bytes: number): string => `${formatNumber(bytes / 1e6)} MB`;
const percent = (share: number): string => `${formatNumber(share * 100)} %`;

/** The result for people. */
export function chimeTable(result: ChimeResult): string {
  const { clients, width, height, growthBytesPerMinute, laterGrowthBytesPerMinute } = result;
  const joins = [
    ['20 joins', 'median', 'p95'],
    ['audioVideoDidStart', ...times(result.joinMs)],
    ['media flows', ...times(result.mediaMs)],
  ] as const;
  const call = [
    [`${clients} clients, ${width}×${height}`, ''],
    ['CPU of the service, of a core', percent(result.serverCpuShare)],
    ['frames a second of a tile', formatNumber(result.fpsPerTile)],
    ['packets lost', String(result.lost)],
    ['reconnects', String(result.reconnects)],
    ['tiles lost', String(result.tilesLost)],
    ['audio made up', percent(result.concealedShare)],
    ['memory, peak', megabytes(result.rssBytes)],
    ['memory, growth a minute', megabytes(growthBytesPerMinute)],
    ['… in the second half', megabytes(laterGrowthBytesPerMinute)],
  ] as const;
  return [joins, call].map(formatTable).join('\n\n');
}
