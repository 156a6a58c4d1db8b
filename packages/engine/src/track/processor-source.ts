import type { ComputeClient } from '../worker/compute-client';
import type { FrameSource } from './source';

/**
 * Reads a track by MediaStreamTrackProcessor (mediacapture-transform). The readable moves to the
 * worker, so frames never touch the page's thread.
 */
export class ProcessorSource implements FrameSource {
  constructor(private readonly track: MediaStreamTrack) {}

  feed(compute: ComputeClient): void {
    const track = this.track as MediaStreamVideoTrack;
    const { readable } = new MediaStreamTrackProcessor({ track });
    compute.readFrom(readable);
  }

  // The worker cancels the readable when it gets another one, and when it ends.
  close(): void {}
}
