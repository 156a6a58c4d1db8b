/** Scenes are looked at in this size, in pixels. */
export const LOOK = { width: 160, height: 90 } as const;

/** How far from the person, in pixels of a look, codec and matte may still mix both. */
const ROOM_MARGIN_PX = 6;
const PERSON_MARGIN_PX = 2;

/** Arms and head move; what is the person in so many of the clip's frames is looked for. */
const MOSTLY = 0.9;

/** Where in a clip the person never is, and where mostly: a byte a pixel of a look, 1 for yes. */
export interface Scene {
  readonly room: Uint8Array;
  readonly person: Uint8Array;
}

/** Reads a picture's pixels in the size of a look. */
export class Looker {
  readonly #context: OffscreenCanvasRenderingContext2D;

  constructor() {
    const canvas = new OffscreenCanvas(LOOK.width, LOOK.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('No 2D canvas in this browser.');
    this.#context = context;
  }

  /** RGBA, row by row. */
  look(picture: CanvasImageSource): Uint8ClampedArray {
    this.#context.drawImage(picture, 0, 0, LOOK.width, LOOK.height);
    return this.#context.getImageData(0, 0, LOOK.width, LOOK.height).data;
  }
}

/** The scene of a clip by its mattes: white, opaque pictures where the person is. */
export class SceneMaker {
  readonly #most = new Uint8Array(LOOK.width * LOOK.height);
  readonly #frames = new Uint16Array(LOOK.width * LOOK.height);
  readonly #looker = new Looker();
  #count = 0;

  add(matte: CanvasImageSource): void {
    const rgba = this.#looker.look(matte);
    this.#count++;
    for (let at = 0; at < this.#most.length; at++) {
      const value = rgba[4 * at] ?? 0;
      this.#most[at] = Math.max(this.#most[at] ?? 0, value);
      this.#frames[at] = (this.#frames[at] ?? 0) + Number(value > 247);
    }
  }

  /** @throws Error where the person moves too much to be looked for anywhere. */
  make(): Scene {
    const least = MOSTLY * this.#count;
    const room = shrink(
      this.#most.map((value) => Number(value < 8)),
      ROOM_MARGIN_PX,
    );
    const mostly = Uint8Array.from(this.#frames, (count) => Number(count >= least));
    const person = shrink(mostly, PERSON_MARGIN_PX);
    if (!room.includes(1) || !person.includes(1)) throw new Error('No room or no person to see.');
    return { room, person };
  }
}

/** Keeps what has only its like within the margin; the picture's edge is no border. */
function shrink(area: Uint8Array, marginPx: number): Uint8Array {
  const { width, height } = LOOK;
  return area.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let row = Math.max(0, y - marginPx); row <= Math.min(height - 1, y + marginPx); row++) {
      const from = row * width + Math.max(0, x - marginPx);
      const to = row * width + Math.min(width - 1, x + marginPx);
      if (area.subarray(from, to + 1).includes(0)) return 0;
    }
    return 1;
  });
}
