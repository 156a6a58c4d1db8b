import { DeleteItemCommand, paginateScan, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { EXPIRY_ATTRIBUTE, TABLES, type TableName } from '../tables/definitions';
import type { TablePlace } from '../tables/open-tables';

/** Of a table at once: a start must not take minutes, and there will be another. */
const MOST = 10_000;

/** Deletes what has expired, as DynamoDB does by itself and its stand-in does not. */
export async function deleteExpired(place: TablePlace): Promise<void> {
  for (const name of Object.keys(TABLES) as TableName[]) await sweep(place, name);
}

async function sweep({ client, prefix, now }: TablePlace, name: TableName): Promise<void> {
  const TableName = `${prefix}${name}`;
  const expired = paginateScan(
    { client },
    {
      TableName,
      FilterExpression: '#expiry <= :now',
      ExpressionAttributeNames: { '#expiry': EXPIRY_ATTRIBUTE },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(now() / 1_000)) } },
    },
  );
  let left = MOST;
  for await (const { Items = [] } of expired) {
    for (const item of Items.slice(0, left)) {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(item, name) }));
    }
    left -= Items.length;
    if (left <= 0) return;
  }
}

function keyOf(item: Record<string, AttributeValue>, name: TableName) {
  const names: readonly string[] = TABLES[name];
  return Object.fromEntries(
    Object.entries(item).filter(([attribute]) => names.includes(attribute)),
  );
}
