import { toWireError, type CycloramaError } from '../errors';
import { DEFAULT_SIZE } from '../frame/frame-size';
import { NoSegmenterError } from '../segment/no-segmenter-error';
import type { Handlers } from '../worker/channel';
import type {
  CompositeMessage,
  ComputeCalls,
  ComputeEvent,
  SegmenterUse,
} from '../worker/messages';
import { ComputeCounter } from './compute-counter';
import { FrameGate } from './frame-gate';
import { openPipeline, type OpenedPipeline } from './open-pipeline';
import { readFrames, readTrack, type FrameTaker } from './read-frames';

const FIGURES_INTERVAL_MS = 500;

/** All that the computing worker does: frames through the gate into the pipeline, on to the sink. */
export class ComputeService {
  readonly #opened = Promise.withResolvers<OpenedPipeline>();
  readonly #gate = new FrameGate((frame, arrivedAtMs) => this.#composite(frame, arrivedAtMs));
  readonly #counter = new ComputeCounter();
  #reading = new AbortController();
  #readingOver: Promise<void> = Promise.resolve();
  #composites: MessagePort | undefined;
  #epoch = 0;
  /** What the first frames will probably be like. */
  #size = DEFAULT_SIZE;
  /** Of the segmenter in use, where that is in another worker. */
  #connection: number | undefined;
  #failing = false;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param post - Sends an event to the page. */
  constructor(private readonly post: (event: ComputeEvent) => void) {}

  /** What the page may ask. */
  readonly handlers: Handlers<ComputeCalls> = {
    open: async (setup) => {
      const opened = await openPipeline(setup, {
        inTurn: (step) => this.#inTurn(step),
        report: (thrown) => this.#report(thrown),
        onSegmenterLost: (connection, error) => this.#onSegmenterLost(connection, error),
      });
      this.#size = setup.size;
      this.#connection = connectionOf(setup.segmenter);
      this.#opened.resolve(opened);
      setInterval(() => this.#postFigures(opened), FIGURES_INTERVAL_MS);
      return { relaxedSimd: opened.relaxedSimd };
    },
    show: async ({ view, epoch, background }) => {
      const { pipeline } = await this.#opened.promise;
      // Together, so that no frame is begun under one and counted to the other.
      if (background) pipeline.setBackground(background);
      pipeline.setView(view);
      this.#epoch = epoch;
      this.#counter.reset();
    },
    segmenter: ({ use }) => this.#use(use),
    dropSegmenter: ({ connection }) => this.#drop(connection),
    composites: ({ port }) => this.#sendTo(port),
    frames: ({ readable }) => this.#read((taker) => readFrames(readable, taker)),
    track: ({ track }) => this.#read((taker) => readTrack(track, taker)),
    stop: () => this.#stopReading(),
    frame: ({ frame }) => this.#gate.offer(frame),
    process: async ({ frame }) => {
      const { pipeline } = await this.#opened.promise;
      return { frame: await this.#inTurn(() => pipeline.process(frame)) };
    },
    cut: async () => (await this.#opened.promise).pipeline.forget(),
    segment: async ({ frame }) => {
      const { pipeline } = await this.#opened.promise;
      await pipeline.ready({ width: frame.displayWidth, height: frame.displayHeight });
      return { mask: await this.#inTurn(() => pipeline.mask(frame)) };
    },
  };

  async #composite(frame: VideoFrame, arrivedAtMs: number): Promise<void> {
    const epoch = this.#epoch;
    try {
      const { pipeline, clock } = await this.#opened.promise;
      const composite = await this.#inTurn(() => pipeline.process(frame));
      const ownMask = pipeline.maskTimestampUs === composite.timestamp;
      if (composite !== frame) this.#counter.count(clock.lastMs(), ownMask);
      this.#send({ type: 'composite', frame: composite, epoch, arrivedAtMs });
      this.#failing = false;
    } catch (thrown) {
      this.#send({ type: 'failed' });
      if (thrown instanceof NoSegmenterError) return;
      if (!this.#failing) this.#report(thrown);
      this.#failing = true;
    }
  }

  async #use(use: SegmenterUse): Promise<void> {
    const { pipeline, segmenters } = await this.#opened.promise;
    const segmenter = await segmenters.make(use, pipeline.shown ?? this.#size);
    await this.#inTurn(async () => {
      pipeline.setSegmenter(segmenter);
      this.#connection = connectionOf(use);
    });
  }

  async #drop(connection: number): Promise<void> {
    const { pipeline } = await this.#opened.promise;
    if (connection !== this.#connection) return;
    pipeline.setSegmenter(undefined);
    this.#send({ type: 'failed' });
  }

  #onSegmenterLost(connection: number, lost: CycloramaError): void {
    this.post({ type: 'segmenter-lost', connection, error: toWireError(lost) });
  }

  // The pipeline takes one frame at a time, from the gate and from calls alike.
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(step);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #sendTo(port: MessagePort): void {
    this.#composites = port;
    port.onmessage = () => port.postMessage({ type: 'pong' } satisfies CompositeMessage);
  }

  #send(message: CompositeMessage): void {
    const transfer = message.type === 'composite' ? [message.frame] : [];
    if (this.#composites) this.#composites.postMessage(message, transfer);
    else transfer.forEach((frame) => frame.close());
  }

  #read(from: (taker: FrameTaker) => Promise<void>): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const reading = from({ offer: (frame) => this.#gate.offer(frame), signal });
    this.#readingOver = reading.catch((thrown: unknown) => this.#report(thrown));
  }

  async #stopReading(): Promise<void> {
    this.#reading.abort();
    await this.#readingOver;
  }

  #report(thrown: unknown): void {
    this.post({ type: 'failed', error: toWireError(thrown) });
  }

  #postFigures({ pipeline: { model } }: OpenedPipeline): void {
    const { framesIn, framesDropped } = this.#gate;
    const figures = { framesIn, framesDropped, model, ...this.#counter.figures() };
    this.post({ type: 'figures', figures });
  }
}

const connectionOf = (use: SegmenterUse | undefined): number | undefined =>
  use?.type === 'worker' ? use.connection : undefined;
