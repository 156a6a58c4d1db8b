import type { ComputeClient } from '../worker/compute-client';
import type { FrameSource } from './source';

/**
 * Reads a track by MediaStreamTrackProcessor (mediacapture-transform). The readable moves to the
 * worker, so frames never touch the page's thread.
 */
export class ProcessorSource implements FrameSource {
  #compute: ComputeClient | undefined;

  constructor(private readonly track: MediaStreamTrack) {}

  feed(compute: ComputeClient): void {
    this.#compute = compute;
    const track = this.track as MediaStreamVideoTrack;
    const { readable } = new MediaStreamTrackProcessor({ track });
    compute.readFrom(readable);
  }

  rest(): void {
    this.#compute?.stopReading();
  }

  close(): void {
    this.rest();
  }
}
