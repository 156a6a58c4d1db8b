import type { BodyPix } from '@tensorflow-models/body-pix';
import * as tf from '@tensorflow/tfjs-core';
import type { SegmentArgs } from '../segment/worker-segmenter';
import type { People } from './bodypix-settings';
import { cannotRun } from './cannot-run';
import { MaskFiller, type Grid } from './mask-filler';
import { peopleMask } from './people-mask';
import { maskOfLogits, maskOfPixels } from './person-mask';
import { requireGrid, SMALL } from './require-grid';
import type { BodypixNet } from './segmenter-service';
import type { BackendName } from './tfjs-backends';
import type { WorkerSettings } from './worker-settings';

type Picture = Pick<SegmentArgs, 'pixels' | 'input'>;

/** BodyPix as the library runs it, on one backend of TensorFlow.js. */
export class TfjsNet implements BodypixNet {
  readonly backend: string;
  readonly #filler = new MaskFiller();
  /** Which outputs have been found to work. */
  readonly #checked = new Set<string>();

  constructor(
    readonly name: BackendName,
    private readonly net: BodyPix,
  ) {
    this.backend = `tfjs-${name}`;
  }

  async check(settings: WorkerSettings): Promise<void> {
    const { people, parts, modelUrl } = settings;
    const of = [people !== undefined, parts !== undefined].join();
    if (this.#checked.has(of)) return;
    const picture = { input: SMALL, pixels: new ArrayBuffer(12 * SMALL.width * SMALL.height) };
    try {
      await this.#logits(picture, settings);
      if (people !== undefined) await this.#people(picture, settings, people);
    } catch (cause) {
      throw cannotRun(modelUrl, cause);
    }
    this.#checked.add(of);
  }

  async segment(args: SegmentArgs, settings: WorkerSettings): Promise<void> {
    const { input, wanted } = args;
    const mask = new Float32Array(args.mask);
    const { people, outputStride } = settings;
    if (people === undefined) {
      const grid = await this.#logits(args, settings);
      const placing = { input, wanted, stride: outputStride };
      this.#filler.fill(mask, grid, placing, maskOfLogits(settings));
    } else {
      const grid = await this.#people(args, settings, people);
      this.#filler.fill(mask, grid, { input: grid, wanted, stride: 1 }, maskOfPixels);
    }
  }

  tensorCount(): number {
    return tf.memory().numTensors;
  }

  /** Frees the weights, and the backend with all that it holds. */
  close(): void {
    this.net.dispose();
    tf.removeBackend(this.name);
  }

  async #logits(picture: Picture, settings: WorkerSettings): Promise<Grid> {
    const logits = tf.tidy(() => {
      const { segmentation, partHeatmaps } = this.net.baseModel.predict(pictureOf(picture));
      return settings.parts ? tf.concat([segmentation, partHeatmaps], 2) : segmentation;
    });
    try {
      const [height, width, channels] = logits.shape;
      requireGrid({ width, height, channels }, picture.input, settings);
      return { height, width, channels, values: await logits.data() };
    } finally {
      logits.dispose();
    }
  }

  async #people(
    args: Picture,
    { segmentationThreshold }: WorkerSettings,
    keep: People,
  ): Promise<Grid> {
    const factor = this.name === 'webgl' ? 2 : 1;
    const picture = enlarged(pictureOf(args), factor);
    const [height, width] = picture.shape;
    try {
      // Of the picture as it came, which has been made smaller already.
      const config = { internalResolution: 1 / factor, segmentationThreshold };
      const people = await this.net.segmentMultiPerson(picture, config);
      const values = peopleMask(people, keep, { width, height });
      return { width, height, channels: 1, values };
    } finally {
      picture.dispose();
    }
  }
}

/**
 * The library writes the internal resolution into its WebGL shader as JavaScript writes numbers, and
 * there 1 is no float: it does not compile. Twice the pixels, seen at a half, are the same picture,
 * as its resizing takes every second one. Disposes of what it is given.
 */
function enlarged(picture: tf.Tensor3D, factor: number): tf.Tensor3D {
  if (factor === 1) return picture;
  const [height, width] = picture.shape;
  const larger = tf.image.resizeNearestNeighbor(picture, [height * factor, width * factor]);
  picture.dispose();
  return larger;
}

/** Colours 0..255, as the library takes them. */
function pictureOf({ pixels, input }: Picture): tf.Tensor3D {
  const shape: [number, number, number] = [input.height, input.width, 3];
  return tf.tidy(() => tf.mul(tf.tensor3d(new Float32Array(pixels), shape), 255));
}
