import { NativeProcessor } from './native-tracks';
import type { Rgb, Sighting } from './recorder-protocol';

/**
 * Looks at every frame of a track, in a worker, so that a page that is blocked misses none. The
 * track is cloned: whoever records does not keep it alive for others.
 */
export class Recorder {
  readonly sightings: Sighting[] = [];
  readonly ended: Promise<void>;
  readonly #worker = new Worker(new URL('./recorder-worker.ts', import.meta.url), {
    type: 'module',
  });

  /**
   * @param room - The colour that must not be seen.
   * @param tolerance - Largest difference per channel that still counts as that colour.
   */
  constructor(track: MediaStreamTrack, room: Rgb, tolerance = 40) {
    const ended = Promise.withResolvers<void>();
    this.ended = ended.promise;
    this.#worker.onmessage = ({ data }: MessageEvent<Sighting | 'ended'>) => {
      if (data === 'ended') ended.resolve();
      else this.sightings.push(data);
    };
    const { readable } = new NativeProcessor({ track: track as MediaStreamVideoTrack });
    this.#worker.postMessage({ readable, room, tolerance }, [readable]);
  }

  /** The frames seen since a moment, `Date.now()`. */
  since(atMs: number): Sighting[] {
    return this.sightings.filter((sighting) => sighting.atMs >= atMs);
  }

  /** Largest gap between two frames seen, in milliseconds. */
  get longestGapMs(): number {
    const times = this.sightings.map((sighting) => sighting.atMs);
    return Math.max(0, ...times.slice(1).map((atMs, index) => atMs - (times[index] ?? atMs)));
  }

  close(): void {
    this.#worker.terminate();
  }
}
