import { svgPicture } from '../chart/svg-picture';
import { formatNumber } from '../table';
import { drawPanel, panelHeight, WIDTH, type Bar, type Panel } from './bar-panel';
import type { KernelRow, KernelsResult, ModelRow } from './kernels-result';

const STYLE = `
.ours { fill: #2f6feb; }
.theirs { fill: #9aa4b0; }
.end { stroke: #c2410c; stroke-width: 1.5; stroke-dasharray: 4 3; fill: none; }
@media (prefers-color-scheme: dark) {
  .ours { fill: #5b9bff; }
  .theirs { fill: #6e7681; }
  .end { stroke: #fb923c; }
}`;

/** The result as a picture: models beside theirs, kernels beside the peak, stages of a frame. */
export function kernelsChart(result: KernelsResult): string {
  const panels = [modelPanel(result.models), networkPanel(result), imagePanel(result.kernels)];
  const shown = panels.filter(({ bars }) => bars.length > 0);
  let y = 0;
  const drawn = shown.map((panel) => {
    const part = drawPanel(panel, y);
    y += panelHeight(panel);
    return part;
  });
  return svgPicture({
    title: 'Kernels and models: time and GFLOP/s',
    width: WIDTH,
    height: y,
    style: STYLE,
    parts: drawn,
  });
}

const most = (bars: readonly Bar[]): number => Math.max(...bars.map(({ value }) => value));
const ms = (value: number, digits = 2): string => `${formatNumber(value, digits)} ms`;
const percent = (share: number | null): string => `${formatNumber((share ?? 0) * 100, 0)} %`;
const place = (where: string): string => (where === 'node' ? 'Node' : 'Chromium');

function modelPanel(models: readonly ModelRow[]): Panel {
  const bars = models.flatMap(modelBars);
  return {
    title: 'Whole models, ms a run on one thread (TFLite: XNNPACK, WASM SIMD)',
    bars,
    end: { value: most(bars) },
  };
}

function modelBars({ name, where, oursMs, tfliteMs, ratio, build }: ModelRow): Bar[] {
  const note = ratio === null ? ms(oursMs) : `${ms(oursMs)}, ${formatNumber(ratio, 2)} of TFLite`;
  const ours: Bar = {
    label: `${name}, ${place(where)}, ${build}`,
    value: oursMs,
    note,
    look: 'ours',
  };
  if (tfliteMs === null) return [ours];
  return [ours, { label: 'TFLite', value: tfliteMs, note: ms(tfliteMs), look: 'theirs' }];
}

/** Of the landscape model in the browser: what users run. */
function networkPanel({ kernels, peakGflops }: KernelsResult): Panel {
  const bars = kernels
    .filter(({ where, of }) => where === 'chromium' && of === 'landscape')
    .flatMap(({ kind, calls, gflops, peakShare, ms: time }): Bar[] => {
      const note = `${formatNumber(gflops)}, ${percent(peakShare)}, ${ms(time, 3)}`;
      return gflops === null
        ? []
        : [{ label: `${kind} (${calls})`, value: gflops, note, look: 'ours' }];
    });
  return {
    title: 'Landscape in Chromium, by kernel (and its steps): GFLOP/s, share of the peak, time',
    bars,
    end: { value: peakGflops, name: `peak: ${formatNumber(peakGflops)} GFLOP/s` },
  };
}

function imagePanel(kernels: readonly KernelRow[]): Panel {
  const bars = kernels
    .filter(({ where, of }) => where === 'chromium' && of.includes('×'))
    .map(({ kind, ms: time, gbps }): Bar => {
      const note = `${ms(time)}, ${formatNumber(gbps)} GB/s`;
      return { label: kind, value: time, note, look: 'ours' };
    });
  return {
    title: 'A frame of 1280×720 in Chromium, ms by stage',
    bars,
    end: { value: most(bars) },
  };
}
