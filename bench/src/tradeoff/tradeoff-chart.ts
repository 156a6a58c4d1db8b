import { svgPicture } from '../chart/svg-picture';
import { drawLegend, drawScatter, PANEL_HEIGHT, WIDTH, type Dot } from './scatter-panel';
import type { TradeoffPoint, TradeoffResult } from './tradeoff-result';

const LEGEND_HEIGHT = 40;

const STYLE = `
.grid { stroke: #d8dee4; }
.front { stroke: #c2410c; stroke-width: 1.5; fill: none; }
.lead { stroke: #9aa4b0; stroke-width: 0.75; }
.name { font-size: 12px; }
.selfie { fill: #c2410c; }
.bodypix050 { fill: #2f6feb; }
.bodypix075 { fill: #1a7f4b; }
.tfjs { fill: #9aa4b0; }
@media (prefers-color-scheme: dark) {
  .grid { stroke: #262d36; }
  .front { stroke: #fb923c; }
  .lead { stroke: #6e7681; }
  .selfie { fill: #fb923c; }
  .bodypix050 { fill: #5b9bff; }
  .bodypix075 { fill: #4cc38a; }
}`;

/**
 * The result as a picture: cost against IoU, and against boundary F.
 * @returns undefined where no point has an accuracy.
 */
export function tradeoffChart({ clip, width, height, points }: TradeoffResult): string | undefined {
  const measured = points.filter(({ iou }) => iou !== null);
  if (measured.length === 0) return undefined;
  const where = `${clip}, ${width}×${height}`;
  const dots = (pick: 'iou' | 'boundaryF'): Dot[] =>
    measured.map((point) => ({ ...dotOf(point), accuracy: point[pick] ?? 0 }));
  return svgPicture({
    title: `What each setting costs and gives on ${where}`,
    width: WIDTH,
    height: 2 * PANEL_HEIGHT + LEGEND_HEIGHT,
    style: STYLE,
    parts: [
      drawScatter({ title: `IoU, ${where}`, dots: dots('iou') }, 0),
      drawScatter({ title: `Boundary F, ${where}`, dots: dots('boundaryF') }, PANEL_HEIGHT),
      drawLegend(new Set(measured.map(lookOf)), 2 * PANEL_HEIGHT + LEGEND_HEIGHT / 2),
    ],
  });
}

const dotOf = (point: TradeoffPoint): Omit<Dot, 'accuracy'> => ({
  name: point.name,
  msPerFrame: point.msPerFrame,
  look: lookOf(point),
});

function lookOf({ settings }: TradeoffPoint): Dot['look'] {
  if (!('multiplier' in settings)) return 'selfie';
  if (settings.runtime === 'tfjs') return 'tfjs';
  return settings.multiplier === 0.5 ? 'bodypix050' : 'bodypix075';
}
