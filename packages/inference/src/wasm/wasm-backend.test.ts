import { loadKernels } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { testBackend } from '../testing/backend-suite';
import { MODELS, readModel } from '../testing/models';
import { stepCases } from '../testing/step-cases';
import { wasmBackend } from './wasm-backend';

async function readPlans(): Promise<ReadonlyMap<string, Plan>> {
  const plans = MODELS.map(async ({ name, file }) => {
    return [name, loadPlan(await readModel(file))] as const;
  });
  return new Map(await Promise.all(plans));
}

testBackend('wasm', async () => wasmBackend(await loadKernels()), readPlans);

describe('a wasm session', () => {
  it('gives its memory back once when it is closed twice', async () => {
    const kernels = await loadKernels();
    for (const { plan } of stepCases.slice(0, 3)) {
      const session = wasmBackend(kernels).prepare(plan);
      expect(kernels.memory.usedBytes).toBeGreaterThan(0);
      session.close();
      session.close();
      expect(kernels.memory.usedBytes).toBe(0);
    }
  });

  it('has input and output where its pointers say', async () => {
    const kernels = await loadKernels();
    const [first] = stepCases;
    if (!first) throw new Error('No case.');
    const session = wasmBackend(kernels).prepare(first.plan);
    const { buffer } = kernels.memory.memory;
    session.input()[3] = 42;
    expect(new Float32Array(buffer, session.inputPointer)[3]).toBe(42);
    session.run();
    expect(new Float32Array(buffer, session.outputPointer)[3]).toBe(session.output()[3]);
  });

  it('runs on after other blocks made the memory grow', async () => {
    const kernels = await loadKernels();
    const [first] = stepCases;
    if (!first) throw new Error('No case.');
    const session = wasmBackend(kernels).prepare(first.plan);
    session.run();
    const before = session.output().slice();
    kernels.memory.allocate(1 << 22);
    session.run();
    expect(session.output()).toEqual(before);
  });

  it('does not make the memory grow by running', async () => {
    const kernels = await loadKernels();
    const plan = loadPlan(await readModel(MODELS[0].file));
    const session = wasmBackend(kernels).prepare(plan);
    const bytes = kernels.memory.memory.buffer.byteLength;
    for (let turn = 0; turn < 100; turn++) session.run();
    expect(kernels.memory.memory.buffer.byteLength).toBe(bytes);
  });
});
