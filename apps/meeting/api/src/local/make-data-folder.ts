import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno } from './is-errno';

const OWNER_ALONE = 0o700;

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: 'is a file, or lies below one',
  EROFS: 'is on a disk that can only be read',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOENT: 'cannot be made there',
  ENOSPC: 'is on a disk that is full',
};

/**
 * Makes the folder where there is none; it is what people say, and so its owner's alone.
 * @throws Error that says in a sentence why it cannot be had.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await makeWithParents(folder);
    // Looks below it too: what is a file gives ENOTDIR.
    await access(`${folder}/.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`${folder} ${reasonOf(error)}. Choose another data folder.`, { cause: error });
  }
}

/** Node's own `recursive` tries for ever where the system makes no folders, as below /proc. */
async function makeWithParents(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  if (dirname(folder) !== folder) await makeWithParents(dirname(folder));
  await mkdir(folder, OWNER_ALONE).catch((error: unknown) => {
    // Another start was faster.
    if (!isErrno(error, 'EEXIST')) throw error;
  });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (isErrno(error, 'ENOENT')) return false;
      throw error;
    },
  );

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `cannot be used: ${String(error)}`;
}
