/** BodyPix as the article loads it, but for the address of the weights. */
import { load, type BodyPix } from '@tensorflow-models/body-pix';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import { setBackend } from '@tensorflow/tfjs-core';

/** Where `npm run models` puts them. */
const WEIGHTS = '/models/bodypix/mobilenet/quant2/075/model-stride16.json';
const WASM = '/models/tfjs/';

/**
 * Loads the network. Fault 7: without `modelUrl`, which the article does not set, the weights come
 * from a server of Google's at each first visit.
 * @param backends - In the order in which they are tried. In 2020 it was WebGL.
 * @throws Error when none works here, or the weights are not there.
 */
export async function openBodyPix(backends = ['webgl', 'wasm']): Promise<BodyPix> {
  setWasmPaths(WASM);
  await setFirstBackend(backends);
  try {
    return await load({
      architecture: 'MobileNetV1',
      outputStride: 16,
      multiplier: 0.75,
      quantBytes: 2,
      modelUrl: WEIGHTS,
    });
  } catch (cause) {
    throw new Error(`${WEIGHTS} cannot be had: npm run models puts it there.`, { cause });
  }
}

async function setFirstBackend(backends: readonly string[]): Promise<void> {
  for (const backend of backends) {
    if (await setBackend(backend)) return;
  }
  throw new Error(`TensorFlow.js started on none of ${backends.join(', ')}.`);
}
