import type { WasmSession } from '@cyclorama/inference';
import type { Kernels } from '@cyclorama/kernels';
import type { CycloramaError } from '../errors';
import type { Size } from '../frame/frame-size';
import type { ModelChoice } from '../options';
import type { SegmenterUse } from '../worker/messages';
import { RemoteSegmenter } from './remote-segmenter';
import type { PlaneSegmenter } from './segmenter';
import { modelFor, SelfieSegmenter, type SelfieModel } from './selfie-segmenter';
import type { SelfieSessions } from './selfie-sessions';

/** Who hears of what goes wrong with segmenters that are in use. */
export interface SegmenterListener {
  /** Why a second model cannot be had; the first goes on. */
  readonly report: (thrown: unknown) => void;
  /** That a segmenter's worker is gone, by the connection to it. */
  readonly onSegmenterLost: (connection: number, error: CycloramaError) => void;
}

/** Makes what finds the person, on the kernels of one pipeline. */
export class SegmenterMaker {
  /** @param sessions - Stay when what is made of them is closed. */
  constructor(
    private readonly kernels: Kernels,
    private readonly sessions: SelfieSessions,
    private readonly listener: SegmenterListener,
  ) {}

  /**
   * @param shown - How large the frames of the moment are; the first model is chosen by it.
   * @throws ModelLoadError when that model cannot be had.
   */
  async make(use: SegmenterUse, shown: Size): Promise<PlaneSegmenter> {
    if (use.type === 'selfie') return this.#makeSelfie(use.model, shown);
    const { onSegmenterLost } = this.listener;
    return new RemoteSegmenter(this.kernels, use, (error) => {
      onSegmenterLost(use.connection, error);
    });
  }

  async #makeSelfie(choice: ModelChoice, shown: Size): Promise<SelfieSegmenter> {
    const first = modelFor(choice, shown);
    const session = await this.sessions.load(first);
    const load = (model: SelfieModel): Promise<WasmSession> => this.#loadOther(model);
    return new SelfieSegmenter(this.kernels, choice, { first, session, load });
  }

  #loadOther(model: SelfieModel): Promise<WasmSession> {
    const loading = this.sessions.load(model);
    loading.catch(this.listener.report);
    return loading;
  }
}
