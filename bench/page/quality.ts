import { createSegmenter, type Segmenter } from 'cyclorama';
import { iou } from '../src/measure/iou';
import { drawSheet } from './draw-sheet';
import { EngineMatte, type TimedMatte } from './engine-matte';
import { fetchMatte, fetchPicture } from './fetch-picture';
import { upsampleMask } from './upsample-mask';

/** IoU and time of one picture by one way. */
export interface QualityReading {
  readonly iou: number;
  readonly ms: number;
}

/** One picture's readings. */
export interface PictureReading {
  readonly engine: QualityReading;
  readonly raw: QualityReading;
}

/** Measures pictures one by one, as a film or each for itself. */
export class QualityRun {
  #segmenter: Promise<Segmenter> | undefined;
  #engine: EngineMatte | undefined;
  #drawLast: () => Promise<string> = () => Promise.reject(new Error('Nothing was measured.'));

  /**
   * @param index - Of `/images/` and `/masks/`.
   * @param sequence - Whether the picture follows the one before; else it gets fresh processors.
   */
  async measure(index: number, sequence: boolean): Promise<PictureReading> {
    const picture = await fetchPicture(`/images/${index}`);
    const truth = await fetchMatte(`/masks/${index}`);
    const [engine, raw] = [
      await this.#engineMatte(picture, index, sequence),
      await this.#raw(picture),
    ];
    this.#drawLast = () => drawSheet(picture, [engine.matte, raw.matte, truth]);
    return { engine: reading(engine, truth), raw: reading(raw, truth) };
  }

  /** The last picture beside its mattes: the engine's, the raw one and the true one; base64. */
  sheet(): Promise<string> {
    return this.#drawLast();
  }

  async #engineMatte(picture: ImageData, index: number, sequence: boolean): Promise<TimedMatte> {
    this.#engine ??= new EngineMatte();
    try {
      return await this.#engine.matte(picture, index);
    } finally {
      if (!sequence) {
        this.#engine.close();
        this.#engine = undefined;
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

const reading = ({ matte, ms }: TimedMatte, truth: Float32Array): QualityReading => ({
  iou: iou(matte, truth),
  ms,
});
