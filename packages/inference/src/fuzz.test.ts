import type { Kernels } from '@cyclorama/kernels';
import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { ModelLoadError } from './model-load-error';
import { loadPlan } from './plan/load-plan';
import type { Plan } from './plan/plan';
import { MODELS, readModel } from './testing/models';
import { Mutator } from './testing/mutations';
import { seededRandom } from './testing/random';
import { wasmBackend } from './wasm/wasm-backend';

/** Of each model. */
const MUTATIONS = 5_000;
const GUARD_BYTES = 256;
const MAX_MEMORY_BYTES = 1 << 26;
/** What a message begins with. */
const PLACE = /^(byte|operator|tensor|model)\b.*: ./;

function planOrRefusal(bytes: Uint8Array): Plan | ModelLoadError {
  try {
    return loadPlan(bytes);
  } catch (error) {
    if (error instanceof ModelLoadError) return error;
    throw error;
  }
}

/** Runs a plan between two guards that no kernel may touch. */
function runGuarded(plan: Plan, kernels: Kernels): void {
  const guards = [kernels.memory.allocate(GUARD_BYTES)];
  const session = wasmBackend(kernels).prepare(plan);
  guards.push(kernels.memory.allocate(GUARD_BYTES));
  const views = guards.map((at) => new Uint8Array(kernels.memory.memory.buffer, at, GUARD_BYTES));
  for (const view of views) view.fill(0xa5);
  session.run();
  expect(views.every((view) => view.every((byte) => byte === 0xa5))).toBe(true);
  session.close();
  for (const guard of guards) kernels.memory.free(guard);
}

describe.each(MODELS)('5,000 broken copies of $name', ({ file }) => {
  it('are refused with a place, or run within their memory', { timeout: 60_000 }, async () => {
    const mutator = new Mutator(await readModel(file), seededRandom(20_26));
    const kernels = await loadKernels();
    const places = new Set<string>();
    let survivors = 0;
    for (let turn = 0; turn < MUTATIONS; turn++) {
      const result = planOrRefusal(mutator.next());
      if (result instanceof ModelLoadError) {
        places.add(PLACE.exec(result.message)?.[1] ?? result.message);
      } else {
        survivors++;
        runGuarded(result, kernels);
      }
    }
    console.info(`${survivors} of ${MUTATIONS} broken models still made a plan`);
    expect(survivors).toBeLessThan(MUTATIONS * 0.8);
    expect([...places].sort()).toEqual(['byte', 'model', 'operator', 'tensor']);
    expect(kernels.memory.usedBytes).toBe(0);
    expect(kernels.memory.memory.buffer.byteLength).toBeLessThan(MAX_MEMORY_BYTES);
  });
});
