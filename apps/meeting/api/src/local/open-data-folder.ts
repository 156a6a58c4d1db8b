import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerKeys } from '../access/server-keys';
import { createTables } from '../tables/create-tables';
import type { Closing } from './closing';
import { holdFolder, inUse } from './hold-folder';
import { isErrno } from './is-errno';
import { makeDataFolder } from './make-data-folder';
import { openDatabase, type OnFault } from './open-database';
import { readSigningKey } from './signing-key';

/** What a data folder keeps from one start to the next. */
export interface OpenFolder {
  readonly keys: ServerKeys;
  readonly client: DynamoDBClient;
  /** Before the names of all tables. */
  readonly prefix: string;
}

const PREFIX = 'meeting-';

/**
 * Opens the folder, and makes it where there is none.
 * @param onFault - Hears of what its files refuse later on.
 * @throws Error that says in a sentence why it cannot be had.
 */
export async function openDataFolder(
  folder: string,
  closing: Closing,
  onFault: OnFault,
): Promise<OpenFolder> {
  await makeDataFolder(folder);
  closing.later(holdFolder(await realpath(folder), folder));
  const keys = new ServerKeys(await readSigningKey(folder));
  const client = await openTables(folder, closing, onFault);
  return { keys, client, prefix: PREFIX };
}

async function openTables(folder: string, closing: Closing, onFault: OnFault) {
  try {
    const database = await openDatabase(join(folder, 'tables'), onFault);
    closing.later(() => database.close());
    await createTables(database.client, PREFIX);
    return database.client;
  } catch (error) {
    throw isLocked(error) ? inUse(folder, error) : unreadable(folder, error);
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && isErrno(error.cause, 'LEVEL_LOCKED');

const unreadable = (folder: string, cause: unknown): Error =>
  new Error(
    `The tables in ${folder} could not be opened (${reasonOf(cause)}). Is the disk full, or a file of ` +
      'another user? Else put back a copy of the folder, or choose another data folder.',
    { cause },
  );

const reasonOf = (error: unknown): string => {
  const { cause } = error instanceof Error ? error : {};
  return String(cause ?? error);
};
