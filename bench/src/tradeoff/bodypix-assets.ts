import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { folderRoute } from '../site/file-routes';
import type { Route } from '../site/serve';
import { weightsPath, type Candidate } from './candidates';
import type { LeftOut } from './tradeoff-result';

/** Serves weights, and TensorFlow.js' own kernels, where `bodypix()` looks for them. */
export function bodypixRoutes(models: string): Record<string, Route> {
  const { resolve: find } = createRequire(import.meta.url);
  return {
    '/models/bodypix/': folderRoute(resolve(models)),
    '/models/tfjs/': folderRoute(dirname(find('@tensorflow/tfjs-backend-wasm'))),
  };
}

/** Why a setting cannot run with the weights of this folder; none where it can. */
export function missingWeights(candidate: Candidate, models: string): LeftOut | undefined {
  if (candidate.segmenter === 'selfie') return undefined;
  const path = join(models, weightsPath(candidate.settings));
  if (existsSync(path)) return undefined;
  return { name: candidate.name, reason: `${path} is not there` };
}
