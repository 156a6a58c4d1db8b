import {
  BackgroundProcessor,
  type ProcessorOptions,
  type ProcessorState,
  type ProcessorStats,
} from '../../src/index';
import { watchCaptures } from './captured-canvas';
import { openSource, type SourceKind } from './open-source';
import { pixelsOf, roomShare, type Pixels } from './pictures';
import type { Source } from './source';

/** What a run is made with; pixels. */
export interface RunSettings extends ProcessorOptions {
  readonly source: SourceKind;
  readonly width?: number;
  readonly height?: number;
}

/** What one picture showed that was put into the output. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Share of the painted room that it showed, 0..1. */
  readonly roomShare: number;
}

/** A source, a processor on it, and everything that is seen of its output. */
export class Run {
  readonly processor: BackgroundProcessor;
  readonly drawings: Drawing[] = [];
  readonly errors: string[] = [];
  readonly states: ProcessorState[] = [];
  readonly #view = Object.assign(document.createElement('video'), { muted: true });
  stats: ProcessorStats | undefined;

  private constructor(
    readonly source: Source,
    readonly options: ProcessorOptions,
  ) {
    this.processor = new BackgroundProcessor(options);
    this.processor.on('error', ({ code, message }) => this.errors.push(`${code}: ${message}`));
    this.processor.on('state', (state) => this.states.push(state));
    this.processor.on('stats', (stats) => (this.stats = stats));
  }

  static async open({ source, width = 320, height = 180, ...options }: RunSettings): Promise<Run> {
    const run = new Run(await openSource(source, width, height), options);
    // What is captured while it starts is the output: not one picture of it is missed.
    const start = (): Promise<MediaStreamTrack> => run.processor.start(run.source.track);
    const starting =
      source === 'board' ? watchCaptures(start, (context) => run.#note(context)) : start();
    run.#view.srcObject = new MediaStream([await starting]);
    document.body.append(run.#view);
    void run.#view.play();
    return run;
  }

  get track(): MediaStreamTrack {
    if (!this.processor.track) throw new Error('A run without an output.');
    return this.processor.track;
  }

  /** Size of the pictures that come out. */
  get size(): { width: number; height: number } {
    return { width: this.#view.videoWidth, height: this.#view.videoHeight };
  }

  /** Largest share of the room that any picture showed, from the one of this number on. */
  roomSeen(from = 0): number {
    return Math.max(0, ...this.drawings.slice(from).map((drawing) => drawing.roomShare));
  }

  /** Resolves when another picture of the output is seen. */
  nextSeen(): Promise<void> {
    return new Promise((resolve) => this.#view.requestVideoFrameCallback(() => resolve()));
  }

  /** What is seen of the output now. */
  pixels(): Pixels {
    const { width, height } = this.size;
    return pixelsOf(width, height, (context) => context.drawImage(this.#view, 0, 0));
  }

  /** What the source shows now, at the output's size. */
  sourcePixels(): Pixels {
    const { width, height } = this.size;
    return pixelsOf(width, height, (context) => this.source.draw(context));
  }

  close(): void {
    this.processor.close();
    this.source.close();
    this.#view.srcObject = null;
    this.#view.remove();
  }

  #note(context: CanvasRenderingContext2D): void {
    const { width, height } = context.canvas;
    const share = roomShare(context.getImageData(0, 0, width, height).data);
    this.drawings.push({ width, height, roomShare: share });
  }
}
