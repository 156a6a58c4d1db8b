import type { WorkerSegmenter } from '../segment/worker-segmenter';
import type { BodypixSettings } from './bodypix-settings';
import { validateSettings } from './validate-settings';
import { workerSettings, type WorkerSettings } from './worker-settings';

/**
 * BodyPix as a processor's segmenter: `new BackgroundProcessor({ segmenter: bodypix() })`, or live,
 * `processor.update({ segmenter: bodypix({ outputStride: 8 }) })`. It runs in a worker of its own.
 *
 * Nothing is loaded here. Weights are not part of the package: without them the processor tells of a
 * `ModelLoadError` that says what to do, and shows the holding frame.
 * @throws TypeError that names the setting that is wrong, what it must be and what it is.
 */
export function bodypix(settings: BodypixSettings = {}): WorkerSegmenter {
  validateSettings(settings);
  const whole = workerSettings(settings);
  return {
    name: 'bodypix',
    key: keyOf(whole),
    settings: whole,
    input: { scale: whole.scale, step: whole.outputStride, plus: 1 },
    startWorker: whole.runtime === 'own' ? startOwn : startTfjs,
  };
}

/** What needs other weights or another worker; all else can change in the one that runs. */
function keyOf(settings: WorkerSettings): string {
  const { runtime, backend, modelUrl, tfjsUrl, kernels } = settings;
  const { architecture, outputStride, multiplier, quantBytes } = settings;
  const weights = [architecture, outputStride, multiplier, quantBytes, modelUrl];
  return [
    'bodypix',
    runtime,
    ...weights,
    ...(runtime === 'own' ? [kernels.plain] : [backend, tfjsUrl]),
  ].join(' ');
}

function startOwn(): Worker {
  return new Worker(new URL('./own-entry.ts', import.meta.url), {
    type: 'module',
    name: 'cyclorama-bodypix',
  });
}

function startTfjs(): Worker {
  return new Worker(new URL('./tfjs-entry.ts', import.meta.url), {
    type: 'module',
    name: 'cyclorama-bodypix-tfjs',
  });
}
