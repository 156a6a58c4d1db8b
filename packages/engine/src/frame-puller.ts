import type { LoadedBackground } from './background/loaded-background';
import { WorkerLostError } from './errors';
import { HoldingFrame } from './sink/holding-frame';
import type { ComputeSupervisor } from './worker/compute-supervisor';

const PATIENCE_MS = 2500;

/** Pull style: one frame in, one out, always one that hides the room. */
export class FramePuller {
  readonly #holding: HoldingFrame;
  readonly #ready: Promise<void>;

  /**
   * @param compute - Started here, closed by its owner.
   * @param report - Hears why a holding frame came instead of a composite.
   */
  constructor(
    private readonly compute: ComputeSupervisor,
    holdingColor: string,
    private readonly report: (thrown: unknown) => void,
  ) {
    this.#holding = new HoldingFrame({ width: 1, height: 1 }, holdingColor);
    this.#ready = compute.start();
  }

  /** Takes the frame; the result is the caller's to close. */
  async process(frame: VideoFrame): Promise<VideoFrame> {
    const { timestamp, displayWidth: width, displayHeight: height } = frame;
    try {
      await this.#ready;
      if (this.compute.client) return await inTime(this.compute.client.process(frame));
    } catch (thrown) {
      await this.#meet(thrown);
    }
    frame.close();
    this.#holding.resize({ width, height });
    return this.#holding.frame(timestamp);
  }

  /** Shows another background in the holding frame; takes its bitmap. */
  async hold(background: LoadedBackground): Promise<void> {
    this.#holding.show(background);
  }

  /** Nothing is kept from one frame to the next, so there is nothing to refuse. */
  async refuseBefore(): Promise<void> {}

  /** Closes what it holds. */
  close(): void {
    this.#holding.close();
  }

  async #meet(thrown: unknown): Promise<void> {
    if (thrown instanceof WorkerLostError) await this.compute.replace();
    else this.report(thrown);
  }
}

// A worker that hangs never answers, and whoever pulls frames must not hang with it.
function inTime(composite: Promise<VideoFrame>): Promise<VideoFrame> {
  return new Promise((resolve, reject) => {
    const late = new WorkerLostError('The computing worker took too long over a frame.');
    const timer = setTimeout(() => reject(late), PATIENCE_MS);
    composite.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
