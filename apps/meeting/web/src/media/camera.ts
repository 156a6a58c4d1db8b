import { BackgroundProcessor, type Background } from 'cyclorama';
import { Store } from '../state/store';

/** How large a picture the camera is asked for. */
export type Resolution = '360p' | '540p' | '720p';

/** Which camera, and how. */
export interface CameraWish {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
  readonly resolution: Resolution;
}

/** How the camera stands. */
export interface CameraState {
  readonly status: 'off' | 'starting' | 'on';
  /** What others see, while it is on: the room is never in it. */
  readonly output?: MediaStream | undefined;
  /** Whose output that is. */
  readonly processor?: BackgroundProcessor | undefined;
  /** Why it went, or did not come, on. */
  readonly problem?: unknown;
}

const SIZES: Readonly<Record<Resolution, readonly [number, number]>> = {
  '360p': [640, 360],
  '540p': [960, 540],
  '720p': [1280, 720],
};

/** One's camera with a background behind, from the lobby on and through the call. */
export class Camera {
  readonly state = new Store<CameraState>({ status: 'off' });
  #wish: CameraWish = { resolution: '720p' };
  #background: Background;
  #source: MediaStream | undefined;
  /** Of several requests the last one counts. */
  #turn = 0;

  constructor(background: Background) {
    this.#background = background;
  }

  get wish(): CameraWish {
    return this.#wish;
  }

  /** Switches it on, or over to another camera; the output stays the same then. */
  async open(wish: CameraWish = this.#wish): Promise<void> {
    this.#wish = wish;
    const turn = ++this.#turn;
    if (this.state.get().status !== 'on') this.state.set({ status: 'starting' });
    try {
      const source = await navigator.mediaDevices.getUserMedia({ video: constraintsOf(wish) });
      if (turn !== this.#turn) {
        stop(source);
        return;
      }
      await this.#show(source);
    } catch (problem) {
      if (turn === this.#turn) this.#end(problem);
    }
  }

  /** Switches it off, its light too. */
  close(): void {
    this.#turn++;
    this.#end(undefined);
  }

  /** Puts another background behind; kept for when the camera is off. @throws as `update()` does */
  async setBackground(background: Background): Promise<void> {
    await this.state.get().processor?.update({ background });
    this.#background = background;
  }

  async #show(source: MediaStream): Promise<void> {
    const former = this.#source;
    this.#source = source;
    const { processor } = this.state.get();
    if (processor && processor.state !== 'closed') {
      await processor.restart(source);
      if (former) stop(former);
    } else {
      await this.#start(source);
    }
    this.#watch(source);
  }

  async #start(source: MediaStream): Promise<void> {
    const processor = new BackgroundProcessor({ background: this.#background });
    const track = await processor.start(source);
    if (source !== this.#source) {
      processor.close();
      return;
    }
    this.state.set({ status: 'on', processor, output: new MediaStream([track]) });
  }

  /** A camera that is unplugged ends by itself. */
  #watch(source: MediaStream): void {
    source.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (source === this.#source) this.#end(new DOMException('It is gone.', 'NotFoundError'));
    });
  }

  #end(problem: unknown): void {
    const source = this.#source;
    this.#source = undefined;
    this.state.get().processor?.close();
    if (source) stop(source);
    this.state.set({ status: 'off', problem });
  }
}

function constraintsOf({ deviceId, resolution }: CameraWish): MediaTrackConstraints {
  const [width, height] = SIZES[resolution];
  return {
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: 30 },
    ...(deviceId && { deviceId: { exact: deviceId } }),
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
