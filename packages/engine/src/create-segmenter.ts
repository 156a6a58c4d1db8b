import { assetUrls } from './assets/asset-urls';
import { DEFAULT_SIZE } from './frame/frame-size';
import type { ModelChoice, SegmenterChoice } from './options';
import type { MaskCopy } from './segment/mask-copy';
import { frameOf, type SegmenterSource } from './segment/frame-of';
import { validateOptions } from './validate-options';
import { ComputeClient } from './worker/compute-client';
import { inTime } from './worker/in-time';

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
   * @throws WorkerLostError after `close`, or when the worker hangs.
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
  const { model = 'auto' } = options;
  const client = new ComputeClient(
    () => undefined,
    () => undefined,
  );
  try {
    await client.open({ assets: assetUrls(options.assetsUrl), model, size: DEFAULT_SIZE });
  } catch (thrown) {
    void client.close();
    throw thrown;
  }
  return {
    segment: async (source) => inTime(client.segment(await frameOf(source)), PATIENCE_MS),
    close: () => void client.close(),
  };
}
