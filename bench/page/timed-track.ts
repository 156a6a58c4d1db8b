import {
  BackgroundProcessor,
  type CycloramaError,
  type ProcessorOptions,
  type ProcessorStats,
} from 'cyclorama';
import { readTrack } from './track-reader';
import { yuvFrame } from './yuv-frame';

export type StagesMs = ProcessorStats['stagesMs'];

/**
 * So far apart that no frame that the engine holds in between falls on the next source frame's
 * timestamp, however slow the segmenter is.
 */
const APART_US = 60_000_000;
/** Chromium rounds timestamps at each reader. */
const TOLERANCE_US = 250;
/** Weights are loaded within the first. */
const PATIENCE_MS = 60_000;

/**
 * A processor on a track whose frames come one by one, each when the one before is done: the
 * engine tells the times of its stages for tracks alone.
 */
export class TimedTrack {
  readonly #source = new MediaStreamTrackGenerator({ kind: 'video' });
  readonly #writer = this.#source.writable.getWriter();
  readonly #processor: BackgroundProcessor;
  #awaited: { timestampUs: number; done: PromiseWithResolvers<void> } | undefined;
  #onStats: (stats: ProcessorStats) => void = () => undefined;

  private constructor(options: ProcessorOptions) {
    this.#processor = new BackgroundProcessor(options);
    this.#processor.on('stats', (stats) => this.#onStats(stats));
    this.#processor.on('error', (error: CycloramaError) => this.#awaited?.done.reject(error));
  }

  static async start(options: ProcessorOptions): Promise<TimedTrack> {
    const timed = new TimedTrack(options);
    const output = await timed.#processor.start(timed.#source);
    void readTrack(output, ({ timestampUs }) => timed.#seen(timestampUs));
    return timed;
  }

  /**
   * Sends a picture and waits for its composite.
   * @throws CycloramaError when the engine says that the frame failed.
   */
  async process(picture: ImageData, index: number): Promise<void> {
    const done = Promise.withResolvers<void>();
    const timestampUs = (index + 1) * APART_US;
    this.#awaited = { timestampUs, done };
    const late = new Error(`No composite came within ${PATIENCE_MS / 1000} s.`);
    const timer = setTimeout(() => done.reject(late), PATIENCE_MS);
    try {
      await this.#writer.write(yuvFrame(picture, timestampUs));
      await done.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Times of the stages over the last frames, all that were processed among them. */
  async stagesMs(): Promise<StagesMs> {
    // The next figures of the computing worker may have been on their way already.
    await this.#nextStats();
    return (await this.#nextStats()).stagesMs;
  }

  close(): void {
    this.#processor.close();
    this.#source.stop();
  }

  #nextStats(): Promise<ProcessorStats> {
    return new Promise((resolve) => (this.#onStats = resolve));
  }

  #seen(timestampUs: number): void {
    if (!this.#awaited) return;
    if (Math.abs(timestampUs - this.#awaited.timestampUs) <= TOLERANCE_US) {
      this.#awaited.done.resolve();
    }
  }
}
