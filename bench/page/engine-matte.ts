import { BackgroundProcessor, type ProcessorOptions } from 'cyclorama';
import { LUMA_BLACK, LUMA_WHITE, takeLuma, yuvFrame } from './yuv-frame';

/** A matte and how long one processor took for it. */
export interface TimedMatte {
  /** `[height, width]`, 0..1 but for rounding. */
  readonly matte: Float32Array;
  readonly ms: number;
}

/**
 * The matte of the engine's whole path. The engine does not tell it, but two composites do: over
 * black and over white they differ by what shines through.
 */
export class EngineMatte {
  readonly #black: BackgroundProcessor;
  readonly #white: BackgroundProcessor;

  /** @param options - All but the background. */
  constructor(options: ProcessorOptions = {}) {
    const over = (color: string): BackgroundProcessor =>
      new BackgroundProcessor({ ...options, background: { type: 'color', color } });
    this.#black = over('#000000');
    this.#white = over('#ffffff');
  }

  /** The matte of a picture that follows the last one by a 30th of a second. */
  async matte(picture: ImageData, index: number): Promise<TimedMatte> {
    const timestampUs = Math.round((index * 1e6) / 30);
    const startedAtMs = performance.now();
    const onBlack = await this.#black.processFrame(yuvFrame(picture, timestampUs));
    const ms = performance.now() - startedAtMs;
    const onWhite = await this.#white.processFrame(yuvFrame(picture, timestampUs));
    return { matte: difference(await takeLuma(onBlack), await takeLuma(onWhite)), ms };
  }

  close(): void {
    this.#black.close();
    this.#white.close();
  }
}

function difference(onBlack: Uint8Array, onWhite: Uint8Array): Float32Array {
  const range = LUMA_WHITE - LUMA_BLACK;
  return Float32Array.from(onBlack, (luma, pixel) => 1 - ((onWhite[pixel] ?? 0) - luma) / range);
}
