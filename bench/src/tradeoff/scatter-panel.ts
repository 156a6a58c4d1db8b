import { escapeXml } from '../chart/svg-picture';
import { paretoFront, type Trade } from './pareto-front';
import { linearScale, logScale, type Scale } from './scale';

/** One setting in one panel. */
export interface Dot extends Trade {
  readonly name: string;
  readonly look: 'selfie' | 'bodypix050' | 'bodypix075' | 'tfjs';
}

/** Dots over cost and one kind of accuracy. */
export interface ScatterPanel {
  readonly title: string;
  readonly dots: readonly Dot[];
}

/** Pixels of the whole picture. */
export const WIDTH = 820;
export const PANEL_HEIGHT = 360;
const PLOT = { left: 56, right: 520, top: 44, bottom: 300 } as const;
const NAMES_LEFT = PLOT.right + 40;
const NAME_HEIGHT = 17;

/** A panel as SVG, its top at `y`: the efficient dots are joined, and named at the right. */
export function drawScatter({ title, dots }: ScatterPanel, y: number): string {
  const x = logScale(
    dots.map(({ msPerFrame }) => msPerFrame),
    PLOT.left,
    PLOT.right,
  );
  const up = linearScale(
    dots.map(({ accuracy }) => accuracy),
    PLOT.bottom,
    PLOT.top,
  );
  const place = (dot: Dot): Placed => ({ dot, x: x.at(dot.msPerFrame), y: up.at(dot.accuracy) });
  const front = paretoFront(dots).map(place);
  return [
    `<g transform="translate(0 ${y})">`,
    `<text class="title" x="16" y="24">${escapeXml(title)}</text>`,
    ...drawAxes(x, up),
    `<path class="front" d="${front.map(({ x, y }, at) => `${at ? 'L' : 'M'}${px(x)} ${px(y)}`).join('')}" />`,
    ...drawNames(front),
    ...dots.map(place).map(drawDot),
    '</g>',
  ].join('\n');
}

interface Placed {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
}

const px = (value: number): string => value.toFixed(1);

function drawAxes(x: Scale, up: Scale): string[] {
  const { left, right, top, bottom } = PLOT;
  return [
    ...x.ticks.flatMap((tick) => [
      `<path class="grid" d="M${px(x.at(tick))} ${top}V${bottom}" />`,
      `<text class="middle" x="${px(x.at(tick))}" y="${bottom + 18}">${tick}</text>`,
    ]),
    ...up.ticks.flatMap((tick) => [
      `<path class="grid" d="M${left} ${px(up.at(tick))}H${right}" />`,
      `<text class="label" x="${left - 8}" y="${px(up.at(tick) + 4)}">${tick.toFixed(2)}</text>`,
    ]),
    `<text class="middle" x="${(left + right) / 2}" y="${bottom + 38}">ms a frame</text>`,
  ];
}

/** One below the other in the order of the dots, each with a line to its dot. */
function drawNames(front: readonly Placed[]): string[] {
  let free: number = PLOT.top;
  return front.toReversed().flatMap(({ dot, x, y }) => {
    const nameY = Math.max(y, free);
    free = nameY + NAME_HEIGHT;
    const figures = `${dot.msPerFrame.toFixed(1)} ms, ${dot.accuracy.toFixed(3)}`;
    return [
      `<path class="lead" d="M${px(x)} ${px(y)}L${NAMES_LEFT - 6} ${px(nameY)}" />`,
      `<text class="name" x="${NAMES_LEFT}" y="${px(nameY + 4)}">${escapeXml(dot.name)}: ${figures}</text>`,
    ];
  });
}

/** The looks differ in shape too, for who does not see the colours. */
const SHAPES: Readonly<Record<Dot['look'], string>> = {
  selfie: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  bodypix050: 'M-4.5-4.5h9v9h-9z',
  bodypix075: 'M0-6l6 10h-12z',
  tfjs: 'M0-6l6 6l-6 6l-6-6z',
};

function drawDot({ dot, x, y }: Placed): string {
  const told = `${dot.name}: ${dot.msPerFrame.toFixed(1)} ms, ${dot.accuracy.toFixed(3)}`;
  return `<path class="${dot.look}" transform="translate(${px(x)} ${px(y)})" d="${SHAPES[dot.look]}"><title>${escapeXml(told)}</title></path>`;
}

const LEGEND: Readonly<Record<Dot['look'], string>> = {
  selfie: 'selfie models',
  bodypix050: 'BodyPix 0.50, own runtime',
  bodypix075: 'BodyPix 0.75, own runtime',
  tfjs: 'BodyPix, TensorFlow.js',
};

/** What the looks mean, in one row whose middle is at `y`. */
export function drawLegend(looks: ReadonlySet<Dot['look']>, y: number): string {
  return (Object.keys(LEGEND) as Dot['look'][])
    .filter((look) => looks.has(look))
    .map((look, at) => {
      const x = 24 + at * 200;
      const shape = `<path class="${look}" transform="translate(${x} ${y})" d="${SHAPES[look]}" />`;
      return `${shape}<text x="${x + 12}" y="${y + 4}">${LEGEND[look]}</text>`;
    })
    .join('\n');
}
