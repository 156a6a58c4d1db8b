import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.mjs';
import { serveModels } from './scripts/serve-models.mjs';

/** Undefined: Playwright's own download. */
const executablePath = findBrowser();

const sharedFolder = new URL('../shared/data', import.meta.url);

/** What follows `/@fs` in the address of a file of the test data; '' where that is absent. */
const sharedPath = existsSync(sharedFolder) ? sharedFolder.pathname : '';

const args = [...BROWSER_FLAGS, '--autoplay-policy=no-user-gesture-required'];

/** What the BodyPix worker imports. */
const TFJS = [
  '@tensorflow-models/body-pix',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
];

// The groups run one after the other, and the files of a group of browsers too: tests that watch frames
// come in time need the cores. `npm test` runs these two groups side by side, which they bear.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'node',
          environment: 'node',
          // As many files as cores run at once, some of which keep a core busy for seconds.
          testTimeout: 20_000,
          include: [
            '{packages,apps}/**/*.test.ts',
            'bench/{src,page}/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          exclude: [
            '**/*.{browser,firefox,page}.test.ts',
            'apps/{*,meeting/*}/test/**',
            '**/node_modules/**',
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Whole built pages, each in a browser of its own that the test drives.
        resolve: { tsconfigPaths: true },
        test: {
          name: 'page',
          environment: 'node',
          include: [
            '{apps/*,apps/meeting/*,bench}/test/**/*.test.ts',
            'packages/**/*.page.test.ts',
          ],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        build: { assetsInlineLimit: 0 },
        plugins: [serveModels()],
        // Found when a worker starts, they would be bundled then, and the page loaded anew.
        optimizeDeps: { include: [...TFJS, 'amazon-chime-sdk-js'] },
        // The engine's sources, without a build of it.
        resolve: { tsconfigPaths: true },
        define: { __SHARED_DATA__: JSON.stringify(sharedPath) },
        server: { fs: { allow: ['.', '../shared'] } },
        test: {
          name: 'browser',
          include: ['{packages,apps,examples}/**/*.browser.test.{ts,tsx}'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args, ...(executablePath && { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
