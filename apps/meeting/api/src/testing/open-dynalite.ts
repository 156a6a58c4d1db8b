import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createTables } from '../tables/create-tables';
import type { TablePlace } from '../tables/open-tables';
import { LOCAL } from './local-credentials';

/** Tables of a test's own. */
export interface LocalTables extends TablePlace {
  close(): Promise<void>;
}

/** What a test may want otherwise. */
export interface LocalTablesOptions {
  /** A folder for the files. Default: none, all in memory. */
  readonly path?: string;
  /** Default: the time that it is. */
  readonly now?: () => number;
}

/** DynamoDB on this machine, its tables made. */
export async function openDynalite(options: LocalTablesOptions = {}): Promise<LocalTables> {
  const { now = Date.now, ...store } = options;
  const server = dynalite({ createTableMs: 0, ...store });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, ...LOCAL, maxAttempts: 1 });
  await createTables(client, 'test-');
  const close = async () => {
    client.destroy();
    await promisify(server.close.bind(server))();
  };
  return { client, prefix: 'test-', now, close };
}
