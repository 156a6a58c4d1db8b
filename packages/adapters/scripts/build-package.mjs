// Makes `dist/`: for each SDK one ES module and one file of types. The engine and the SDKs stay outside.
import { copyFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(folder, 'dist');

/** The SDKs that there are adapters for, by their names in `dist/`. */
const EXPORTS = { chime: 'src/chime/index.ts' };

const external = ['cyclorama', 'amazon-chime-sdk-js'];

async function bundleModule(name, input) {
  const bundle = await rolldown({
    input,
    external,
    platform: 'browser',
    tsconfig: false,
    transform: { target: 'es2022' },
  });
  await bundle.write({ file: join(outDir, `${name}.js`), format: 'es', codeSplitting: false });
}

async function bundleTypes(name, input) {
  const bundle = await rollup({ input, external, plugins: [dts()] });
  await bundle.write({ file: join(outDir, `${name}.d.ts`), format: 'es' });
}

await rm(outDir, { recursive: true, force: true });
for (const [name, path] of Object.entries(EXPORTS)) {
  await bundleModule(name, join(folder, path));
  await bundleTypes(name, join(folder, path));
}
await copyFile(join(folder, '../../LICENSE'), join(folder, 'LICENSE'));
