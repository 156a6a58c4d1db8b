import type { Kernels } from '@cyclorama/kernels';
import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { loadGraphPlan } from './graph-model/load-graph-plan';
import { ModelLoadError } from './model-load-error';
import { loadPlan } from './plan/load-plan';
import type { Plan } from './plan/plan';
import { JsonMutator } from './testing/json-mutations';
import { MODELS, readModel } from './testing/models';
import { Mutator } from './testing/mutations';
import { seededRandom } from './testing/random';
import { smallFiles } from './testing/small-graph';
import type { GraphFiles } from './testing/tfjs-outputs';
import { wasmBackend } from './wasm/wasm-backend';

/** Of each model. */
const MUTATIONS = 5_000;
const GUARD_BYTES = 256;
const MAX_MEMORY_BYTES = 1 << 26;
/** What a message begins with. */
const PLACE = /^(byte|operator|tensor|model|node|weights?)\b.*: ./s;

function planOrRefusal(load: () => Plan): Plan | ModelLoadError {
  try {
    return load();
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

/** Loads broken models, runs those that still make a plan, and tells where others were refused. */
async function survive(loads: Iterable<() => Plan>): Promise<readonly string[]> {
  const kernels = await loadKernels();
  const places = new Set<string>();
  let [turns, survivors] = [0, 0];
  for (const load of loads) {
    turns++;
    const result = planOrRefusal(load);
    if (result instanceof ModelLoadError) {
      places.add(PLACE.exec(result.message)?.[1] ?? result.message);
    } else {
      survivors++;
      runGuarded(result, kernels);
    }
  }
  console.info(`${survivors} of ${turns} broken models still made a plan`);
  expect(turns).toBe(MUTATIONS);
  expect(survivors).toBeLessThan(MUTATIONS * 0.8);
  expect(kernels.memory.usedBytes).toBe(0);
  expect(kernels.memory.memory.buffer.byteLength).toBeLessThan(MAX_MEMORY_BYTES);
  return [...places].sort();
}

function* brokenFiles(mutator: Mutator): Generator<() => Plan> {
  for (let turn = 0; turn < MUTATIONS; turn++) {
    const bytes = mutator.next();
    yield () => loadPlan(bytes);
  }
}

/** One in ten has other shards, too few or too many. */
function* brokenGraphs({ model, weights }: GraphFiles): Generator<() => Plan> {
  const random = seededRandom(5);
  const mutator = new JsonMutator(model, random);
  const options = { inputHeight: 17, inputWidth: 25, outputs: ['one-bias', 'three'] };
  for (let turn = 0; turn < MUTATIONS; turn++) {
    const broken = mutator.next();
    const length = random() < 0.1 ? Math.floor(random() * 2 * weights.length) : weights.length;
    const shards = new Uint8Array(length);
    shards.set(weights.subarray(0, length));
    yield () => loadGraphPlan(broken, shards, options);
  }
}

describe.each(MODELS)('5,000 broken copies of $name', ({ file }) => {
  it('are refused with a place, or run within their memory', { timeout: 60_000 }, async () => {
    const places = await survive(
      brokenFiles(new Mutator(await readModel(file), seededRandom(20_26))),
    );
    expect(places).toEqual(['byte', 'model', 'operator', 'tensor']);
  });
});

describe('5,000 broken copies of a graph model', () => {
  it('are refused with a place, or run within their memory', { timeout: 60_000 }, async () => {
    const places = await survive(brokenGraphs(smallFiles()));
    expect(places).toEqual(['model', 'node', 'weight', 'weights']);
  });
});
