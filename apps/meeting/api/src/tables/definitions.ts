import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** The tables and their keys, all text. */
export const TABLES = {
  rooms: ['roomId'],
  participants: ['roomId', 'participantId'],
  messages: ['roomId', 'messageId'],
} as const satisfies Record<string, readonly [string, string?]>;

/** A table of ours. */
export type TableName = keyof typeof TABLES;

/** The attribute by which DynamoDB deletes items some time after their end, in seconds. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';

/** What makes a table. */
export function tableDefinition(table: TableName, prefix: string): CreateTableCommandInput {
  const keys: readonly string[] = TABLES[table];
  return {
    TableName: `${prefix}${table}`,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys.map((AttributeName, index) => ({
      AttributeName,
      KeyType: index === 0 ? 'HASH' : 'RANGE',
    })),
  };
}
