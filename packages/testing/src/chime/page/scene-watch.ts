import { Looker, type Scene } from './scene';

/** How far from blue a pixel may be after a codec, in levels of 255. */
const TOLERANCE = 48;

/** What of a scene came through in one frame. */
export interface Sight {
  /** Since the watch began. */
  readonly atMs: number;
  /** Share of the room's pixels that are blue, 0 to 1. */
  readonly roomBlue: number;
  /** Their mean colour: red, green, blue, 0 to 255. */
  readonly roomColor: readonly number[];
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
      roomColor: meanColor(rgba, this.scene.room),
      personShown: 1 - blueShare(rgba, this.scene.person),
    };
  }
}

const isBlue = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray): boolean =>
  red < TOLERANCE && green < TOLERANCE && blue > 255 - TOLERANCE;

/** The colours of an area's pixels. */
function* pixelsOf(rgba: Uint8ClampedArray, area: Uint8Array): Generator<Uint8ClampedArray> {
  for (const [at, counts] of area.entries()) {
    if (counts === 1) yield rgba.subarray(4 * at, 4 * at + 3);
  }
}

function blueShare(rgba: Uint8ClampedArray, area: Uint8Array): number {
  let pixels = 0;
  let blue = 0;
  for (const pixel of pixelsOf(rgba, area)) {
    pixels++;
    blue += Number(isBlue(pixel));
  }
  return blue / pixels;
}

function meanColor(rgba: Uint8ClampedArray, area: Uint8Array): number[] {
  const sum = [0, 0, 0];
  let pixels = 0;
  for (const pixel of pixelsOf(rgba, area)) {
    pixels++;
    for (const [channel, value] of pixel.entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  return sum.map((value) => Math.round(value / pixels));
}
