import { supportsRelaxedSimd } from '@cyclorama/kernels';
import { expect, it } from 'vitest';
import type { Plan } from '../plan/plan';
import { testBackend } from '../testing/backend-suite';
import { BROWSER_MODELS, fetchBackend, fetchPlan } from '../testing/browser-models';

async function fetchPlans(): Promise<ReadonlyMap<string, Plan>> {
  const plans = BROWSER_MODELS.map(async ({ name, url }) => [name, await fetchPlan(url)] as const);
  return new Map(await Promise.all(plans));
}

it('runs in a browser that takes relaxed SIMD', () => {
  expect(supportsRelaxedSimd()).toBe(true);
});

testBackend('relaxed wasm', () => fetchBackend('relaxed'), fetchPlans);
testBackend('plain wasm', () => fetchBackend('plain'), fetchPlans);
