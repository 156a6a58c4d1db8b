import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock';
import { makeFolder } from './testing/make-folder';

it('keeps a folder for one, until it is given back', async () => {
  const folder = await makeFolder();
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
  await unlock();
  expect(await readdir(folder)).toEqual([]);
  await (
    await lockFolder(folder)
  )();
});

it.each(['999999999', 'nonsense', ''])('takes over what "%s" has left', async (holder) => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'lock'), holder);
  await expect(lockFolder(folder)).resolves.toBeInstanceOf(Function);
});

it('leaves alone what a process of the system holds', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'lock'), '1');
  await expect(lockFolder(folder)).rejects.toThrow('is in use by process 1');
});
