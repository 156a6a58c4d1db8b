import { loadPlan, wasmBackend, type WasmSession } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import { ASSETS_REMEDY, fetchAsset } from '../assets/fetch-asset';
import { ModelLoadError } from '../errors';
import { requireSelfieModel } from './require-selfie-model';
import type { SelfieModel } from './selfie-segmenter';

/** Where sessions are loaded to. */
interface SessionTerms {
  /** May still be on their way: the model is fetched beside them. */
  readonly kernels: Promise<Kernels>;
  /** Runs a step between two frames: loading a session may grow the memory under a frame's views. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
}

/** The selfie models in one kernels' memory: each is loaded once, when it is first asked for. */
export class SelfieSessions {
  readonly #sessions = new Map<SelfieModel, Promise<WasmSession>>();

  /** @param urls - Where the models are served. */
  constructor(
    private readonly urls: Readonly<Record<SelfieModel, string>>,
    private readonly terms: SessionTerms,
  ) {}

  /**
   * A model's session. One that could not be had is tried again when it is asked for again.
   * @throws ModelLoadError
   */
  load(model: SelfieModel): Promise<WasmSession> {
    const loading = this.#sessions.get(model) ?? this.#load(this.urls[model]);
    this.#sessions.set(model, loading);
    loading.catch(() => this.#sessions.delete(model));
    return loading;
  }

  async #load(url: string): Promise<WasmSession> {
    const [kernels, bytes] = await Promise.all([this.terms.kernels, fetchAsset(url)]);
    return this.terms.inTurn(async () => requireSelfieModel(prepared(kernels, url, bytes), url));
  }
}

function prepared(kernels: Kernels, url: string, bytes: Uint8Array): WasmSession {
  try {
    return wasmBackend(kernels).prepare(loadPlan(bytes));
  } catch (cause) {
    throw new ModelLoadError(`${url} is no model: ${String(cause)} ${ASSETS_REMEDY}`, { cause });
  }
}
