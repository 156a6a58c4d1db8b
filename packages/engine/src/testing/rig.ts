import {
  eventually,
  FrameFeed,
  paintRoom,
  Recorder,
  ROOM,
  type Paint,
} from '@cyclorama/testing/browser';
import type { CycloramaError } from '../errors';
import type { ProcessorOptions } from '../options';
import { BackgroundProcessor } from '../processor';
import type { ProcessorState } from '../processor-state';

export { paintRoom, ROOM };

/** More than the output's track and the recorder hold between the sink and the eye. */
const HELD_FRAMES = 6;

/** What a rig is made with. */
export interface RigOptions extends ProcessorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly paint?: Paint;
}

/** A camera in the test's hand, a processor on it, and a recorder of every frame that comes out. */
export class Rig {
  private constructor(
    readonly feed: FrameFeed,
    readonly processor: BackgroundProcessor,
    readonly output: MediaStreamTrack,
    readonly recorder: Recorder,
    readonly errors: readonly CycloramaError[],
    readonly states: readonly ProcessorState[],
  ) {}

  static async start({ width = 320, height = 180, paint, ...options }: RigOptions): Promise<Rig> {
    const feed = new FrameFeed({ width, height, paint: paint ?? paintRoom });
    const processor = new BackgroundProcessor(options);
    const errors: CycloramaError[] = [];
    const states: ProcessorState[] = [];
    processor.on('error', (error) => errors.push(error));
    processor.on('state', (state) => states.push(state));
    const track = await processor.start(feed.track);
    // The computing worker starts just now, so that no frame made from the feed is missed.
    return new Rig(feed, processor, track, new Recorder(track, ROOM), errors, states);
  }

  /** Waits until composites go out. */
  running(): Promise<void> {
    return eventually('the processor runs', () => this.processor.state === 'running');
  }

  /** Waits until so many more frames came out. */
  frames(count: number): Promise<void> {
    const { sightings } = this.recorder;
    const wanted = sightings.length + count;
    return eventually(`${count} frames came out`, () => sightings.length >= wanted);
  }

  /**
   * Waits until what had left the sink before this call is through.
   * @returns The number of frames seen by then: those that follow left it later.
   */
  async passed(): Promise<number> {
    await this.recorder.caughtUp();
    await this.frames(HELD_FRAMES);
    return this.recorder.sightings.length;
  }

  /** Largest share of a frame that showed the room, from the frame of this number on. */
  roomSeen(from = 0): number {
    const shares = this.recorder.sightings.slice(from).map((sighting) => sighting.roomShare);
    return Math.max(0, ...shares);
  }

  /** Whether the last frame is #0000ff in its corner, but for the rounding of video planes. */
  showsBlue(): boolean {
    const [red, green, blue] = this.recorder.sightings.at(-1)?.corner ?? [255, 255, 0];
    return red < 4 && green < 4 && blue > 250;
  }

  close(): void {
    this.processor.close();
    this.recorder.close();
    this.feed.unplug();
  }
}
