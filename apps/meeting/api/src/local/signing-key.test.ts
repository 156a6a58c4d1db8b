import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSigningKey } from './signing-key';
import { makeFolder } from './testing/make-folder';

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

it('makes a key once, which its owner alone may read', async () => {
  const folder = await makeFolder();
  const [one, two] = await Promise.all([readSigningKey(folder), readSigningKey(folder)]);
  expect(one).toHaveLength(32);
  expect(two).toEqual(one);
  expect(await readSigningKey(folder)).toEqual(one);
  expect(await modeOf(join(folder, 'signing-key'))).toBe(0o600);
});

it('makes another one in another folder', async () => {
  const keys = [await readSigningKey(await makeFolder()), await readSigningKey(await makeFolder())];
  expect(keys[0]).not.toEqual(keys[1]);
});

it('takes from others the right to read it', async () => {
  const folder = await makeFolder();
  await readSigningKey(folder);
  const path = join(folder, 'signing-key');
  await chmod(path, 0o644);
  await readSigningKey(folder);
  expect(await modeOf(path)).toBe(0o600);
});

it('refuses one that is cut short, and leaves it', async () => {
  const folder = await makeFolder();
  const path = join(folder, 'signing-key');
  await writeFile(path, 'short');
  await expect(readSigningKey(folder)).rejects.toThrow(/has 5 bytes instead of 32/);
  expect(await readFile(path, 'utf8')).toBe('short');
});
