import * as bodyPix from '@tensorflow-models/body-pix';
import * as tf from '@tensorflow/tfjs-core';
import { ModelLoadError } from '../errors';
import { inputSizeOf } from '../segment/input-size';
import { chooseFastest, medianMs, type Candidate } from './choose-backend';
import { fetchWeights, MODELS_REMEDY } from './fetch-weights';
import type { BodypixNet } from './segmenter-service';
import { backendsHere, configureTfjs, namesOf, type BackendName } from './tfjs-backends';
import { TfjsNet } from './tfjs-net';
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
  await net.check(settings);
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

async function timeMs(net: TfjsNet, settings: WorkerSettings): Promise<number> {
  await net.check(settings);
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
