import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { createTables } from './create-tables';
import { openTable } from './open-tables';
import type { Table } from './table';

interface Item {
  readonly roomId: string;
  readonly participantId: string;
  readonly name: string;
  readonly expiresAt: number;
}

let nowMs = 1_000_000;
let place: LocalTables;
let table: Table<Item>;

beforeAll(async () => {
  place = await openDynalite({ now: () => nowMs });
  table = openTable<Item>(place, 'participants');
});
afterAll(() => place.close());

let rooms = 0;

/** An item in a room of its own, that lives for ten seconds. */
function newItem(name = 'Ada'): Item {
  rooms += 1;
  return { roomId: `room${rooms}`, participantId: 'p', name, expiresAt: nowMs / 1_000 + 10 };
}

const keyOf = ({ roomId, participantId }: Item) => ({ roomId, participantId });
const rename = { update: 'SET #name = :name', values: { name: 'Grace' } };

describe('a table', () => {
  it('takes one of many who put the same key at once', async () => {
    const item = newItem();
    const put = await Promise.all(Array.from({ length: 20 }, () => table.putNew(item)));
    expect(put.filter(Boolean)).toHaveLength(1);
  });

  it('serves, changes and lists nothing that has expired, deleted or not', async () => {
    const item = newItem();
    await table.putNew(item);
    const question = { keys: '#roomId = :roomId', values: { roomId: item.roomId }, limit: 10 };
    expect((await table.query(question)).items).toEqual([item]);
    nowMs += 10_000;
    expect(await table.get(keyOf(item))).toBeUndefined();
    expect(await table.change(keyOf(item), rename)).toBeUndefined();
    expect((await table.query(question)).items).toEqual([]);
  });

  it('takes another in the place of one that has expired', async () => {
    const item = newItem();
    await table.putNew(item);
    nowMs += 10_000;
    const later = { ...item, name: 'Grace', expiresAt: nowMs / 1_000 + 10 };
    expect(await table.putNew(later)).toBe(true);
    expect(await table.get(keyOf(item))).toEqual(later);
  });

  it('makes nothing by a change of what is not there', async () => {
    const item = newItem();
    expect(await table.change(keyOf(item), rename)).toBeUndefined();
    expect(await table.get(keyOf(item))).toBeUndefined();
  });

  it('changes only where the condition holds, and tells what was before', async () => {
    const item = newItem();
    await table.putNew(item);
    const ifAda = { ...rename, condition: '#name = :ada', values: { name: 'Grace', ada: 'Ada' } };
    expect(await table.exchange(keyOf(item), ifAda)).toEqual(item);
    expect(await table.change(keyOf(item), ifAda)).toBeUndefined();
    expect(await table.get(keyOf(item))).toMatchObject({ name: 'Grace' });
  });

  it('keeps what is written in its files', async () => {
    const path = await mkdtemp(join(tmpdir(), 'tables-'));
    onTestFinished(() => rm(path, { recursive: true }));
    const item = { ...newItem(), expiresAt: Date.now() / 1_000 + 60 };
    const before = await openDynalite({ path });
    await openTable<Item>(before, 'participants').putNew(item);
    await before.close();
    const after = await openDynalite({ path });
    onTestFinished(() => after.close());
    expect(await openTable<Item>(after, 'participants').get(keyOf(item))).toEqual(item);
  });

  it('may be made twice', async () => {
    await expect(createTables(place.client, place.prefix)).resolves.toBeUndefined();
  });
});
