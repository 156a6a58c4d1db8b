import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findDocGaps } from './check-public-docs.mjs';

it('names each export and member without TSDoc, and each export of everything', async () => {
  const entry = fileURLToPath(new URL('./fixtures/public-module.ts', import.meta.url));
  const [star, ...gaps] = await findDocGaps(entry);
  expect(star).toContain('./star-module');
  expect(gaps).toEqual([
    'bare has no TSDoc.',
    'Shape.height has no TSDoc.',
    'Shape.x has no TSDoc.',
    'Shape.area has no TSDoc.',
    'Choice.type has no TSDoc.',
    'Room.close has no TSDoc.',
    'Room.size has no TSDoc.',
  ]);
});
