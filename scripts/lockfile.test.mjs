import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

/** Where npm would find a package from another one's folder. */
function isLocked(from, name) {
  const at = `${from}/node_modules/${name}`.replace(/^\//, '');
  if (at in packages) return true;
  const parent = from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '');
  return from !== '' && from !== parent && isLocked(parent, name);
}

it('holds every optional package by name, without which a fresh install is refused', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(from, name) && !isLocked('', name))
      .map((name) => `${from} → ${name}`),
  );
  expect(missing).toEqual([]);
});

it('names no address to download from: that is the installing machine’s choice', () => {
  const addresses = Object.values(packages).filter(({ resolved = '' }) =>
    resolved.startsWith('http'),
  );
  expect(addresses).toEqual([]);
});
