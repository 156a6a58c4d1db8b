import { instantiateKernels, supportsRelaxedSimd } from '@cyclorama/kernels';
import { fetchModule } from '../assets/fetch-asset';
import { SegmenterMaker, type SegmenterListener } from '../segment/segmenter-maker';
import { modelFor } from '../segment/selfie-segmenter';
import { SelfieSessions } from '../segment/selfie-sessions';
import type { ComputeSetup } from '../worker/messages';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';

/** A pipeline that stands ready for frames, and what is asked beside it. */
export interface OpenedPipeline {
  readonly pipeline: Pipeline;
  /** Makes other segmenters for the pipeline to take. */
  readonly segmenters: SegmenterMaker;
  readonly clock: StageClock;
  readonly relaxedSimd: boolean;
}

/** What happens beside the frames' own way. */
interface OpeningTerms extends SegmenterListener {
  /** Runs a step between two frames. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
}

/**
 * Fetches the kernels and the first model, side by side, and builds the pipeline on them. No model
 * is fetched where another segmenter comes first.
 * @throws ModelLoadError when one of them cannot be had.
 */
export async function openPipeline(
  { assets, segmenter, size }: ComputeSetup,
  terms: OpeningTerms,
): Promise<OpenedPipeline> {
  const relaxedSimd = supportsRelaxedSimd();
  const module = fetchModule(relaxedSimd ? assets.relaxedKernels : assets.kernels);
  const loading = module.then(instantiateKernels);
  const sessions = new SelfieSessions(assets, { kernels: loading, inTurn: terms.inTurn });
  if (segmenter?.type === 'selfie') await sessions.load(modelFor(segmenter.model, size));
  const kernels = await loading;
  const segmenters = new SegmenterMaker(kernels, sessions, terms);
  const first = segmenter && (await segmenters.make(segmenter, size));
  const clock = new StageClock();
  return { pipeline: new Pipeline(kernels, first, clock), segmenters, clock, relaxedSimd };
}
