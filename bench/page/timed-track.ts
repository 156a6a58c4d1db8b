import { BackgroundProcessor, type ProcessorOptions, type ProcessorStats } from 'cyclorama';
import { readTrack } from './track-reader';
import { yuvFrame } from './yuv-frame';

/** What frames cost, and what computes their masks. */
export type FrameCost = Pick<ProcessorStats, 'stagesMs' | 'backend'>;

/**
 * So far apart that no frame that the engine holds in between falls on the next source frame's
 * timestamp, however slow the segmenter is.
 */
const APART_US = 60_000_000;
/** Chromium rounds timestamps at each reader. */
const TOLERANCE_US = 250;
/** Weights are loaded and backends compared within the first. */
const PATIENCE_MS = 60_000;
const WARM_UP_INTERVAL_MS = 200;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A processor on a track whose frames come one by one, each when the one before is done: the
 * engine tells the times of its stages for tracks alone.
 */
export class TimedTrack {
  readonly #source = new MediaStreamTrackGenerator({ kind: 'video' });
  readonly #writer = this.#source.writable.getWriter();
  readonly #processor: BackgroundProcessor;
  readonly #failed = Promise.withResolvers<never>();
  #sent = 0;
  #seen: (timestampUs: number) => void = () => undefined;
  #onStats: (stats: ProcessorStats) => void = () => undefined;

  private constructor(options: ProcessorOptions) {
    this.#processor = new BackgroundProcessor(options);
    this.#processor.on('stats', (stats) => this.#onStats(stats));
    this.#processor.on('error', (error) => this.#failed.reject(error));
    // Looked at only while a frame is awaited.
    this.#failed.promise.catch(() => undefined);
  }

  /**
   * Starts, and processes the picture until composites come: frames from before the engine reads
   * the track are lost.
   * @throws CycloramaError when the engine says why there is none.
   */
  static async start(options: ProcessorOptions, picture: ImageData): Promise<TimedTrack> {
    const timed = new TimedTrack(options);
    const output = await timed.#processor.start(timed.#source);
    void readTrack(output, ({ timestampUs }) => timed.#seen(timestampUs));
    await timed.#inTime(timed.#warmUp(picture));
    return timed;
  }

  /**
   * Sends a picture and waits for its composite.
   * @throws CycloramaError when the engine says that the frame failed.
   */
  async process(picture: ImageData): Promise<void> {
    const sentUs = await this.#send(picture);
    const composite = new Promise<void>((resolve) => {
      this.#seen = (seenUs) => {
        if (Math.abs(seenUs - sentUs) <= TOLERANCE_US) resolve();
      };
    });
    await this.#inTime(composite);
  }

  /** Over the last frames, all that were processed among them. */
  async cost(): Promise<FrameCost> {
    // The next figures of the computing worker may have been on their way already.
    await this.#nextStats();
    const { stagesMs, backend } = await this.#nextStats();
    return { stagesMs, backend };
  }

  async #warmUp(picture: ImageData): Promise<void> {
    while (this.#processor.state === 'starting') {
      await this.#send(picture);
      await sleep(WARM_UP_INTERVAL_MS);
    }
  }

  async #send(picture: ImageData): Promise<number> {
    const timestampUs = ++this.#sent * APART_US;
    await this.#writer.write(yuvFrame(picture, timestampUs));
    return timestampUs;
  }

  async #inTime(step: Promise<void>): Promise<void> {
    const late = sleep(PATIENCE_MS).then(() => {
      throw new Error(`No composite came within ${PATIENCE_MS / 1000} s.`);
    });
    await Promise.race([step, this.#failed.promise, late]);
  }

  #nextStats(): Promise<ProcessorStats> {
    return new Promise((resolve) => (this.#onStats = resolve));
  }
}
