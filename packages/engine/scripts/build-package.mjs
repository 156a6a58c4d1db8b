// Makes `dist/`: for each export one plain ES module for the page and one file of types, and one module
// for each worker that they start.
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { urlsOfPackage } from './urls-of-package.mjs';

const engine = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(engine, 'dist');

/** The sources of what package.json exports, by their names in `dist/`. */
const EXPORTS = {
  index: join(engine, 'src/index.ts'),
  bodypix: join(engine, 'src/bodypix/index.ts'),
};

/** What an app installs itself if it wants it, and its own bundler finds. */
const external = [/^@tensorflow(-models)?\//];

/** Bundles one module with all else that it imports; gives the workers that it starts. */
async function bundleModule(name, input) {
  const workers = new Set();
  const bundle = await rolldown({
    input,
    external,
    platform: 'browser',
    tsconfig: false,
    transform: { target: 'es2022' },
    plugins: [urlsOfPackage(outDir, (worker) => workers.add(worker))],
  });
  await bundle.write({
    dir: outDir,
    format: 'es',
    entryFileNames: `${name}.js`,
    codeSplitting: false,
  });
  return workers;
}

async function bundleTypes(name, input) {
  const bundle = await rollup({ input, external, plugins: [dts({ respectExternal: true })] });
  await bundle.write({ file: join(outDir, `${name}.d.ts`), format: 'es' });
}

await rm(outDir, { recursive: true, force: true });
const workers = new Set();
for (const [name, entry] of Object.entries(EXPORTS)) {
  for (const worker of await bundleModule(name, entry)) workers.add(worker);
  await bundleTypes(name, entry);
}
for (const worker of workers) await bundleModule(basename(worker, '.ts'), worker);
