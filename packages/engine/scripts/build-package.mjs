// Makes `dist/`: one plain ES module for the page, one for each worker, and one file of types.
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { urlsOfPackage } from './urls-of-package.mjs';

const engine = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(engine, 'src/index.ts');
const outDir = join(engine, 'dist');

/** Bundles one module with all that it imports; gives the workers that it starts. */
async function bundleModule(input) {
  const workers = new Set();
  const bundle = await rolldown({
    input,
    platform: 'browser',
    tsconfig: false,
    transform: { target: 'es2022' },
    plugins: [urlsOfPackage(outDir, (worker) => workers.add(worker))],
  });
  await bundle.write({
    dir: outDir,
    format: 'es',
    entryFileNames: `${basename(input, '.ts')}.js`,
    codeSplitting: false,
  });
  return workers;
}

async function bundleTypes() {
  const bundle = await rollup({ input: entry, plugins: [dts({ respectExternal: true })] });
  await bundle.write({ file: join(outDir, 'index.d.ts'), format: 'es' });
}

await rm(outDir, { recursive: true, force: true });
const workers = await bundleModule(entry);
for (const worker of workers) await bundleModule(worker);
await bundleTypes();
