import type { ComputeClient } from '../worker/compute-client';
import type { SinkClient } from '../worker/sink-client';
import type { FrameSource } from './source';

const LOOK_INTERVAL_MS = 100;

/**
 * Reads a track in the computing worker (mediacapture-transform as the standard has it). Whoever
 * moves a track has it no more, so a clone moves.
 *
 * The clone goes on when the track is stopped or disabled, and no event tells of either: they are
 * looked for. Then the clone is stopped and the sink holds. Disabling the clone would not do: WebKit
 * reads what is behind the track.
 */
export class WorkerTrackSource implements FrameSource {
  #compute: ComputeClient | undefined;
  #reading: boolean | undefined;

  /** @param sink - Its worker's clock keeps going in a hidden page. */
  constructor(
    private readonly track: MediaStreamTrack,
    private readonly sink: SinkClient,
  ) {}

  feed(compute: ComputeClient): void {
    this.#compute = compute;
    this.#reading = undefined;
    this.sink.setTicks(LOOK_INTERVAL_MS, () => this.#look());
    this.#look();
  }

  close(): void {
    this.sink.setTicks(0, () => undefined);
    this.#compute?.stopReading();
    this.#compute = undefined;
  }

  #look(): void {
    const { enabled, muted, readyState } = this.track;
    const reading = enabled && readyState === 'live';
    if (reading === this.#reading) return;
    this.#reading = reading;
    this.sink.setMuted(muted || !reading);
    if (reading) this.#compute?.readTrack(this.track.clone());
    else this.#compute?.stopReading();
  }
}
