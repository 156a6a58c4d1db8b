import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedData } from '@cyclorama/testing/node';
import type { Page } from 'playwright';

const FOLDER = sharedData('bodypix');

/** Follows the name of a test that needs the weights. */
export const weightsNotice = FOLDER ? '' : ' (skipped: ../shared/data/bodypix is absent)';
export const hasWeights = FOLDER !== undefined;

const TFJS = fileURLToPath(
  new URL('../../../node_modules/@tensorflow/tfjs-backend-wasm/dist', import.meta.url),
);
const MODELS = '**/models/**';

/** BodyPix' weights and TensorFlow.js' binaries are where `npm run models` would put them. */
export const serveWeights = (page: Page): Promise<unknown> =>
  page.route(MODELS, (route) => {
    const [, kind = '', file = ''] =
      /\/models\/(bodypix|tfjs)\/(.*)$/.exec(new URL(route.request().url()).pathname) ?? [];
    return route.fulfill({ path: join(kind === 'tfjs' ? TFJS : (FOLDER ?? ''), file) });
  });

/** They are not there, even where somebody has fetched them. */
export const withholdWeights = (page: Page): Promise<unknown> =>
  page.route(MODELS, (route) => route.fulfill({ status: 404 }));

/** They are asked for and never come. */
export const stallWeights = (page: Page): Promise<unknown> => page.route(MODELS, () => undefined);
