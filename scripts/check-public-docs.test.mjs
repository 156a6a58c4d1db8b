import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findDocGaps } from './check-public-docs.mjs';

it('names each export without TSDoc, and each export of everything', async () => {
  const entry = fileURLToPath(new URL('./fixtures/public-module.ts', import.meta.url));
  const gaps = await findDocGaps(entry);
  expect(gaps).toHaveLength(2);
  expect(gaps[0]).toContain('./star-module');
  expect(gaps[1]).toBe('bare has no TSDoc.');
});
