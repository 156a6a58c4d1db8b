import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.mjs';
import { IS_BUILT } from './scripts/is-built.mjs';
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

/** Bounds of what comes some time, on a machine that does much else; no test measures by them. */
const PATIENT = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
};

/** What parts of the meeting's page import. */
const REACT = ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'lucide-react'];

/** So many files that drive a browser run at once: they mostly wait for frames. */
const LANES = 2;

// The groups run one after the other, but `npm test` runs the two of browsers side by side.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'node',
          environment: 'node',
          ...PATIENT,
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
          ...PATIENT,
          // What some of them build by themselves is others' too.
          ...(IS_BUILT ? { maxWorkers: LANES } : { fileParallelism: false }),
          sequence: { groupOrder: 2 },
        },
      },
      {
        build: { assetsInlineLimit: 0 },
        plugins: [serveModels()],
        // Found when a worker starts, they would be bundled then, and the page loaded anew.
        optimizeDeps: { include: [...TFJS, ...REACT, 'amazon-chime-sdk-js'] },
        // The engine's sources, without a build of it.
        resolve: { tsconfigPaths: true },
        define: { __SHARED_DATA__: JSON.stringify(sharedPath) },
        server: { fs: { allow: ['.', '../shared'] } },
        test: {
          name: 'browser',
          include: ['{packages,apps,examples}/**/*.browser.test.{ts,tsx}'],
          ...PATIENT,
          maxWorkers: LANES,
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
