import type { CycloramaError, ProcessorStats } from 'cyclorama';
import { benchBackground, type BackgroundName } from './bench-background';
import { matchArrivals } from './match-arrivals';
import { openCamera } from './open-camera';
import { pictureOf } from './picture-of';
import { readTrack, type Arrival } from './track-reader';

/** How long outputs may come after the measured time for source frames within it. */
const GRACE_MS = 500;
const FIRST_FRAME_LIMIT_MS = 30_000;

/** What one measured stretch gave. */
export interface SpeedReading {
  readonly width: number;
  readonly height: number;
  readonly elapsedMs: number;
  /** Frames the camera gave, and frames out of the track for them. */
  readonly sourceFrames: number;
  readonly framesOut: number;
  /** Source frames without an output, of all source frames. */
  readonly droppedShare: number;
  /** From the source's reader to the output's. */
  readonly latenciesMs: readonly number[];
  /** The processor's own account; none for pass-through. */
  readonly stats: ProcessorStats | undefined;
}

/**
 * One run in this page: the camera straight into the consumer (pass-through), or through the
 * engine. In both a second reader on a clone of the camera track notes when each frame arrives,
 * so that both carry its cost.
 */
export class SpeedRun {
  #sources: Arrival[] = [];
  #outputs: Arrival[] = [];
  #track: MediaStreamTrack | undefined;
  #stats: ProcessorStats | undefined;
  #error: CycloramaError | undefined;
  #runningAtMs: number | undefined;
  #beganAtMs = 0;
  #size = { width: 0, height: 0 };

  /** Pass-through: the consumer reads the camera track itself. */
  async startPassthrough(): Promise<void> {
    this.#consume(await this.#openCamera());
    await this.#firstFrame();
  }

  /**
   * Ours: the consumer reads the processor's track.
   * @returns Milliseconds from `start()` to the first composite, the engine's script loaded.
   */
  async startOurs(background: BackgroundName, path: 'auto' | 'canvas'): Promise<number> {
    const { BackgroundProcessor } = await import('cyclorama');
    const camera = await this.#openCamera();
    const picture = await benchBackground(background);
    const startedAtMs = performance.now();
    const processor = new BackgroundProcessor({ background: picture, path });
    processor.on('stats', (stats) => (this.#stats = stats));
    processor.on('state', (state) => {
      if (state === 'running') this.#runningAtMs ??= performance.now();
    });
    processor.on('error', (error) => (this.#error = error));
    this.#consume(await processor.start(camera));
    return (await this.#firstFrame()) - startedAtMs;
  }

  /** Begins the measured stretch. */
  begin(): void {
    this.#sources = [];
    this.#outputs = [];
    this.#beganAtMs = performance.now();
  }

  /** Ends the measured stretch, and waits for what is on its way. */
  async end(): Promise<SpeedReading> {
    const endedAtMs = performance.now();
    const stats = this.#stats;
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    const sources = this.#sources.filter(({ atMs }) => atMs < endedAtMs);
    const matches = matchArrivals(sources, this.#outputs);
    const isCanvas = stats?.path === 'canvas';
    const outputs = isCanvas ? this.#outputs : matches.map(({ output }) => output);
    return {
      ...this.#size,
      elapsedMs: endedAtMs - this.#beganAtMs,
      sourceFrames: sources.length,
      framesOut: outputs.filter(({ atMs }) => atMs < endedAtMs).length,
      droppedShare: Math.max(0, 1 - outputs.length / sources.length),
      latenciesMs: matches.map(({ source, output }) => output.atMs - source.atMs),
      stats,
    };
  }

  /** A frame as it comes out of the track now; base64. */
  async picture(): Promise<string> {
    if (!this.#track) throw new Error('Nothing was started.');
    return pictureOf(this.#track);
  }

  async #openCamera(): Promise<MediaStreamTrack> {
    const { track, width, height } = await openCamera();
    this.#size = { width, height };
    void readTrack(track.clone(), (arrival) => this.#sources.push(arrival));
    return track;
  }

  #consume(track: MediaStreamTrack): void {
    this.#track = track;
    void readTrack(track, (arrival) => this.#outputs.push(arrival));
  }

  /** When the first frame that is no holding frame came out of the track. */
  async #firstFrame(): Promise<number> {
    const limitMs = performance.now() + FIRST_FRAME_LIMIT_MS;
    while (performance.now() < limitMs && this.#error === undefined) {
      const [first] = matchArrivals(this.#sources, this.#outputs);
      if (first) return first.output.atMs;
      // A canvas stamps its frames itself: there only the processor knows.
      if (this.#stats?.path === 'canvas' && this.#runningAtMs !== undefined) {
        return this.#runningAtMs;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw this.#error ?? new Error('No composite came out of the track within 30 s.');
  }
}
