import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKernels, sharedData } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import type { Backend, Session } from './backend';
import { loadPlan } from './plan/load-plan';
import { referenceBackend } from './reference/reference-backend';
import { wasmBackend } from './wasm/wasm-backend';
import { MODELS, readModel } from './testing/models';

const TOLERANCE = 2e-3;
const picturesFolder = sharedData('golden');
const notice = picturesFolder ? '' : ' (skipped: ../shared/data/golden is absent)';

async function worstError(session: Session, folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.rgb'));
  expect(names).toHaveLength(8);
  let worst = 0;
  for (const name of names) {
    const picture = await readFile(join(folder, name));
    const golden = await readFile(join(folder, name.replace('.rgb', '.f32')));
    session.input().set(Float32Array.from(picture, (byte) => byte / 255));
    session.run();
    const wanted = new Float32Array(new Uint8Array(golden).buffer);
    session.output().forEach((value, index) => {
      worst = Math.max(worst, Math.abs(value - (wanted[index] ?? NaN)));
    });
  }
  return worst;
}

describe.each(MODELS)('$name', ({ file, folder }) => {
  const backends = {
    reference: () => referenceBackend(),
    wasm: async () => wasmBackend(await loadKernels()),
  };

  it.skipIf(!picturesFolder).each(['reference', 'wasm'] as const)(
    `gives what TensorFlow Lite gives, on the %s backend${notice}`,
    async (name) => {
      const backend: Backend = await backends[name]();
      const session = backend.prepare(loadPlan(await readModel(file)));
      const worst = await worstError(session, join(picturesFolder ?? '', folder));
      console.info(`${folder}, ${name}: largest error ${worst.toExponential(2)}`);
      expect(worst).toBeLessThan(TOLERANCE);
      session.close();
    },
    20_000,
  );
});
