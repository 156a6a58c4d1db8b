import { formatNumber, formatTable, type Row } from '../table';
import { paretoFront } from './pareto-front';
import type { TradeoffPoint, TradeoffResult } from './tradeoff-result';

/** The result for people, cheapest first; a star where nothing is better at that cost. */
export function tradeoffTable({ clip, width, height, frames, points, leftOut }: TradeoffResult) {
  const stars = { iou: starred(points, 'iou'), boundaryF: starred(points, 'boundaryF') };
  const rows = points
    .toSorted((a, b) => a.msPerFrame - b.msPerFrame)
    .map((point): Row => [
      point.name,
      formatNumber(point.msPerFrame),
      formatNumber(point.stagesMs.segment.median),
      point.backend ?? '–',
      `${formatNumber(point.iou, 4)}${stars.iou.has(point.name) ? '*' : ' '}`,
      `${formatNumber(point.boundaryF, 4)}${stars.boundaryF.has(point.name) ? '*' : ' '}`,
    ]);
  const head: Row = [
    `${clip}, ${width}×${height}, ${frames} frames`,
    ...['ms/frame', 'segment', 'on', 'IoU ', 'boundary F '],
  ];
  const missing = leftOut.map(({ name, reason }) => `${name}: ${reason}`);
  return [formatTable([head, ...rows]), ...missing].join('\n');
}

/** Names of the efficient ones. */
function starred(points: readonly TradeoffPoint[], pick: 'iou' | 'boundaryF'): Set<string> {
  const trades = points.flatMap(({ name, msPerFrame, [pick]: accuracy }) =>
    accuracy === null ? [] : [{ name, msPerFrame, accuracy }],
  );
  return new Set(paretoFront(trades).map(({ name }) => name));
}
