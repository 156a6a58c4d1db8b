import { onTestFinished } from 'vitest';
import { bodypix } from '../bodypix';
import type { BodypixSettings } from '../bodypix-settings';
import { driveSegmenter, type DrivenSegmenter } from './driven-segmenter';

/** For the names of tests that need the test data's weights. */
export const NO_WEIGHTS = __SHARED_DATA__ ? '' : ' (skipped: ../shared/data/bodypix is absent)';

/** TensorFlow.js with its files where the tests' server has them. */
export const TFJS = { runtime: 'tfjs', backend: 'wasm', assetsUrl: '/' } as const;
/** Settings that choose each runtime. */
export const RUNTIMES = { own: { runtime: 'own' }, tfjs: TFJS } as const;

/** Settings with the test data's weights. */
export function withWeights(settings: BodypixSettings): BodypixSettings {
  const { outputStride = 16, multiplier = 0.75 } = settings;
  const folder = multiplier === 0.5 ? '050' : '075';
  const modelUrl = `/models/bodypix/mobilenet/quant2/${folder}/model-stride${outputStride}.json`;
  return { modelUrl, ...settings };
}

/** A worker with these settings, ended with the test. */
export async function drive(settings: BodypixSettings): Promise<DrivenSegmenter> {
  const driven = await driveSegmenter(bodypix(withWeights(settings)));
  onTestFinished(() => driven.close());
  return driven;
}
