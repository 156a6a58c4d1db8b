import type { Size } from '../frame/frame-size';
import type { ComputeClient } from '../worker/compute-client';
import type { SinkEvent } from '../worker/messages';
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
  #compute: ComputeClient | undefined;
  /** Whether the source is read, and whether the sink holds; undefined of one that is new. */
  #reading: boolean | undefined;
  #holding: boolean | undefined;
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

  /** Whether the source was stopped or has ended, rather than being left. */
  get sourceHasEnded(): boolean {
    return this.track.readyState === 'ended';
  }

  /**
   * Starts sending holding frames, and follows the source.
   * @returns The output track.
   */
  open(way: Way, holdingColor: string): Promise<MediaStreamTrack> {
    this.#way = way;
    this.#outlet = new TrackOutlet(way, () => this.track, holdingColor, {
      onEvent: (event) => this.#onSink(event),
      onLost: (error) => this.listener.onLost(error),
    });
    const opening = this.#outlet.open();
    this.#openSource(this.track);
    return opening;
  }

  /** Sends the source's frames to a computing worker. */
  feed(compute: ComputeClient): void {
    this.#compute = compute;
    this.#reading = undefined;
    this.#read(isOn(this.track));
  }

  /** Goes on with another source, which is still to be fed. */
  switchTo(track: MediaStreamTrack): void {
    this.#leaveSource();
    this.#openSource(track);
  }

  /** Ends the output. The source's track lives on. */
  close(): void {
    this.#leaveSource();
    void this.#outlet?.close();
  }

  #leaveSource(): void {
    this.#unwatch();
    this.#source?.close();
    this.#source = this.#compute = undefined;
  }

  #onSink(event: SinkEvent): void {
    if (event.type === 'beat') this.#look();
    else this.listener.onEvent(event);
  }

  // For what fires no event: consumers that stopped the output, and an owner that stopped the source
  // or disabled it. A source may be silent then, and its last picture would stand for ever.
  #look(): void {
    if (!this.#source) return;
    if (this.#outlet?.hasEnded) return this.listener.onEnded();
    if (this.track.readyState === 'ended') this.#stoppedAtMs ??= performance.now();
    const stoppedMs = performance.now() - (this.#stoppedAtMs ?? Infinity);
    if (stoppedMs > STOPPED_MS) return this.listener.onEnded();
    this.#heed();
  }

  #openSource(track: MediaStreamTrack): void {
    this.track = track;
    if (!this.#way || !this.#outlet) return; // It is opened with the rest.
    this.#source = this.#way.openSource(track, this.#outlet.sink);
    this.#follow(track);
  }

  #follow(track: MediaStreamTrack): void {
    this.#stoppedAtMs = this.#reading = this.#holding = undefined;
    this.#unwatch = watchSource(track, {
      onMuted: () => this.#heed(),
      onEnded: () => this.listener.onEnded(),
    });
    // Only now: a listener may answer at once by switching to another source.
    this.#heed();
    if (this.track === track && track.readyState === 'ended') this.listener.onEnded();
  }

  #heed(): void {
    const on = isOn(this.track);
    this.#read(on);
    this.#hold(this.track.muted || !on);
  }

  #read(reading: boolean): void {
    if (reading === this.#reading) return;
    this.#reading = reading;
    if (!reading) this.#source?.rest();
    else if (this.#compute) this.#source?.feed(this.#compute);
  }

  #hold(holding: boolean): void {
    if (holding === this.#holding) return;
    this.#holding = holding;
    this.#outlet?.sink.setMuted(holding);
    this.listener.onMuted(holding);
  }
}

/** Whether its owner wants it seen: a track that was stopped cannot even be read any more. */
const isOn = ({ enabled, readyState }: MediaStreamTrack): boolean =>
  enabled && readyState === 'live';
