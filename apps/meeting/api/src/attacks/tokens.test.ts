import { paths } from '@cyclorama/meeting-contract';
import { SignJWT, UnsecuredJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerKeys } from '../access/server-keys';
import { openApp, refusalOf, type OpenApp } from '../testing/open-app';
import type { Asked } from '../testing/ask';
import { makeRoom, readChat, say, visit, visitAsHost, type Visitor } from '../testing/visitor';

let meeting: OpenApp;
beforeAll(async () => {
  meeting = await openApp();
});
afterAll(() => meeting.close());

/** Everything that a token opens; what is sent is as it should be. */
function guarded({ roomId, participantId }: Visitor, messageId: string): Asked[] {
  const text = { kind: 'text', text: 'Hello', requestId: randomUUID() };
  const one = paths.message(roomId, messageId);
  return [
    { method: 'GET', path: paths.room(roomId) },
    { method: 'PATCH', path: paths.room(roomId), body: { locked: true } },
    { method: 'POST', path: paths.call(roomId) },
    { method: 'POST', path: paths.end(roomId) },
    { method: 'POST', path: paths.leave(roomId) },
    { method: 'GET', path: paths.participants(roomId) },
    { method: 'POST', path: paths.admit(roomId, participantId) },
    { method: 'POST', path: paths.remove(roomId, participantId) },
    { method: 'POST', path: paths.muteRequest(roomId, participantId) },
    { method: 'POST', path: paths.messages(roomId), body: text },
    { method: 'GET', path: paths.messages(roomId) },
    { method: 'PATCH', path: one, body: { text: 'Mine now' } },
    { method: 'DELETE', path: one },
  ];
}

/** A room in which a guest has written something. */
async function inhabitedRoom() {
  const { ask } = meeting;
  const created = await makeRoom(ask);
  const [host, guest] = [await visitAsHost(ask, created), await visit(ask, created)];
  const { messageId } = await say(ask, guest, 'Hello');
  return { created, host, guest, messageId };
}

/** What somebody makes who knows all of a token but the key. */
async function forgeries(host: Visitor): Promise<Record<string, string>> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { room: host.roomId, role: 'host' };
  const sign = (alg: string, key: Uint8Array, expires: number) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg, typ: 'JWT' })
      .setIssuer('cyclorama-meeting')
      .setSubject(host.participantId)
      .setExpirationTime(expires)
      .sign(key);
  const { keys } = meeting.services;
  const [header, payload, signature = ''] = host.token.split('.');
  return {
    none: new UnsecuredJWT(claims)
      .setIssuer('cyclorama-meeting')
      .setSubject(host.participantId)
      .setExpirationTime(now + 60)
      .encode(),
    'by another key': await sign('HS256', new ServerKeys(new Uint8Array(32)).tokens, now + 60),
    'by another algorithm': await sign(
      'HS512',
      new Uint8Array([...keys.tokens, ...keys.tokens]),
      now + 60,
    ),
    expired: await sign('HS256', keys.tokens, now - 1),
    'cut off': `${header}.${payload}.`,
    altered: `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    'of nobody': 'Bearer',
  };
}

describe('whoever has no right token', () => {
  it('sees and changes nothing, wherever they try', async () => {
    const { host, guest, messageId } = await inhabitedRoom();
    const tokens = Object.entries(await forgeries(host));
    for (const asked of guarded(guest, messageId)) {
      expect(await refusalOf(meeting.ask(asked)), asked.path).toBe('401 bad-token');
      for (const [kind, token] of tokens) {
        const refusal = await refusalOf(meeting.ask({ ...asked, token }));
        expect(refusal, `${kind}: ${asked.method} ${asked.path}`).toBe('401 bad-token');
      }
    }
    expect(await readChat(meeting.ask, guest)).toMatchObject([{ text: 'Hello' }]);
  });

  it('has one of another room, be it as its host', async () => {
    const { guest, messageId } = await inhabitedRoom();
    const { host: stranger } = await inhabitedRoom();
    for (const asked of guarded(guest, messageId)) {
      const refusal = await refusalOf(meeting.ask({ ...asked, token: stranger.token }));
      expect(refusal, `${asked.method} ${asked.path}`).toBe('403 not-allowed');
    }
  });

  it('is a guest who tries what the host may, or another’s message', async () => {
    const { created, guest, messageId } = await inhabitedRoom();
    const other = await visit(meeting.ask, created);
    const { roomId } = other;
    const open = [
      paths.call(roomId),
      paths.room(roomId),
      paths.participants(roomId),
      paths.leave(roomId),
      paths.messages(roomId),
    ];
    const forHosts = guarded(guest, messageId).filter(
      ({ method, path }) => method === 'PATCH' || !open.includes(path),
    );
    expect(forHosts).toHaveLength(7);
    for (const asked of forHosts) {
      const refusal = await refusalOf(meeting.ask({ ...asked, token: other.token }));
      expect(refusal, `${asked.method} ${asked.path}`).toBe('403 not-allowed');
    }
  });

  it('comes without the secret, or with another room’s', async () => {
    const { created } = await inhabitedRoom();
    const other = await makeRoom(meeting.ask);
    const path = paths.join(created.room.roomId);
    const join = (body: object) =>
      refusalOf(
        meeting.ask({
          method: 'POST',
          path,
          body: { name: 'Eve', requestId: randomUUID(), ...body },
        }),
      );
    expect(await join({})).toBe('400 bad-request');
    expect(await join({ secret: other.secret })).toBe('404 not-found');
    expect(await join({ secret: created.secret, hostSecret: other.hostSecret })).toBe(
      '403 not-allowed',
    );
  });
});
