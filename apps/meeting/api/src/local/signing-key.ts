import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './is-errno';

const KEY_BYTES = 32;
const OWNER_ALONE = 0o600;

/**
 * The key that tokens, ids and secrets of a data folder are made with: of the first start, and the same
 * ever after, so that tokens hold. Nobody but its owner may read it.
 */
export async function readSigningKey(folder: string): Promise<Uint8Array> {
  const path = join(folder, 'signing-key');
  await makeKey(path);
  await chmod(path, OWNER_ALONE);
  const key = await readFile(path);
  if (key.byteLength === KEY_BYTES) return key;
  throw new Error(
    `${path} has ${key.byteLength} bytes instead of ${KEY_BYTES}. Put back the file that was there, ` +
      'or delete it: then a new one is made, and all must join again by their invite links, which hold.',
  );
}

async function makeKey(path: string): Promise<void> {
  try {
    await writeFile(path, randomBytes(KEY_BYTES), { flag: 'wx', mode: OWNER_ALONE });
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}
