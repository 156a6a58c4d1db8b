// Makes `dist/`: two ES modules for Node, which share a third, and the types of the public one.
import { copyFile, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(folder, 'dist');

/** What npm installs beside the package. */
const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));

async function bundleModules() {
  const bundle = await rolldown({
    input: { index: join(folder, 'src/index.ts'), cli: join(folder, 'src/cli.ts') },
    external,
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node20' },
  });
  await bundle.write({
    dir: outDir,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'service.js',
  });
}

async function bundleTypes() {
  const input = join(folder, 'src/index.ts');
  const bundle = await rollup({ input, external: [...external, /^node:/], plugins: [dts()] });
  await bundle.write({ file: join(outDir, 'index.d.ts'), format: 'es' });
}

await rm(outDir, { recursive: true, force: true });
await bundleModules();
await bundleTypes();
await copyFile(join(folder, '../../LICENSE'), join(folder, 'LICENSE'));
