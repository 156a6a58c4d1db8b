import { assetUrls } from './assets/asset-urls';
import { fromWireError } from './errors';
import { DEFAULT_SIZE } from './frame/frame-size';
import { DEFAULT_OPTIONS, type ModelChoice, type SegmenterChoice } from './options';
import type { MaskCopy } from './segment/mask-copy';
import { frameOf, type SegmenterSource } from './segment/frame-of';
import { SegmenterSwitch } from './segment/segmenter-switch';
import { validateOptions } from './validate-options';
import { ComputeClient } from './worker/compute-client';
import { inTime } from './worker/in-time';
import type { ComputeEvent } from './worker/messages';

/** A second model may have to be fetched for a picture of another shape. */
const PATIENCE_MS = 30_000;

export type { SegmenterSource } from './segment/frame-of';
export type { MaskCopy as Mask } from './segment/mask-copy';

/** What a segmenter is made with. */
export interface SegmenterOptions {
  /** Default `selfie`. */
  readonly segmenter?: SegmenterChoice;
  /** Default `auto`: by the shape of each picture. Of the segmenter `selfie` alone. */
  readonly model?: ModelChoice;
  /** Folder that serves the kernels and models. Default: beside the engine's own script. */
  readonly assetsUrl?: string | URL;
}

/** Finds the person in pictures, without a processor around it. */
export interface Segmenter {
  /**
   * The person mask of one picture, which covers the whole of it whatever its shape. Pictures are
   * independent: nothing is smoothed over time. The source is not closed.
   * @throws TypeError when the source is empty or not of a kind that is taken.
   * @throws WorkerLostError after `close`, when the worker hangs, or when a segmenter in a worker of
   *   its own was lost too often.
   * @throws FrameError when such a segmenter was lost over this very picture; it is started again.
   */
  segment(source: SegmenterSource): Promise<MaskCopy>;
  /** Ends the worker behind it. May be called twice. */
  close(): void;
}

/**
 * Makes a segmenter, with the model loaded in a worker of its own.
 * @throws TypeError that names the option that is wrong.
 * @throws ModelLoadError when kernels or model cannot be had.
 */
export async function createSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  validateOptions(options);
  const worker = new MaskWorker(options);
  try {
    await worker.open();
  } catch (thrown) {
    worker.close();
    throw thrown;
  }
  return {
    segment: (source) => worker.segment(source),
    close: () => worker.close(),
  };
}

/** A computing worker that makes masks alone, and the segmenter's own where it has one. */
class MaskWorker {
  readonly #segmenter: SegmenterSwitch;
  readonly #client = new ComputeClient(
    (event) => this.#onEvent(event),
    () => undefined,
  );

  constructor(private readonly options: SegmenterOptions) {
    const { segmenter = DEFAULT_OPTIONS.segmenter, model = DEFAULT_OPTIONS.model } = options;
    const terms = {
      compute: () => this.#client,
      // Whoever waits for a mask is told, and the next one tries again.
      onLost: () => undefined,
      onInForce: () => undefined,
    };
    this.#segmenter = new SegmenterSwitch({ segmenter, model }, terms);
  }

  async open(): Promise<void> {
    const assets = assetUrls(this.options.assetsUrl);
    const { use: segmenter } = this.#segmenter;
    const opening = this.#client.open({ assets, segmenter, size: DEFAULT_SIZE });
    await Promise.all([opening, this.#segmenter.begin()]);
  }

  async segment(source: SegmenterSource): Promise<MaskCopy> {
    const frame = await frameOf(source);
    try {
      await this.#segmenter.ready();
      return await inTime(this.#client.segment(frame), PATIENCE_MS);
    } finally {
      frame.close();
    }
  }

  close(): void {
    this.#segmenter.close();
    void this.#client.close();
  }

  #onEvent(event: ComputeEvent): void {
    if (event.type !== 'segmenter-lost') return;
    this.#segmenter.onConnectionLost(event.connection, fromWireError(event.error));
  }
}
