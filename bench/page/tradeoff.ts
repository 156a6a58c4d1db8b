import type { ProcessorOptions } from 'cyclorama';
import type { Candidate } from '../src/tradeoff/candidates';
import { EngineMatte } from './engine-matte';
import { fetchMatte, fetchPicture, type PictureSize } from './fetch-picture';
import { qualityReading, type PictureAccuracy } from './quality-reading';
import { segmenterOptions } from './segmenter-options';
import { TimedTrack, type FrameCost } from './timed-track';

/** One setting over one film: what each frame's stages cost, and how good its matte is. */
export class TradeoffRun {
  readonly #options: ProcessorOptions;
  readonly #engine: EngineMatte;
  #timed: TimedTrack | undefined;
  #size: PictureSize | undefined;

  /** @param size - What pictures and mattes are stretched to; none for their own. */
  constructor(candidate: Candidate, size: PictureSize | undefined) {
    this.#size = size;
    this.#options = segmenterOptions(candidate);
    this.#engine = new EngineMatte(this.#options);
  }

  /** Of the last picture, in pixels. */
  get size(): PictureSize {
    return this.#size ?? { width: 0, height: 0 };
  }

  /**
   * Times one frame, then, by itself, looks at its matte.
   * @param index - Of `/images/` and, where there are true mattes, of `/masks/`.
   */
  async measure(index: number, hasTruth: boolean): Promise<PictureAccuracy | undefined> {
    const picture = await fetchPicture(`/images/${index}`, this.#size);
    this.#size = { width: picture.width, height: picture.height };
    await (await this.#track(picture)).process(picture);
    if (!hasTruth) return undefined;
    const truth = await fetchMatte(`/masks/${index}`, this.#size);
    return qualityReading(await this.#engine.matte(picture, index), truth, picture);
  }

  /** Of the last 120 frames. */
  async cost(): Promise<FrameCost> {
    if (!this.#timed) throw new Error('Nothing was measured.');
    return this.#timed.cost();
  }

  async #track(picture: ImageData): Promise<TimedTrack> {
    const background = { type: 'color', color: '#000000' } as const;
    this.#timed ??= await TimedTrack.start({ ...this.#options, background }, picture);
    return this.#timed;
  }
}
