import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TableName } from './definitions';
import { Table, type Expiring } from './table';

/** Where tables are, and what time it is there. */
export interface TablePlace {
  readonly client: DynamoDBClient;
  /** Before the names of all tables. */
  readonly prefix: string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** One table, whose items have this form. */
export function openTable<Item extends Expiring>(
  { client, prefix, now }: TablePlace,
  name: TableName,
): Table<Item> {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return new Table<Item>({ documents, name, tableName: `${prefix}${name}`, now });
}
