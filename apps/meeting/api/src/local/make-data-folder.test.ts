import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDataFolder } from './make-data-folder';
import { makeFolder } from './testing/make-folder';

it('makes the folder and those above it, for their owner alone, and takes one that is there', async () => {
  const folder = join(await makeFolder(), 'deep', 'data');
  await makeDataFolder(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await expect(makeDataFolder(folder)).resolves.toBeUndefined();
});

it('says that a file is none, nor what lies below one', async () => {
  const file = join(await makeFolder(), 'file');
  await writeFile(file, '');
  for (const path of [file, join(file, 'data')]) {
    const reason = `${path} is a file, or lies below one. Choose another data folder.`;
    await expect(makeDataFolder(path)).rejects.toThrow(reason);
  }
});

it('does not try for ever where no folder can be made', async ({ skip }) => {
  if (!(await stat('/proc/self').catch(() => undefined))) return skip('only Linux has /proc');
  await expect(makeDataFolder('/proc/cyclorama/data')).rejects.toThrow('cannot be made there');
});
