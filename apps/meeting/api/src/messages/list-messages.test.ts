import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { listMessages } from './list-messages';
import { openMessageTables, type MessageTables } from './message-tables';
import { postMessage } from './post-message';
import { makeSender } from './testing/make-sender';

let nowMs = Date.now();
let place: LocalTables;
let tables: MessageTables;
const ada = makeSender('Ada');
/** Of seven messages, oldest first. */
const ids: string[] = [];

beforeAll(async () => {
  place = await openDynalite({ now: () => nowMs });
  tables = openMessageTables(place);
  for (let index = 0; index < 7; index += 1) {
    nowMs += 1;
    const request = { kind: 'text', text: `${index}`, requestId: randomUUID() } as const;
    ids.push((await postMessage(tables, ada, request)).messageId);
  }
});
afterAll(() => place.close());

/** Indices of what is on a page, and where the next begins. */
async function page(query: { before?: string; after?: string; limit: number }) {
  const { messages, next } = await listMessages(tables, ada.roomId, query);
  const shown = messages.map(({ messageId }) => ids.indexOf(messageId));
  return { shown, next: next === undefined ? undefined : ids.indexOf(next) };
}

/** What begins with a `before` or an `after` that may be missing. */
const at = (side: 'before' | 'after', index: number) => ({ [side]: ids[index] ?? '' });

describe('listMessages', () => {
  it('begins with the newest, oldest first on the page', async () => {
    expect(await page({ limit: 3 })).toEqual({ shown: [4, 5, 6], next: 4 });
  });

  it('goes back page by page to the first', async () => {
    expect(await page({ ...at('before', 4), limit: 3 })).toEqual({ shown: [1, 2, 3], next: 1 });
    expect(await page({ ...at('before', 1), limit: 3 })).toEqual({ shown: [0], next: undefined });
  });

  it('goes on page by page from one that is known', async () => {
    expect(await page({ ...at('after', 0), limit: 4 })).toEqual({ shown: [1, 2, 3, 4], next: 4 });
    expect(await page({ ...at('after', 4), limit: 4 })).toEqual({ shown: [5, 6], next: undefined });
    expect(await page({ ...at('after', 6), limit: 4 })).toEqual({ shown: [], next: undefined });
  });

  it('has no next where a page is just full', async () => {
    expect(await page({ limit: 7 })).toMatchObject({ next: undefined });
    expect(await page({ ...at('after', 3), limit: 3 })).toMatchObject({ next: undefined });
  });

  it.each(['request', 'zzz', '_', '-', 'Z'])(
    'shows nothing but messages around "%s"',
    async (id) => {
      const before = await page({ before: id, limit: 100 });
      const after = await page({ after: id, limit: 100 });
      expect([...before.shown, ...after.shown]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    },
  );

  it('shows no other room and no request', async () => {
    const { messages } = await listMessages(tables, makeSender('Eve').roomId, { limit: 100 });
    expect(messages).toEqual([]);
    expect((await page({ limit: 100 })).shown).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('fills a page from behind what has expired', async () => {
    const brief = { ...ada, expiresAt: Math.floor(nowMs / 1000) + 1 };
    for (let index = 0; index < 5; index += 1) {
      const request = { kind: 'text', text: 'gone', requestId: randomUUID() } as const;
      await postMessage(tables, brief, request);
    }
    nowMs += 5000;
    expect(await page({ limit: 3 })).toEqual({ shown: [4, 5, 6], next: 4 });
  });
});
