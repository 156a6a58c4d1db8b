import { assetUrls } from './assets/asset-urls';
import { BackgroundSwitch } from './background/background-switch';
import { Emitter } from './emitter';
import {
  cycloramaError,
  fromWireError,
  StateError,
  UnsupportedError,
  type CycloramaError,
} from './errors';
import { DEFAULT_SIZE } from './frame/frame-size';
import { FramePuller } from './frame-puller';
import {
  withDefaults,
  type LiveOptions,
  type ProcessorOptions,
  type SettledOptions,
} from './options';
import type { ProcessorEvents } from './processor-events';
import { mayMove, requireState, type ProcessorState } from './processor-state';
import { SegmenterSwitch } from './segment/segmenter-switch';
import {
  NO_COMPUTE_FIGURES,
  type ComputeFigures,
  type ProcessorStats,
  type SinkFigures,
} from './stats';
import { probeSupport } from './support';
import { videoTrackOf } from './track/source';
import { TrackRun } from './track/track-run';
import { WAYS } from './track/way';
import { validateLiveOptions, validateOptions } from './validate-options';
import type { ComputeClient } from './worker/compute-client';
import { ComputeSupervisor } from './worker/compute-supervisor';
import type { ComputeEvent, ComputeSetup, SinkEvent } from './worker/messages';

/** How long the first composite may wait for a picture before the flat colour stands in for it. */
const FIRST_BACKGROUND_MS = 400;

const SOURCE_ENDED =
  'The source ended before start() was done: make a new processor, and start it with a live track.';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts another background behind the person: a video track in, a video track out.
 *
 * The output never shows the room unless the background is `none`: until the first composite,
 * while the source is muted, and after a failure it shows the background alone, or a flat colour.
 */
export class BackgroundProcessor {
  readonly #options: SettledOptions;
  readonly #events = new Emitter<ProcessorEvents>();
  readonly #background: BackgroundSwitch;
  readonly #compute: ComputeSupervisor;
  readonly #segmenter: SegmenterSwitch;
  #state: ProcessorState = 'idle';
  #run: TrackRun | undefined;
  #path: Pick<ProcessorStats, 'path' | 'pathReason'> | undefined;
  #puller: FramePuller | undefined;
  readonly #probing = new AbortController();
  /** Begun by `start`, or by the first pulled frame. */
  #firstBackground: Promise<void> | undefined;
  /** Whether the sink works, so that `start` can no longer fail. */
  #isOpen = false;
  /** The worker that composites come from, as far as the sink knows. */
  #connected: ComputeClient | undefined;
  #furnished: ComputeClient | undefined;
  #computeFigures: ComputeFigures = NO_COMPUTE_FIGURES;

  /**
   * Stores the options; nothing is loaded before `start`.
   * @throws TypeError that names the option that is wrong.
   */
  constructor(options: ProcessorOptions = {}) {
    validateOptions(options);
    this.#options = withDefaults(options);
    const { background, view, segmenter, model, holdingColor } = this.#options;
    this.#background = new BackgroundSwitch(holdingColor, background, view, () => ({
      sink: this.#run?.outlet?.sink ?? this.#puller,
      compute: this.#compute.client,
    }));
    this.#segmenter = new SegmenterSwitch(
      { segmenter, model },
      {
        compute: () => this.#compute.client,
        onLost: (error) => this.#onSegmenterLost(error),
        onInForce: () => this.#onPullReady(),
      },
    );
    this.#compute = new ComputeSupervisor({
      setup: () => this.#computeSetup(),
      connect: (client) => this.#connect(client),
      furnish: (client) => this.#furnish(client),
      onEvent: (event) => this.#onCompute(event),
      onLost: (error) => this.#onLost(error),
      onFailed: (error) => this.#fail(error),
    });
  }

  /** Where the processor is. */
  get state(): ProcessorState {
    return this.#state;
  }

  /** The output track; undefined until `start` has resolved: the sink worker may be what makes it. */
  get track(): MediaStreamTrack | undefined {
    return this.#run?.outlet?.track;
  }

  /**
   * What it goes by: what it was made with, what `update` asked for since and was not refused, and the
   * defaults. Another processor that is made with this takes its place, as after `close`.
   */
  get options(): SettledOptions {
    const { background, view } = this.#background;
    return { ...this.#options, ...this.#segmenter.wanted, background, view };
  }

  /**
   * Listens to an event.
   * @returns A function that ends the listening.
   */
  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void {
    return this.#events.on(type, listener);
  }

  /**
   * Processes a track. The output can be published at once: it shows the holding frame until the
   * first composite. It tells the source's settings and ends when the source ends. The source
   * stays the caller's and is not stopped. A start that fails closes the processor, unless it was
   * the input or the state that was wrong.
   *
   * Clones that `track.clone()` makes end with the output, and keep it going while they live. Copies
   * that `MediaStream.clone()` makes are not known here: on the canvas path they stay live and show
   * `holdingColor` once the processor is closed.
   * @param input - A live video track, or a stream with one.
   * @returns The output track. `close` ends it.
   * @throws TypeError where the input is no live video track.
   * @throws UnsupportedError that names what this browser lacks.
   * @throws ModelLoadError when a worker's script cannot be loaded.
   * @throws StateError when it was started or closed before, or the source ends or it is closed
   *   meanwhile.
   */
  async start(input: MediaStreamTrack | MediaStream): Promise<MediaStreamTrack> {
    requireState('start', this.#state, ['idle']);
    const run = this.#makeRun(videoTrackOf(input));
    this.#run = run;
    this.#move('starting');
    this.#refuseWhenOvertaken(run);
    this.#loadFirst();
    const opening = this.#open(run);
    const track = await opening.catch((thrown: unknown) => this.#refuseStart(run, thrown));
    this.#refuseWhenOvertaken(run);
    this.#isOpen = true;
    void this.#compute.start();
    return track;
  }

  /**
   * Goes on with another source; the output track stays the same. After a failure it tries again.
   * @throws TypeError where the input is no live video track.
   * @throws StateError before `start` and after `close`.
   */
  async restart(input: MediaStreamTrack | MediaStream): Promise<void> {
    requireState('restart', this.#state, ['starting', 'running', 'paused', 'failed']);
    const run = this.#run;
    if (!run) throw new StateError('restart() is for tracks; processFrame() takes any frame.');
    const track = videoTrackOf(input);
    const hadFailed = this.#state === 'failed';
    if (hadFailed) this.#move('starting');
    run.switchTo(track);
    this.#furnished?.cut();
    if (this.#furnished) run.feed(this.#furnished);
    if (hadFailed) await this.#compute.start();
  }

  /**
   * Changes what can be changed live. Resolves when no frame of the old background can go out any
   * more that shows more than the new one; of several calls the last one wins. Another segmenter is
   * loaded first, while the one before works on, and `update` resolves once it is in force.
   * @throws TypeError that names the option that is wrong; nothing is changed.
   * @throws BackgroundError when the picture cannot be loaded: the old background stays, but `none`
   *   gives way to the holding colour.
   * @throws ModelLoadError when the segmenter cannot be had: the one before goes on.
   * @throws WorkerLostError when the segmenter's worker dies while it loads: likewise.
   * @throws StateError after `close`.
   */
  async update(options: LiveOptions): Promise<void> {
    this.#refuseWhenClosed('update');
    validateLiveOptions(options);
    await Promise.all([this.#changeBackground(options), this.#segmenter.change(options)]);
  }

  /**
   * Pull style, for applications that have their own loop: a frame in, its composite out. Waits for
   * the model at first. Where it fails the result is a holding frame, and `error` tells why.
   * @param frame - Taken, and closed here.
   * @returns A frame for the caller to close, with the same timestamp.
   * @throws TypeError where the argument is no open frame.
   * @throws StateError after `start` or `close`.
   */
  async processFrame(frame: VideoFrame): Promise<VideoFrame> {
    // Not by its format, which is null also where the browser keeps the pixels to itself.
    if (!(frame instanceof VideoFrame) || frame.codedWidth === 0) {
      throw new TypeError('processFrame() takes a VideoFrame that is not closed.');
    }
    try {
      if (this.#run) throw new StateError('processFrame() cannot be used beside start().');
      requireState('processFrame', this.#state, ['idle', 'starting', 'running', 'failed']);
      this.#puller ??= this.#openPuller();
    } catch (thrown) {
      frame.close();
      throw thrown;
    }
    return this.#puller.process(frame);
  }

  /** Ends the output and frees everything. May be called at any time, and twice. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#probing.abort();
    this.#compute.close();
    this.#segmenter.close();
    this.#furnished = undefined;
    this.#background.close();
    this.#puller?.close();
    this.#run?.close();
    this.#move('closed');
  }

  /** A background is not loaded before there is something to put it behind. */
  #changeBackground(options: LiveOptions): Promise<void> {
    const { background, ...others } = options;
    if (this.#state !== 'idle') return this.#background.change(options);
    if (background) this.#background.want(background);
    return this.#background.change(others);
  }

  #refuseWhenClosed(call: string): void {
    if (this.#state === 'closed') requireState(call, this.#state, []);
  }

  #refuseWhenOvertaken(run: TrackRun): void {
    if (this.#state !== 'closed') return;
    if (run.sourceHasEnded) throw new StateError(SOURCE_ENDED);
    throw new StateError('The processor was closed before start() was done.');
  }

  #refuseStart(run: TrackRun, thrown: unknown): never {
    this.#refuseWhenOvertaken(run);
    this.close();
    throw thrown;
  }

  async #open(run: TrackRun): Promise<MediaStreamTrack> {
    const { paths, reason } = await probeSupport(this.#options.path, this.#probing.signal);
    this.#refuseWhenOvertaken(run);
    const [path] = paths;
    if (!path) throw new UnsupportedError(`${reason} Use a current Chrome, Edge or Firefox.`);
    this.#path = { path, pathReason: reason };
    const opening = run.open(WAYS[path], this.#options.holdingColor);
    if (run.outlet) this.#background.furnishSink(run.outlet.sink);
    return opening;
  }

  #makeRun(track: MediaStreamTrack): TrackRun {
    return new TrackRun(track, {
      onEvent: (event) => this.#onSink(event),
      onLost: (error) => this.#onSinkLost(error),
      onMuted: (muted) => this.#onMuted(muted),
      onEnded: () => this.close(),
    });
  }

  #computeSetup(): ComputeSetup {
    const { size = DEFAULT_SIZE } = this.#run ?? {};
    const { use: segmenter } = this.#segmenter;
    return { assets: assetUrls(this.#options.assetsUrl), segmenter, size };
  }

  #openPuller(): FramePuller {
    this.#move('starting');
    this.#loadFirst();
    const report = (thrown: unknown): void => this.#report(thrown);
    return new FramePuller(this.#compute, this.#options.holdingColor, this.#segmenter, report);
  }

  #loadFirst(): void {
    this.#segmenter.begin().catch((thrown: unknown) => this.#report(thrown));
    this.#firstBackground = this.#background
      .change({ background: this.#background.background })
      .catch((thrown: unknown) => this.#report(thrown));
  }

  async #connect(client: ComputeClient): Promise<void> {
    if (!this.#run) return;
    await this.#run.outlet?.connect(client);
    this.#connected = client;
  }

  async #furnish(client: ComputeClient): Promise<void> {
    // A picture that takes its time must not hide the person: the flat colour stands in for it.
    await Promise.race([this.#firstBackground, sleep(FIRST_BACKGROUND_MS)]);
    await this.#background.furnish(client);
    if (this.#compute.client !== client) return;
    this.#furnished = client;
    this.#onPullReady();
    this.#run?.feed(client);
  }

  // Where frames are pulled no sink tells that composites flow.
  #onPullReady(): void {
    if (this.#puller && this.#furnished && this.#segmenter.backend) this.#move('running');
  }

  #onMuted(muted: boolean): void {
    if (muted) return this.#move('paused');
    this.#furnished?.cut();
    if (this.#state === 'paused') this.#move('starting');
  }

  #onCompute(event: ComputeEvent): void {
    if (event.type === 'figures') this.#computeFigures = event.figures;
    if (event.type === 'failed') this.#report(fromWireError(event.error));
    if (event.type === 'segmenter-lost') {
      this.#segmenter.onConnectionLost(event.connection, fromWireError(event.error));
    }
  }

  #onSink(event: SinkEvent): void {
    if (event.type === 'flowing') this.#move('running');
    if (event.type === 'compute-lost') void this.#compute.replace(this.#connected);
    if (event.type === 'ended') this.close();
    if (event.type === 'figures') this.#onFigures(event.figures);
  }

  #onFigures(sinkFigures: SinkFigures): void {
    if (!this.#path || this.#state === 'closed') return;
    const { relaxedSimd } = this.#compute;
    const { backend } = this.#segmenter;
    const figures = { ...this.#computeFigures, ...sinkFigures, relaxedSimd, backend };
    this.#events.emit('stats', { ...figures, ...this.#path });
  }

  #onSinkLost(error: CycloramaError): void {
    // While start() waits for the sink it tells by itself.
    if (!this.#isOpen) return;
    this.#report(error);
    this.close();
  }

  #onLost(error: CycloramaError): void {
    this.#furnished = undefined;
    this.#onSegmenterLost(error);
  }

  #onSegmenterLost(error: CycloramaError): void {
    if (this.#state !== 'paused') this.#move('starting');
    this.#report(error);
  }

  #fail(error: CycloramaError): void {
    this.#furnished = undefined;
    this.#move('failed');
    this.#report(error);
  }

  #report(thrown: unknown): void {
    if (this.#state !== 'closed') this.#events.emit('error', cycloramaError(thrown));
  }

  #move(to: ProcessorState): void {
    if (!mayMove(this.#state, to)) return;
    this.#state = to;
    this.#events.emit('state', to);
  }
}
