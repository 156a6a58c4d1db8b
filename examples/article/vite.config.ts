import { backgroundPictures } from '@cyclorama/background-picker/vite-plugins';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { serveModels } from '../../scripts/serve-models.mjs';

/** The studio's own: sample, and what `npm run models` has put there. */
const publicDir = fileURLToPath(new URL('../../apps/studio/public', import.meta.url));

export default defineConfig({
  publicDir,
  appType: 'mpa',
  resolve: { tsconfigPaths: true },
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es' },
  // Without them the test data, where it is there.
  plugins: [backgroundPictures(), existsSync(`${publicDir}/models`) ? [] : [serveModels()]],
});
