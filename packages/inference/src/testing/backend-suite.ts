import { describe, expect, it } from 'vitest';
import type { Backend } from '../backend';
import type { Plan } from '../plan/plan';
import { referenceBackend } from '../reference/reference-backend';
import { randomFloats, seededRandom } from './random';
import { stepCases } from './step-cases';

/** Sums of a few hundred products near 1, in f32 here and in f64 in the reference. */
const STEP_TOLERANCE = 1e-4;
/** A whole model on noise, where what rounding changed is multiplied on the way. */
const MODEL_TOLERANCE = 2e-3;

/** The largest difference to the reference backend, on one random input. */
function worstDifference(plan: Plan, backend: Backend, reach = 4): number {
  const [wanted, session] = [referenceBackend().prepare(plan), backend.prepare(plan)];
  const values = randomFloats(wanted.input().length, seededRandom(11), reach);
  for (const each of [wanted, session]) {
    each.input().set(values);
    each.run();
  }
  const expected = wanted.output();
  const differences = session.output().map((value, i) => Math.abs(value - (expected[i] ?? NaN)));
  session.close();
  return differences.reduce((worst, difference) => Math.max(worst, difference), 0);
}

/**
 * What every backend must do, besides the golden files.
 * @param models - The plans of whole models, by name.
 */
export function testBackend(
  name: string,
  makeBackend: () => Promise<Backend>,
  models: () => Promise<ReadonlyMap<string, Plan>>,
): void {
  describe(`the ${name} backend`, () => {
    it.each(stepCases)('equals the reference: $name', async ({ plan }) => {
      expect(worstDifference(plan, await makeBackend())).toBeLessThan(STEP_TOLERANCE);
    });

    it('equals the reference on whole models', async () => {
      const backend = await makeBackend();
      for (const [model, plan] of await models()) {
        expect(worstDifference(plan, backend, 1), model).toBeLessThan(MODEL_TOLERANCE);
      }
    });

    it('gives the same output when it runs again, and keeps the input', async () => {
      const backend = await makeBackend();
      for (const plan of (await models()).values()) {
        const session = backend.prepare(plan);
        session.input().fill(0.5);
        session.run();
        const first = session.output().slice();
        session.run();
        expect(session.output()).toEqual(first);
        expect(session.input().every((value) => value === 0.5)).toBe(true);
        session.close();
      }
    });
  });
}
