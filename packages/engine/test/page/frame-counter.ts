import { Loopback } from './loopback';

/** Counts the frames that come out of a track, in a hidden page too. */
export interface FrameCounter {
  /** Frames so far. */
  count(): Promise<number>;
  close(): void;
}

/** The nearest counter that the browser has. */
export async function frameCounterOf(track: MediaStreamTrack): Promise<FrameCounter> {
  if ('MediaStreamTrackProcessor' in globalThis) return new TrackReader(track);
  const loopback = new Loopback(track);
  await loopback.open();
  return loopback;
}

class TrackReader implements FrameCounter {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;
  #count = 0;

  constructor(track: MediaStreamTrack) {
    const processor = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack });
    this.#reader = processor.readable.getReader();
    void this.#read();
  }

  count(): Promise<number> {
    return Promise.resolve(this.#count);
  }

  close(): void {
    void this.#reader.cancel();
  }

  async #read(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      value.close();
      this.#count++;
    }
  }
}
