import {
  BackgroundProcessor,
  type Background,
  type CycloramaError,
  type ProcessorState,
} from 'cyclorama';
import { Store } from '../state/store';
import { acquireCamera, type Acquired } from './acquire-camera';
import type { CameraEvents, CameraState } from './camera-state';
import type { CameraWish } from './camera-wish';
import { DeviceProblem, deviceProblem } from './device-problem';
import { deviceIdOf, stopStream } from './open-device';

/** One's camera with a background behind, from the lobby on and through the call. */
export class Camera {
  readonly state = new Store<CameraState>({ status: 'off' });
  readonly #events: CameraEvents;
  #wish: CameraWish;
  #background: Background;
  #source: MediaStream | undefined;
  /** Of several requests the last one counts. */
  #turn = 0;

  constructor(wish: CameraWish, background: Background, events: CameraEvents) {
    this.#wish = wish;
    this.#background = background;
    this.#events = events;
  }

  get wish(): CameraWish {
    return this.#wish;
  }

  /** Switches it on, or over to another camera; the output stays the same then. */
  async open(wish: CameraWish = this.#wish): Promise<void> {
    this.#wish = wish;
    if (this.state.get().status === 'off') this.state.set({ status: 'starting' });
    await this.#take(++this.#turn, (problem) => this.#end(problem));
  }

  /** Goes over to another camera where it is on, or would be but for a problem. */
  async choose(wish: CameraWish): Promise<void> {
    const { status, problem } = this.state.get();
    if (status === 'off' && !problem) this.#wish = wish;
    else await this.open(wish);
  }

  /** Switches it off, its light too. */
  close(): void {
    this.#turn++;
    this.#end();
  }

  /** Begins from nothing: after what does not pass by itself. */
  async retry(): Promise<void> {
    this.close();
    await this.open();
  }

  /** What stands behind one, or will when the camera is on. */
  get background(): Background {
    return this.#background;
  }

  /** Puts another background behind; kept for when the camera is off. @throws as `update()` does */
  async setBackground(background: Background): Promise<void> {
    // At once: a camera that is switched off and on meanwhile must not show what was to be hidden.
    this.#background = background;
    const { processor } = this.state.get();
    if (!processor || processor.state === 'closed') return;
    try {
      await processor.update({ background });
    } catch (thrown) {
      if (processor !== this.state.get().processor) return;
      this.#background = processor.options.background;
      throw thrown;
    }
  }

  async #take(turn: number, onProblem: (problem: DeviceProblem) => void): Promise<void> {
    try {
      const acquired = await acquireCamera(this.#wish, this.#source);
      if (turn === this.#turn) await this.#show(acquired);
      else stopStream(acquired.source);
    } catch (thrown) {
      if (turn === this.#turn) onProblem(deviceProblem('camera', thrown));
    }
  }

  async #show({ source, wish, isReplaced }: Acquired): Promise<void> {
    const former = this.#source;
    this.#wish = wish;
    this.#source = source;
    this.#watch(source);
    const { processor } = this.state.get();
    if (processor && processor.state !== 'closed') await processor.restart(source);
    else await this.#start(source);
    if (former) stopStream(former);
    if (source !== this.#source) return;
    this.state.patch({ deviceId: deviceIdOf(source) });
    if (isReplaced) this.#events.onReplaced();
  }

  /** The processor is told of before it has started, so that who switches meanwhile goes on with it. */
  async #start(source: MediaStream): Promise<void> {
    const processor = new BackgroundProcessor({ background: this.#background });
    processor.on('state', (state) => this.#follow(processor, state));
    processor.on('error', (error) => this.#report(processor, error));
    this.state.patch({ processor, problem: undefined, picture: processor.state });
    const track = await processor.start(source);
    this.state.patch({ status: 'on', output: new MediaStream([track]) });
  }

  #follow(processor: BackgroundProcessor, picture: ProcessorState): void {
    if (processor !== this.state.get().processor) return;
    this.state.patch({ picture, ...(picture === 'running' && { problem: undefined }) });
    // Where the source has ended, it closes a while after; another one may be on its way.
    const isSourceLive = this.#source?.getVideoTracks()[0]?.readyState === 'live';
    const { output } = this.state.get();
    if (picture === 'closed' && output && isSourceLive) this.#break();
  }

  /** What fills the track has died: there is nothing to be seen any more. */
  #break(): void {
    this.#turn++;
    this.#end(new DeviceProblem('camera', 'processing'));
  }

  #report(processor: BackgroundProcessor, error: CycloramaError): void {
    if (processor !== this.state.get().processor) return;
    if (error.code === 'background') this.#events.onBackgroundLost(error);
    // In place of one frame that fails the last one is shown.
    else if (error.code !== 'frame') this.state.patch({ problem: deviceProblem('camera', error) });
  }

  /** A camera that is unplugged ends by itself; another one may take its place. */
  #watch(source: MediaStream): void {
    source.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (source === this.#source) void this.#replace();
    });
  }

  async #replace(): Promise<void> {
    // Whichever was on is wished for, by name, so that another one is told of.
    this.#wish = { ...this.#wish, deviceId: this.#wish.deviceId ?? this.state.get().deviceId };
    await this.#take(++this.#turn, (problem) => {
      const isGone = problem.failure === 'absent';
      this.#end(isGone ? new DeviceProblem('camera', 'gone', { cause: problem }) : problem);
    });
  }

  #end(problem?: DeviceProblem): void {
    const source = this.#source;
    this.#source = undefined;
    this.state.get().processor?.close();
    if (source) stopStream(source);
    this.state.set({ status: 'off', problem });
  }
}
