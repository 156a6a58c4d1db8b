import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './is-errno';

/** Gives the folder back. */
export type Unlock = () => Promise<void>;

/**
 * Keeps a data folder for this process: two that write the same files would break them. What a killed
 * process has left is taken over.
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  const path = join(folder, 'lock');
  if (!(await claim(path))) {
    const holder = Number(await readFile(path, 'utf8'));
    if (isAlive(holder)) throw inUse(folder, holder);
    await rm(path, { force: true });
    if (!(await claim(path))) throw inUse(folder, holder);
  }
  return () => rm(path, { force: true });
}

async function claim(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** A process of another user is alive too, though it may not be signalled. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !isErrno(error, 'ESRCH');
  }
}

function inUse(folder: string, pid: number): Error {
  return new Error(
    `${folder} is in use by process ${pid}. Stop that one, choose another data folder, or, if ` +
      `${pid} is something else, delete the file "lock" there.`,
  );
}
