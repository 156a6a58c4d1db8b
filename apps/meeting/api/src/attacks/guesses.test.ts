import { paths } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp, refusalOf, type OpenApp } from '../testing/open-app';
import { makeRoom, say, visit, visitAsHost } from '../testing/visitor';

let meeting: OpenApp;
beforeAll(async () => {
  meeting = await openApp();
});
afterAll(() => meeting.close());

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Ids beside one that is known, as somebody would try who thinks that they are counted. */
function neighbours(id: string, alphabet: string): string[] {
  const at = alphabet.indexOf(id.at(-1) ?? '');
  const next = [1, 2, alphabet.length - 1].map((step) => alphabet[(at + step) % alphabet.length]);
  return next.map((last) => `${id.slice(0, -1)}${last}`);
}

const NUMBERS = ['0', '1', '2', '00000000-0000-0000-0000-000000000001', '..%2Fhealth', '%00'];

it('guesses of rooms lead nowhere, and say nothing about which there are', async () => {
  const { room, secret } = await makeRoom(meeting.ask);
  const guesses = [...neighbours(room.roomId, ALPHABET), ...NUMBERS, 'A'.repeat(22)];
  for (const guess of guesses) {
    const body = { name: 'Eve', secret, requestId: randomUUID() };
    const joined = meeting.ask({ method: 'POST', path: paths.join(guess), body });
    expect(await refusalOf(joined), guess).toBe('404 not-found');
  }
});

it('guesses of people and messages find nobody and nothing', async () => {
  const created = await makeRoom(meeting.ask);
  const host = await visitAsHost(meeting.ask, created);
  const guest = await visit(meeting.ask, created);
  const { roomId, token } = host;
  const { messageId } = await say(meeting.ask, host, 'Hello');
  for (const guess of [...neighbours(guest.participantId, ALPHABET), ...NUMBERS]) {
    for (const path of [paths.admit, paths.remove, paths.muteRequest]) {
      const acted = meeting.ask({ method: 'POST', path: path(roomId, guess), token });
      expect(await refusalOf(acted), guess).toBe('404 not-found');
    }
  }
  for (const guess of [...neighbours(messageId, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'), ...NUMBERS]) {
    const deleted = meeting.ask({ method: 'DELETE', path: paths.message(roomId, guess), token });
    expect(await refusalOf(deleted), guess).toBe('404 not-found');
  }
});

it('ids and secrets of rooms that follow each other have nothing in common', async () => {
  const made = [await makeRoom(meeting.ask), await makeRoom(meeting.ask)];
  const texts = made.flatMap(({ room, secret, hostSecret }) => [room.roomId, secret, hostSecret]);
  const beginnings = new Set(texts.map((text) => text.slice(0, 4)));
  expect(beginnings.size).toBe(texts.length);
});
