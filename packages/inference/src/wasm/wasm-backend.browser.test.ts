import { instantiateKernels, supportsRelaxedSimd } from '@cyclorama/kernels';
import relaxedUrl from '@cyclorama/kernels/kernels-relaxed.wasm?url';
import simdUrl from '@cyclorama/kernels/kernels.wasm?url';
import generalUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import landscapeUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import { expect, it } from 'vitest';
import type { Backend } from '../backend';
import { loadPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { testBackend } from '../testing/backend-suite';
import { wasmBackend } from './wasm-backend';

async function fetchPlan(url: string): Promise<Plan> {
  return loadPlan(new Uint8Array(await (await fetch(url)).arrayBuffer()));
}

async function fetchPlans(): Promise<ReadonlyMap<string, Plan>> {
  return new Map([
    ['the landscape model', await fetchPlan(landscapeUrl)],
    ['the general model', await fetchPlan(generalUrl)],
  ]);
}

async function fetchBackend(url: string): Promise<Backend> {
  const bytes = await (await fetch(url)).arrayBuffer();
  return wasmBackend(await instantiateKernels(await WebAssembly.compile(bytes)));
}

it('runs in a browser that takes relaxed SIMD', () => {
  expect(supportsRelaxedSimd()).toBe(true);
});

testBackend('relaxed wasm', () => fetchBackend(relaxedUrl), fetchPlans);
testBackend('plain wasm', () => fetchBackend(simdUrl), fetchPlans);
