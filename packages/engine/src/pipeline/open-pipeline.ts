import { loadPlan, wasmBackend, type WasmSession } from '@cyclorama/inference';
import { instantiateKernels, supportsRelaxedSimd, type Kernels } from '@cyclorama/kernels';
import { ASSETS_REMEDY, fetchAsset, fetchModule } from '../assets/fetch-asset';
import { ModelLoadError } from '../errors';
import { requireSelfieModel } from '../segment/require-selfie-model';
import { modelFor, SelfieSegmenter, type SelfieModel } from '../segment/selfie-segmenter';
import type { AssetUrls, ComputeSetup } from '../worker/messages';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';

/** A pipeline that stands ready for frames, and what is asked beside it. */
export interface OpenedPipeline {
  readonly pipeline: Pipeline;
  readonly segmenter: SelfieSegmenter;
  readonly clock: StageClock;
  readonly relaxedSimd: boolean;
}

/** What happens beside the frames' own way. */
interface OpeningTerms {
  /** Runs a step between two frames: loading a session may grow the memory under a frame's views. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
  /** Hears why a second model cannot be had; the first goes on. */
  readonly report: (thrown: unknown) => void;
}

/**
 * Fetches the kernels and the first model, side by side, and builds the pipeline on them.
 * @throws ModelLoadError when one of them cannot be had.
 */
export async function openPipeline(
  setup: ComputeSetup,
  terms: OpeningTerms,
): Promise<OpenedPipeline> {
  const { assets, model, size } = setup;
  const relaxedSimd = supportsRelaxedSimd();
  const first = modelFor(model, size);
  const [module, weights] = await Promise.all([
    fetchModule(relaxedSimd ? assets.relaxedKernels : assets.kernels),
    fetchWeights(assets, first),
  ]);
  const kernels = await instantiateKernels(module);
  const load = (other: SelfieModel): Promise<WasmSession> =>
    loadOther(kernels, assets, other, terms);
  const sessions = { first, session: sessionOf(kernels, weights), load };
  const segmenter = new SelfieSegmenter(kernels, model, sessions);
  const clock = new StageClock();
  return { pipeline: new Pipeline(kernels, segmenter, clock), segmenter, clock, relaxedSimd };
}

async function loadOther(
  kernels: Kernels,
  assets: AssetUrls,
  model: SelfieModel,
  { inTurn, report }: OpeningTerms,
): Promise<WasmSession> {
  try {
    const weights = await fetchWeights(assets, model);
    return await inTurn(async () => sessionOf(kernels, weights));
  } catch (thrown) {
    report(thrown);
    throw thrown;
  }
}

/** A model's file, and where it came from, for the message when it is none. */
interface Weights {
  readonly url: string;
  readonly bytes: Uint8Array;
}

async function fetchWeights(assets: AssetUrls, model: SelfieModel): Promise<Weights> {
  const url = assets[model];
  return { url, bytes: await fetchAsset(url) };
}

function sessionOf(kernels: Kernels, { url, bytes }: Weights): WasmSession {
  return requireSelfieModel(prepared(kernels, url, bytes), url);
}

function prepared(kernels: Kernels, url: string, bytes: Uint8Array): WasmSession {
  try {
    return wasmBackend(kernels).prepare(loadPlan(bytes));
  } catch (cause) {
    throw new ModelLoadError(`${url} is no model: ${String(cause)} ${ASSETS_REMEDY}`, { cause });
  }
}
