import type { ComputeClient } from '../worker/compute-client';
import type { FrameSource } from './source';

/**
 * Reads a track in the computing worker (mediacapture-transform as the standard has it). Whoever
 * moves a track has it no more, so a clone moves.
 *
 * The clone goes on when the track is stopped or disabled, so it is stopped when the source rests.
 * Disabling it would not do: WebKit reads what is behind the track.
 */
export class WorkerTrackSource implements FrameSource {
  #compute: ComputeClient | undefined;

  constructor(private readonly track: MediaStreamTrack) {}

  feed(compute: ComputeClient): void {
    this.#compute = compute;
    compute.readTrack(this.track.clone());
  }

  rest(): void {
    this.#compute?.stopReading();
  }

  close(): void {
    this.rest();
  }
}
