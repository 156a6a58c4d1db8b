// Makes one file of the Lambda entry and all that it imports, so that nothing is to be installed there.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const entry = fileURLToPath(new URL('../src/lambda.ts', import.meta.url));

/** Where the stack takes it from. */
const LAMBDA_FOLDER = fileURLToPath(new URL('../dist/lambda', import.meta.url));

/**
 * Writes `index.mjs`.
 * @param folder - Emptied before.
 */
export async function buildLambda(folder = LAMBDA_FOLDER) {
  await rm(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node24' },
  });
  const file = join(folder, 'index.mjs');
  await bundle.write({ file, format: 'es', minify: true, codeSplitting: false });
  await bundle.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLambda();
