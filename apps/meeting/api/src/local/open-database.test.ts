import { InternalServerError, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { createTables } from '../tables/create-tables';
import { openDatabase } from './open-database';
import { makeFolder } from './testing/make-folder';

async function open() {
  const faults: unknown[] = [];
  const database = await openDatabase(await makeFolder(), (fault) => faults.push(fault));
  onTestFinished(() => database.close());
  return { ...database, faults };
}

it('answers as DynamoDB, and what that refuses is no fault', async () => {
  const { client, faults } = await open();
  await createTables(client, '');
  const tables = await client.send(new ListTablesCommand({}));
  expect(tables.TableNames).toEqual(['messages', 'participants', 'rooms']);
  await expect(createTables(client, '')).resolves.toBeUndefined();
  const nameless = client.send(new PutItemCommand({ TableName: 'rooms', Item: {} }));
  await expect(nameless).rejects.toThrow('Missing the key roomId in the item');
  expect(faults).toEqual([]);
});

it('says that it failed where the files refuse, and the process goes on', async () => {
  const { client, close, faults } = await open();
  await createTables(client, '');
  await close();
  const Item = { roomId: { S: 'late' } };
  const late = client.send(new PutItemCommand({ TableName: 'rooms', Item }));
  await expect(late).rejects.toBeInstanceOf(InternalServerError);
  expect(faults).toEqual([expect.any(Error)]);
});
