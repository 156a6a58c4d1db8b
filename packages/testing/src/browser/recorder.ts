import { NativeProcessor } from './native-tracks';
import type { RecorderEvent, Rgb, Sighting } from './recorder-protocol';

/**
 * Looks at every frame of a track, in a worker, so that a page that is blocked misses none. The
 * track is cloned: whoever records does not keep it alive for others.
 */
export class Recorder {
  readonly sightings: Sighting[] = [];
  readonly ended: Promise<void>;
  #caughtUp = Promise.withResolvers<void>();
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
    this.#worker.onmessage = ({ data }: MessageEvent<RecorderEvent>) => {
      if (data === 'ended') ended.resolve();
      else if (data === 'caught up') this.#caughtUp.resolve();
      else this.sightings.push(data);
    };
    const { readable } = new NativeProcessor({ track: track as MediaStreamVideoTrack });
    this.#worker.postMessage({ readable, room, tolerance }, [readable]);
  }

  /** Resolves once what was looked at before this call is among the sightings. */
  caughtUp(): Promise<void> {
    this.#caughtUp = Promise.withResolvers<void>();
    this.#worker.postMessage('catch up');
    return this.#caughtUp.promise;
  }

  close(): void {
    this.#worker.terminate();
  }
}
