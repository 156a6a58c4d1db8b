import type { ComputeClient } from '../worker/compute-client';
import type { SinkClient } from '../worker/sink-client';
import type { FrameSource } from './source';

const HIDDEN_INTERVAL_MS = 1000 / 30;

/**
 * Reads a track through a video element, which every browser can: a frame on each callback of
 * `requestVideoFrameCallback`, and on a worker's clock while the page is hidden, when those stop.
 */
export class VideoSource implements FrameSource {
  readonly #video = document.createElement('video');
  #compute: ComputeClient | undefined;
  #callback = 0;
  #lastMediaTime = -1;
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

  close(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#video.cancelVideoFrameCallback(this.#callback);
    this.sink.setTicks(0, () => undefined);
    this.#compute = undefined;
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
    const intervalMs = document.hidden ? HIDDEN_INTERVAL_MS : 0;
    this.sink.setTicks(intervalMs, () => this.#capture());
  }

  #capture(): void {
    const { currentTime, videoWidth } = this.#video;
    if (!this.#compute || videoWidth === 0 || currentTime === this.#lastMediaTime) return;
    this.#lastMediaTime = currentTime;
    const timestamp = Math.round(currentTime * 1e6);
    try {
      this.#compute.offer(new VideoFrame(this.#video, { timestamp }));
    } catch {
      // The element has no picture just now, as while its track changes: the next one counts.
    }
  }
}
