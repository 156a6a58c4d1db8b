import { expect, it } from 'vitest';
import { shortName } from './short-name';

it('leaves names alone that fit into a line', () => {
  expect(shortName('holiday.jpg')).toBe('holiday.jpg');
  expect(shortName('x'.repeat(40))).toBe('x'.repeat(40));
});

it('leaves out the middle of a long name: how it begins and ends tells files apart', () => {
  const name = `${'a'.repeat(230)}-copy-2.jpeg`;
  expect(shortName(name)).toBe(`${'a'.repeat(27)}…-copy-2.jpeg`);
});

it('cuts no character in two', () => {
  const family = '👨‍👩‍👧';
  expect(shortName(family.repeat(41))).toBe(`${family.repeat(27)}…${family.repeat(12)}`);
});
