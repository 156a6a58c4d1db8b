import type { ComputeClient } from '../worker/compute-client';
import type { SinkClient } from '../worker/sink-client';
import type { FrameSource } from './source';

/** How often a hidden page looks for a new picture, and where it cannot tell one, takes one. */
const LOOK_INTERVAL_MS = 1000 / 60;
const TAKE_INTERVAL_MS = 1000 / 30;

/**
 * Reads a track through a video element, which every browser can: a frame on each callback of
 * `requestVideoFrameCallback`, and on a worker's clock while the page is hidden, when those stop.
 */
export class VideoSource implements FrameSource {
  readonly #video = document.createElement('video');
  #compute: ComputeClient | undefined;
  #callback = 0;
  #lastSign = -1;
  readonly #onVisibility = (): void => this.#followVisibility();

  /** @param sink - Its worker's clock keeps going in a hidden page. */
  constructor(
    track: MediaStreamTrack,
    private readonly sink: SinkClient,
  ) {
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.srcObject = new MediaStream([track]);
    void this.#video.play().catch(() => undefined); // Fails only where close() came first.
  }

  feed(compute: ComputeClient): void {
    if (!this.#compute) this.#listen();
    this.#compute = compute;
  }

  rest(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#video.cancelVideoFrameCallback(this.#callback);
    this.sink.setTicks(0, () => undefined);
    this.#compute = undefined;
  }

  close(): void {
    this.rest();
    this.#video.srcObject = null;
  }

  #listen(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#followVisibility();
    this.#awaitFrame();
  }

  #awaitFrame(): void {
    this.#callback = this.#video.requestVideoFrameCallback(() => {
      this.#awaitFrame(); // First, so that one picture that fails does not end the rest.
      this.#capture();
    });
  }

  #followVisibility(): void {
    const intervalMs = this.#pictures > 0 ? LOOK_INTERVAL_MS : TAKE_INTERVAL_MS;
    this.sink.setTicks(document.hidden ? intervalMs : 0, () => this.#look());
  }

  /** Pictures that the element has had. Firefox counts none where they are a track's. */
  get #pictures(): number {
    return this.#video.getVideoPlaybackQuality().totalVideoFrames;
  }

  #look(): void {
    const sign = this.#pictures || this.#video.currentTime;
    if (sign !== this.#lastSign) this.#capture();
    this.#lastSign = sign;
  }

  #capture(): void {
    const { currentTime, videoWidth } = this.#video;
    if (!this.#compute || videoWidth === 0) return;
    const timestamp = Math.round(currentTime * 1e6);
    try {
      this.#compute.offer(new VideoFrame(this.#video, { timestamp }));
    } catch {
      // The element has no picture just now, as while its track changes: the next one counts.
    }
  }
}
