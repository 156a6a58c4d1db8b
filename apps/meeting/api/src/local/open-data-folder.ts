import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerKeys } from '../access/server-keys';
import { createTables } from '../tables/create-tables';
import type { Closing } from './closing';
import { lockFolder } from './folder-lock';
import { openDatabase } from './open-database';
import { readSigningKey } from './signing-key';

/** What a data folder keeps from one start to the next. */
export interface OpenFolder {
  readonly keys: ServerKeys;
  readonly client: DynamoDBClient;
  /** Before the names of all tables. */
  readonly prefix: string;
}

const PREFIX = 'meeting-';

/** Makes the folder where there is none; it is what people say, and so its owner's alone. */
export async function openDataFolder(folder: string, closing: Closing): Promise<OpenFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  closing.later(await lockFolder(folder));
  const keys = new ServerKeys(await readSigningKey(folder));
  const database = await openDatabase(join(folder, 'tables'));
  closing.later(() => database.close());
  await createTables(database.client, PREFIX);
  return { keys, client: database.client, prefix: PREFIX };
}
