import { plotLimitMs } from './plot-scale';
import type { StageName } from 'cyclorama';
import { STAGES, workMs, type StageTimes } from './stages';

/** Half a minute, at two samples a second. */
const SAMPLES = 60;
const LABEL_PX = 11;

/** What each stage took over the last half minute, one upon the other, on a canvas. */
export class StagePlot {
  readonly #samples: StageTimes[] = [];
  readonly #context: CanvasRenderingContext2D | null;

  /** @param colorOf - A stage's colour at this moment. */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly colorOf: (stage: StageName) => string,
  ) {
    this.#context = canvas.getContext('2d');
    new ResizeObserver(() => this.#draw()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw());
  }

  /** Adds what the stages take now. */
  add(times: StageTimes): void {
    this.#samples.push(times);
    if (this.#samples.length > SAMPLES) this.#samples.shift();
    this.#draw();
  }

  #draw(): void {
    const context = this.#context;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!context || width === 0) return;
    this.#fitToScreen(context, width, height);
    const limitMs = plotLimitMs(Math.max(0, ...this.#samples.map(workMs)));
    const yOf = (ms: number): number => height - (ms / limitMs) * height;
    this.#drawAreas(context, width, yOf);
    this.#drawLines(context, width, limitMs, yOf);
  }

  /** As many pixels as the screen has there. */
  #fitToScreen(context: CanvasRenderingContext2D, width: number, height: number): void {
    const density = devicePixelRatio;
    Object.assign(this.canvas, {
      width: Math.round(width * density),
      height: Math.round(height * density),
    });
    context.scale(density, density);
  }

  #drawAreas(context: CanvasRenderingContext2D, width: number, yOf: (ms: number) => number): void {
    const step = width / (SAMPLES - 1);
    const firstX = width - (this.#samples.length - 1) * step;
    const below = this.#samples.map(() => 0);
    for (const stage of STAGES) {
      const above = this.#samples.map((times, at) => (below[at] ?? 0) + times[stage]);
      context.beginPath();
      above.forEach((ms, at) => context.lineTo(firstX + at * step, yOf(ms)));
      below.toReversed().forEach((ms, at) => context.lineTo(width - at * step, yOf(ms)));
      context.fillStyle = this.colorOf(stage);
      context.fill();
      above.forEach((ms, at) => (below[at] = ms));
    }
  }

  #drawLines(
    context: CanvasRenderingContext2D,
    width: number,
    limitMs: number,
    yOf: (ms: number) => number,
  ): void {
    const { fontFamily, color, outlineColor } = getComputedStyle(this.canvas);
    context.font = `${LABEL_PX}px ${fontFamily}`;
    for (const ms of [limitMs / 2, limitMs]) {
      const y = Math.max(0.5, Math.round(yOf(ms)) + 0.5);
      context.fillStyle = outlineColor;
      context.fillRect(0, y - 0.5, width, 1);
      context.fillStyle = color;
      context.fillText(`${Math.round(ms)} ms`, 4, y + LABEL_PX + 2);
    }
  }
}
