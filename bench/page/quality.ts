import { createSegmenter, type Segmenter } from 'cyclorama';
import type { Candidate } from '../src/tradeoff/candidates';
import { drawSheet } from './draw-sheet';
import { EngineMatte, type TimedMatte } from './engine-matte';
import { fetchMatte, fetchPicture } from './fetch-picture';
import { qualityReading, type QualityReading } from './quality-reading';
import { segmenterOptions } from './segmenter-options';
import { upsampleMask } from './upsample-mask';

/** One picture's readings. */
export interface PictureReading {
  readonly engine: QualityReading;
  readonly raw: QualityReading;
  /** None without weights. */
  readonly bodypix: QualityReading | undefined;
}

/** Measures pictures one by one, as a film or each for itself. */
export class QualityRun {
  readonly #bodypix: Candidate | undefined;
  readonly #engines = new Map<Candidate | undefined, EngineMatte>();
  #segmenter: Promise<Segmenter> | undefined;
  #drawLast: () => Promise<string> = () => Promise.reject(new Error('Nothing was measured.'));

  /** @param bodypix - How BodyPix is set; none where its weights are absent. */
  constructor(bodypix: Candidate | undefined) {
    this.#bodypix = bodypix;
  }

  /**
   * @param index - Of `/images/` and `/masks/`.
   * @param sequence - Whether the picture follows the one before; else it gets fresh processors.
   */
  async measure(index: number, sequence: boolean): Promise<PictureReading> {
    const picture = await fetchPicture(`/images/${index}`);
    const truth = await fetchMatte(`/masks/${index}`);
    const engine = await this.#engineMatte(undefined, picture, index, sequence);
    const raw = await this.#raw(picture);
    const bodypix =
      this.#bodypix && (await this.#engineMatte(this.#bodypix, picture, index, sequence));
    const mattes = [engine, raw, ...(bodypix ? [bodypix] : [])].map(({ matte }) => matte);
    this.#drawLast = () => drawSheet(picture, [...mattes, truth]);
    return {
      engine: qualityReading(engine, truth, picture),
      raw: qualityReading(raw, truth, picture),
      bodypix: bodypix && qualityReading(bodypix, truth, picture),
    };
  }

  /** The last picture beside its mattes: the engine's, the raw one, BodyPix' and the true one. */
  sheet(): Promise<string> {
    return this.#drawLast();
  }

  /** @param candidate - None for the engine as it is without options. */
  async #engineMatte(
    candidate: Candidate | undefined,
    picture: ImageData,
    index: number,
    sequence: boolean,
  ): Promise<TimedMatte> {
    const engine =
      this.#engines.get(candidate) ?? new EngineMatte(candidate && segmenterOptions(candidate));
    this.#engines.set(candidate, engine);
    try {
      return await engine.matte(picture, index);
    } finally {
      if (!sequence) {
        engine.close();
        this.#engines.delete(candidate);
      }
    }
  }

  async #raw(picture: ImageData): Promise<TimedMatte> {
    const segmenter = await (this.#segmenter ??= createSegmenter({ model: 'landscape' }));
    const startedAtMs = performance.now();
    const mask = await segmenter.segment(picture);
    const ms = performance.now() - startedAtMs;
    return { matte: upsampleMask(mask, picture.width, picture.height), ms };
  }
}
