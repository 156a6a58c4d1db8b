import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKernels, sharedData } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import type { Backend } from './backend';
import { loadPlan } from './plan/load-plan';
import { referenceBackend } from './reference/reference-backend';
import { wasmBackend } from './wasm/wasm-backend';
import { GOLDEN_TOLERANCE, worstGoldenError } from './testing/golden-files';
import { MODELS, readModel } from './testing/models';

const goldenFolder = sharedData('golden');
const notice = goldenFolder ? '' : ' (skipped: ../shared/data/golden is absent)';

describe.each(MODELS)('$name', ({ file, folder }) => {
  const backends = {
    reference: () => referenceBackend(),
    wasm: async () => wasmBackend(await loadKernels()),
  };

  it.skipIf(!goldenFolder).each(['reference', 'wasm'] as const)(
    `gives what TensorFlow Lite gives, on the %s backend${notice}`,
    async (name) => {
      const backend: Backend = await backends[name]();
      const session = backend.prepare(loadPlan(await readModel(file)));
      const read = (picture: string) => readFile(join(goldenFolder ?? '', folder, picture));
      const worst = await worstGoldenError(session, read);
      console.info(`${folder}, ${name}: largest error ${worst.toExponential(2)}`);
      expect(worst).toBeLessThan(GOLDEN_TOLERANCE);
      session.close();
    },
    20_000,
  );
});
