import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { tableDefinition, TABLES, type TableName } from './definitions';

/** How often it is asked whether a table is ready. */
const POLL_MS = 50;

/** Makes the tables that are not there yet. In the cloud the stack does, which also sets their expiry. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  const names = Object.keys(TABLES) as TableName[];
  await Promise.all(names.map((name) => createTable(client, name, prefix)));
}

async function createTable(client: DynamoDBClient, name: TableName, prefix: string) {
  const definition = tableDefinition(name, prefix);
  try {
    await client.send(new CreateTableCommand(definition));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const describe = () => client.send(new DescribeTableCommand({ TableName: definition.TableName }));
  while ((await describe()).Table?.TableStatus !== 'ACTIVE') await wait(POLL_MS);
}
