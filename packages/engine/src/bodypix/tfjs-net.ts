import * as bodyPix from '@tensorflow-models/body-pix';
import * as tf from '@tensorflow/tfjs-core';
import { ModelLoadError } from '../errors';
import { inputSizeOf } from '../segment/input-size';
import type { SegmentArgs } from '../segment/worker-segmenter';
import { chooseFastest, medianMs, type Candidate } from './choose-backend';
import type { People } from './bodypix-settings';
import { fetchWeights, MODELS_REMEDY } from './fetch-weights';
import { MaskFiller, type Grid } from './mask-filler';
import { peopleMask } from './people-mask';
import { maskOfLogits, maskOfPixels } from './person-mask';
import type { BodypixNet } from './segmenter-service';
import { backendsHere, configureTfjs, namesOf, type BackendName } from './tfjs-backends';
import { serveWeights } from './tfjs-weights';
import type { WorkerSettings } from './worker-settings';

/**
 * Fetches the weights and loads them by the BodyPix library, on the backend that was chosen or on the
 * fastest.
 * @throws ModelLoadError that names the address, and what to do.
 */
export async function openTfjsNet(settings: WorkerSettings): Promise<BodypixNet> {
  const fetched = await fetchWeights(settings.modelUrl);
  configureTfjs(settings);
  const weightsAt = await serveWeights(fetched);
  const names = await backendsHere(settings.backend);
  const candidates = names.map((name) => candidate(name, weightsAt, settings));
  const net = await chooseFastest(candidates);
  if (!net) throw noBackend(settings);
  await tf.setBackend(net.name);
  return net;
}

function noBackend({ backend, tfjsUrl }: WorkerSettings): ModelLoadError {
  const names = namesOf(backend);
  const remedy = names.includes('wasm')
    ? `Its .wasm files should be in ${tfjsUrl}. ${MODELS_REMEDY}`
    : 'Choose another settings.backend.';
  return new ModelLoadError(`TensorFlow.js starts here on none of: ${names.join(', ')}. ${remedy}`);
}

function candidate(
  name: BackendName,
  weightsAt: string,
  settings: WorkerSettings,
): Candidate<TfjsNet> {
  return {
    open: async () => {
      if (!(await tf.setBackend(name))) return undefined;
      return new TfjsNet(name, await loadNet(weightsAt, settings));
    },
    timeMs: (net) => timeMs(net, settings),
    close: (net) => net.close(),
  };
}

/** By the library, which chooses what it does to colours and how outputs are named. */
async function loadNet(weightsAt: string, settings: WorkerSettings): Promise<bodyPix.BodyPix> {
  const { architecture, outputStride, multiplier, quantBytes, modelUrl } = settings;
  try {
    const config = { architecture, outputStride, multiplier, quantBytes, modelUrl: weightsAt };
    return await bodyPix.load(config);
  } catch (cause) {
    const message = `${modelUrl} cannot be loaded by BodyPix (${String(cause)}). ${MODELS_REMEDY}`;
    throw new ModelLoadError(message, { cause });
  }
}

/** Pixels of a frame that stands for all when backends are measured. */
const FRAME = { width: 640, height: 360 };
const MASK = { width: 256, height: 144 };

function timeMs(net: TfjsNet, settings: WorkerSettings): Promise<number> {
  const { scale, outputStride: step } = settings;
  const input = inputSizeOf(FRAME, { scale, step, plus: 1 });
  const args = {
    input,
    wanted: MASK,
    pixels: new Float32Array(input.width * input.height * 3).buffer,
    mask: new Float32Array(MASK.width * MASK.height).buffer,
  };
  return medianMs(() => net.segment(args, settings));
}

class TfjsNet implements BodypixNet {
  readonly backend: string;
  readonly #filler = new MaskFiller();

  constructor(
    readonly name: BackendName,
    private readonly net: bodyPix.BodyPix,
  ) {
    this.backend = `tfjs-${name}`;
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

  async #logits(args: SegmentArgs, { parts }: WorkerSettings): Promise<Grid> {
    const logits = tf.tidy(() => {
      const { segmentation, partHeatmaps } = this.net.baseModel.predict(pictureOf(args));
      return parts ? tf.concat([segmentation, partHeatmaps], 2) : segmentation;
    });
    try {
      const [height, width, channels] = logits.shape;
      return { height, width, channels, values: await logits.data() };
    } finally {
      logits.dispose();
    }
  }

  async #people(
    args: SegmentArgs,
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
function pictureOf({ pixels, input }: SegmentArgs): tf.Tensor3D {
  const shape: [number, number, number] = [input.height, input.width, 3];
  return tf.tidy(() => tf.mul(tf.tensor3d(new Float32Array(pixels), shape), 255));
}
