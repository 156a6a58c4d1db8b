import { escapeXml } from '../chart/svg-picture';

/** One bar and what is written beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly look: 'ours' | 'theirs';
}

/** Bars below a heading. */
export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** The value at the right end; a line is drawn there when it has a name. */
  readonly end: { readonly value: number; readonly name?: string };
}

/** Pixels of a picture of bars. */
export const WIDTH = 760;
const LEFT = 220;
const RIGHT = 170;
const TITLE_HEIGHT = 52;
const BAR_HEIGHT = 20;
const GAP = 18;

export const panelHeight = ({ bars }: Panel): number =>
  TITLE_HEIGHT + bars.length * BAR_HEIGHT + GAP;

/** A panel as SVG, its top at `y`. */
export function drawPanel(panel: Panel, y: number): string {
  const { title, bars, end } = panel;
  const top = y + TITLE_HEIGHT;
  const scale = (WIDTH - LEFT - RIGHT) / end.value;
  // Beside the bar, or beyond the line, which would go through it.
  const noteX = ({ value }: Bar): number =>
    (end.name === undefined ? LEFT + value * scale : WIDTH - RIGHT) + 6;
  return [
    `<text class="title" x="16" y="${y + 22}">${escapeXml(title)}</text>`,
    ...bars.map((bar, at) => drawBar(bar, top + at * BAR_HEIGHT, scale, noteX(bar))),
    ...(end.name === undefined ? [] : [drawEnd(end.name, top, bars.length * BAR_HEIGHT)]),
  ].join('\n');
}

function drawBar(bar: Bar, y: number, scale: number, noteX: number): string {
  const { label, value, note, look } = bar;
  const width = Math.max(value * scale, 1).toFixed(1);
  const textY = y + 14;
  return [
    `<text class="label" x="${LEFT - 8}" y="${textY}">${escapeXml(label)}</text>`,
    `<rect class="${look}" x="${LEFT}" y="${y + 3}" width="${width}" height="14" rx="2" />`,
    `<text x="${noteX.toFixed(1)}" y="${textY}">${escapeXml(note)}</text>`,
  ].join('\n');
}

function drawEnd(name: string, top: number, height: number): string {
  const x = WIDTH - RIGHT;
  return [
    `<path class="end" d="M${x} ${top - 4}v${height + 8}" />`,
    `<text class="middle" x="${x}" y="${top - 8}">${escapeXml(name)}</text>`,
  ].join('\n');
}
