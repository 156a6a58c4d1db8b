import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { build as buildWorkspaces } from '../../../scripts/build.mjs';
import { IS_BUILT } from '../../../scripts/is-built.mjs';

/** Tests that run side by side bundle into a folder each. */
const LANE = process.env['VITEST_POOL_ID'] ?? '';

const PAGE = fileURLToPath(new URL('../../page', import.meta.url));

/** Where what the benches make is kept between runs. */
export const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Entry files of the page; all else in the build belongs to the engine. */
export const PAGE_FOLDER = 'page/';

/**
 * Builds kernels and engine, where `npm test` has not, and the page that the benches open, as an app
 * would bundle them.
 * @returns The folder to serve.
 */
export async function buildPage(): Promise<string> {
  // Standard output is for the result alone.
  if (!IS_BUILT) await buildWorkspaces({ engineOnly: true, stdio: ['ignore', 2, 2] });
  return bundlePage(PAGE, `${CACHE}/page${LANE}`);
}

/** Bundles a page of the benches into a folder, which is emptied before. */
export async function bundlePage(root: string, outDir: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      // The security policy refuses `data:` addresses for modules.
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { output: { entryFileNames: `${PAGE_FOLDER}[name]-[hash].js` } },
    },
  });
  return outDir;
}
