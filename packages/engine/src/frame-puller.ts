import type { LoadedBackground } from './background/loaded-background';
import { StateError, WorkerLostError } from './errors';
import type { Size } from './frame/frame-size';
import type { SegmenterSwitch } from './segment/segmenter-switch';
import { HoldingFrame } from './sink/holding-frame';
import { restamped } from './sink/restamp';
import type { ComputeSupervisor } from './worker/compute-supervisor';
import { inTime } from './worker/in-time';

/** How long a worker may take over one frame before it counts as hung. */
const PATIENCE_MS = 2500;

/** Pull style: one frame in, one out, always one that hides the room; one after the other. */
export class FramePuller {
  readonly #holding: HoldingFrame;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  /**
   * @param compute - Started here, closed by its owner.
   * @param segmenter - Waited for; what keeps it away is told elsewhere.
   * @param report - Hears why a holding frame came instead of a composite.
   */
  constructor(
    private readonly compute: ComputeSupervisor,
    holdingColor: string,
    private readonly segmenter: Pick<SegmenterSwitch, 'ready' | 'patienceMs'>,
    private readonly report: (thrown: unknown) => void,
  ) {
    this.#holding = new HoldingFrame({ width: 1, height: 1 }, holdingColor);
    void compute.start();
  }

  /**
   * Takes the frame; the result is the caller's to close.
   * @throws StateError when it is closed before the frame's turn is over.
   */
  process(frame: VideoFrame): Promise<VideoFrame> {
    const turn = this.#turn.then(() => this.#process(frame));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Shows another background in the holding frame; takes its bitmap. */
  async hold(background: LoadedBackground): Promise<void> {
    this.#holding.show(background);
  }

  /** Nothing is kept from one frame to the next, so there is nothing to refuse. */
  async refuseBefore(): Promise<void> {}

  /** Closes what it holds, and the frames that wait. */
  close(): void {
    this.#closed = true;
    this.#holding.close();
  }

  async #process(frame: VideoFrame): Promise<VideoFrame> {
    const { timestamp, displayWidth: width, displayHeight: height } = frame;
    try {
      return (await this.#composite(frame)) ?? (await this.#held({ width, height }, timestamp));
    } finally {
      frame.close();
    }
  }

  async #composite(frame: VideoFrame): Promise<VideoFrame | undefined> {
    if (!this.#closed) await this.compute.settled;
    if (!(await this.#canSegment())) return undefined;
    const { client } = this.compute;
    const limitMs = PATIENCE_MS + this.segmenter.patienceMs;
    try {
      if (client && !this.#closed) return await inTime(client.process(frame), limitMs);
    } catch (thrown) {
      if (thrown instanceof WorkerLostError) await this.compute.replace(client, thrown);
      else this.report(thrown);
    }
    return undefined;
  }

  async #canSegment(): Promise<boolean> {
    const ready = this.segmenter.ready();
    return ready.then(
      () => true,
      () => false,
    );
  }

  async #held(size: Size, timestampUs: number): Promise<VideoFrame> {
    this.#refuseWhenClosed();
    this.#holding.resize(size);
    const frame = this.#holding.frame();
    try {
      return await restamped(frame, timestampUs);
    } finally {
      frame.close();
    }
  }

  #refuseWhenClosed(): void {
    if (!this.#closed) return;
    throw new StateError('The processor was closed before the frame was done.');
  }
}
