import { readTrack, type Arrival } from '../../page/track-reader';

type Look = (frame: VideoFrame, arrival: Arrival) => void;

/** Reads a track to its end, counts its frames, and lets the next one be looked at. */
export class WatchedTrack {
  readonly arrivals: Arrival[] = [];
  #looks: Look[] = [];

  constructor(track: MediaStreamTrack) {
    void readTrack(track, (arrival, frame) => {
      this.arrivals.push(arrival);
      const looks = this.#looks;
      this.#looks = [];
      for (const look of looks) look(frame, arrival);
    });
  }

  /** Waits for the next frame; what is wanted of it must be taken before `look` returns. */
  next<T>(look: (frame: VideoFrame, arrival: Arrival) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#looks.push((frame, arrival) => {
        try {
          resolve(look(frame, arrival));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  /** Looks at every frame from now on, until it is told to end. */
  follow(look: Look): () => void {
    let isFollowed = true;
    const again: Look = (frame, arrival) => {
      if (!isFollowed) return;
      look(frame, arrival);
      this.#looks.push(again);
    };
    this.#looks.push(again);
    return () => (isFollowed = false);
  }

  between(fromMs: number, toMs: number): Arrival[] {
    return this.arrivals.filter(({ atMs }) => atMs > fromMs && atMs <= toMs);
  }
}
