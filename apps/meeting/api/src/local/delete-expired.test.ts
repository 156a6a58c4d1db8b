import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { openDynalite } from '../testing/open-dynalite';
import { deleteExpired } from './delete-expired';

it('deletes what has expired, and nothing that lives', async () => {
  const tables = await openDynalite({ now: () => 5_000_000 });
  onTestFinished(() => tables.close());
  const TableName = 'test-messages';
  for (const [messageId, expiresAt] of [
    ['gone', '4999'],
    ['just gone', '5000'],
    ['lives', '5001'],
  ] as const) {
    const Item = {
      roomId: { S: 'room' },
      messageId: { S: messageId },
      expiresAt: { N: expiresAt },
    };
    await tables.client.send(new PutItemCommand({ TableName, Item }));
  }
  await deleteExpired(tables);
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName }));
  expect(Items.map(({ messageId }) => messageId?.S)).toEqual(['lives']);
});
