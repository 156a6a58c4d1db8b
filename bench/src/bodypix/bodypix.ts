import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildWorkspaces } from '../../../scripts/build.mjs';
import { UsageError } from '../args/usage';
import type { BodypixOptions } from '../args/options';
import { onMeasuringPage } from '../browser/on-measuring-page';
import { sendFile } from '../site/send-file';
import type { Route } from '../site/serve';
import { bodypixResult, type BodypixResult } from './bodypix-result';
import { modelFile, RACES } from './measure/races';

const PAGE = fileURLToPath(new URL('../../page/bodypix', import.meta.url));
const KERNELS = fileURLToPath(new URL('../../../packages/kernels/build', import.meta.url));
const PORTRAIT = fileURLToPath(
  new URL('../../../scripts/make-sample/portrait/astronaut.png', import.meta.url),
);

/** BodyPix on our runtime beside TensorFlow.js, in Chromium, all in turn. */
export async function bodypix({ runs, models }: BodypixOptions): Promise<BodypixResult> {
  const folder = resolve(models);
  const absent = RACES.map(modelFile).find((file) => !existsSync(`${folder}/${file}`));
  if (absent) throw new UsageError(`--models ${models} has no ${absent}.`);
  // Standard output is for the result alone.
  await buildWorkspaces({ engineOnly: true, stdio: ['ignore', 2, 2] });
  const routes = { '/files/': sendFrom(folder) };
  const figures = await onMeasuringPage(
    { root: PAGE, cache: 'bodypix', rounds: runs, routes },
    (page) => page.evaluate((given) => window.measureBodypix(given), { rounds: runs }),
  );
  return bodypixResult(figures);
}

/** Weights, kernels and the picture, by the names that the measuring code has for them. */
function sendFrom(models: string): Route {
  return async (request, response, name) => {
    if (name === 'picture.png') {
      return sendFile(dirname(PORTRAIT), basename(PORTRAIT), request, response);
    }
    const isModel = name.startsWith('models/');
    const file = isModel ? name.slice('models/'.length) : name;
    return sendFile(isModel ? models : KERNELS, file, request, response);
  };
}
