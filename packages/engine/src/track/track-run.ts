import type { Size } from '../frame/frame-size';
import type { ComputeClient } from '../worker/compute-client';
import { sizeOfTrack } from './settings';
import type { FrameSource } from './source';
import { watchSource } from './source-watch';
import { TrackOutlet, type OutletListener } from './track-outlet';
import type { Way } from './way';

/** How long a source that was stopped may be away before the run ends: another may follow. */
const STOPPED_MS = 2000;

/** What becomes of a run, told to the processor. */
interface RunListener extends OutletListener {
  /** The source shows nothing, or shows something again. */
  onMuted(muted: boolean): void;
  /** The source is at its end, or nobody takes the output any more. */
  onEnded(): void;
}

/**
 * From a source's track, which may be switched, to the output track, which stays. Which way they go
 * is not known before a worker was asked, and the track may be switched meanwhile.
 */
export class TrackRun {
  #way: Way | undefined;
  #outlet: TrackOutlet | undefined;
  #source: FrameSource | undefined;
  #unwatch: () => void = () => undefined;
  #stoppedAtMs: number | undefined;

  constructor(
    private track: MediaStreamTrack,
    private readonly listener: RunListener,
  ) {}

  /** The output; undefined before `open`. */
  get outlet(): TrackOutlet | undefined {
    return this.#outlet;
  }

  /** What the source's frames will probably be like, in pixels. */
  get size(): Size {
    return sizeOfTrack(this.track);
  }

  /**
   * Starts sending holding frames, and follows the source.
   * @returns The output track.
   */
  open(way: Way, holdingColor: string): Promise<MediaStreamTrack> {
    this.#way = way;
    this.#outlet = new TrackOutlet(way, () => this.track, this.listener);
    const opening = this.#outlet.open(holdingColor);
    this.#openSource(this.track);
    return opening;
  }

  /** Sends the source's frames to a computing worker. */
  feed(compute: ComputeClient): void {
    // A track that was stopped has no frames, and cannot be read any more.
    if (this.track.readyState === 'live') this.#source?.feed(compute);
  }

  /** Goes on with another source, which is still to be fed. */
  switchTo(track: MediaStreamTrack): void {
    this.#unwatch();
    this.#source?.close();
    this.#openSource(track);
  }

  /**
   * Looks for what fires no event: consumers that stopped the output, and an owner that stopped the
   * source. The sink holds meanwhile, or the last picture of the person would stand there.
   */
  look(): void {
    if (this.#outlet?.hasEnded) return this.listener.onEnded();
    if (this.track.readyState !== 'ended') return;
    const nowMs = performance.now();
    if (this.#stoppedAtMs === undefined) this.#mute(true);
    this.#stoppedAtMs ??= nowMs;
    if (nowMs - this.#stoppedAtMs > STOPPED_MS) this.listener.onEnded();
  }

  /** Ends the output. The source's track lives on. */
  close(): void {
    this.#unwatch();
    this.#source?.close();
    void this.#outlet?.close();
  }

  #openSource(track: MediaStreamTrack): void {
    this.track = track;
    if (!this.#way || !this.#outlet) return; // It is opened with the rest.
    this.#source = this.#way.openSource(track, this.#outlet.sink);
    this.#follow(track);
  }

  #follow(track: MediaStreamTrack): void {
    this.#stoppedAtMs = undefined;
    this.#unwatch = watchSource(track, {
      onMuted: (muted) => this.#mute(muted),
      onEnded: () => this.listener.onEnded(),
    });
    // Only now: a listener may answer at once by switching to another source.
    this.#mute(track.muted);
    if (this.track === track && track.readyState === 'ended') this.listener.onEnded();
  }

  #mute(muted: boolean): void {
    this.#outlet?.sink.setMuted(muted);
    this.listener.onMuted(muted);
  }
}
