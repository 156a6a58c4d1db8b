import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { createTables } from '../tables/create-tables';
import { openDatabase } from './open-database';
import { makeFolder } from './testing/make-folder';

it('answers nobody who does not know its key', async () => {
  const database = await openDatabase(await makeFolder());
  onTestFinished(() => database.close());
  await createTables(database.client, '');
  const { hostname, port } = (await database.client.config.endpoint?.()) ?? {};
  const url = `http://${hostname}:${port}`;
  const credentials = { accessKeyId: 'guessed', secretAccessKey: 'guessed' };
  const stranger = new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials });
  await expect(stranger.send(new ListTablesCommand({}))).rejects.toThrow();
  expect((await fetch(url, { method: 'POST' })).status).toBe(403);
  const tables = await database.client.send(new ListTablesCommand({}));
  expect(tables.TableNames).toEqual(['messages', 'participants', 'rooms']);
});
