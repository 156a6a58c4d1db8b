import { Looker, type Scene } from './scene';

/** How far from blue a pixel may be after a codec, in levels of 255. */
const TOLERANCE = 48;

/** What of a scene came through in one frame. */
export interface Sight {
  /** Since the watch began. */
  readonly atMs: number;
  /** Share of the room's pixels that are blue, 0 to 1. */
  readonly roomBlue: number;
  /** Share of the person's pixels that are not. */
  readonly personShown: number;
}

/** Looks at every frame of a track for a scene whose room should be blue. */
export class SceneWatch {
  readonly sights: Sight[] = [];
  readonly #looker = new Looker();
  readonly #beganMs = performance.now();
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;

  constructor(
    track: MediaStreamVideoTrack,
    private readonly scene: Scene,
  ) {
    this.#reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    void this.#read();
  }

  async #read(): Promise<void> {
    for (;;) {
      const { value: frame } = await this.#reader.read();
      if (!frame) return;
      try {
        this.sights.push(this.#see(frame));
      } finally {
        frame.close();
      }
    }
  }

  #see(frame: VideoFrame): Sight {
    const rgba = this.#looker.look(frame);
    return {
      atMs: performance.now() - this.#beganMs,
      roomBlue: blueShare(rgba, this.scene.room),
      personShown: 1 - blueShare(rgba, this.scene.person),
    };
  }

  async stop(): Promise<void> {
    await this.#reader.cancel();
  }
}

function blueShare(rgba: Uint8ClampedArray, area: Uint8Array): number {
  let pixels = 0;
  let blue = 0;
  for (const [at, counts] of area.entries()) {
    if (counts === 0) continue;
    pixels++;
    blue += Number(isBlue(rgba, 4 * at));
  }
  return blue / pixels;
}

const isBlue = (rgba: Uint8ClampedArray, at: number): boolean =>
  (rgba[at] ?? 0) < TOLERANCE &&
  (rgba[at + 1] ?? 0) < TOLERANCE &&
  (rgba[at + 2] ?? 0) > 255 - TOLERANCE;
