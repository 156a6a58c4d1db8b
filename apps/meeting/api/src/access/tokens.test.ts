import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { ServerKeys } from './server-keys';
import { readToken, signToken, type Identity } from './tokens';

const keys = new ServerKeys(new Uint8Array(32).fill(7));
const nowMs = 1_700_000_000_000;
const nowSeconds = nowMs / 1_000;
const signing = { keys, now: () => nowMs };
const guest: Identity = { roomId: 'r', participantId: 'p', role: 'guest' };
const later = (ms: number) => ({ keys, now: () => nowMs + ms });

const DAY_MS = 24 * 60 * 60 * 1_000;
const sign = (roomExpiresAt = nowSeconds + 1e6) => signToken(signing, guest, roomExpiresAt);

describe('a token', () => {
  it('says who somebody is, and in which room', async () => {
    expect(await readToken(signing, await sign())).toEqual(guest);
  });

  it('is good for a day', async () => {
    const token = await sign();
    await expect(readToken(later(DAY_MS - 1_000), token)).resolves.toEqual(guest);
    await expect(readToken(later(DAY_MS), token)).rejects.toMatchObject({ code: 'bad-token' });
  });

  it('is good no longer than its room', async () => {
    const token = await sign(nowSeconds + 60);
    await expect(readToken(later(60_000), token)).rejects.toMatchObject({ code: 'bad-token' });
  });

  it('is refused when a claim was altered', async () => {
    const [header, payload = '', signature] = (await sign()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const host = Buffer.from(JSON.stringify({ ...claims, role: 'host' })).toString('base64url');
    const altered = [header, host, signature].join('.');
    await expect(readToken(signing, altered)).rejects.toMatchObject({ code: 'bad-token' });
  });

  it('is refused without a signature', async () => {
    const unsigned = new UnsecuredJWT({ room: 'r', role: 'host' })
      .setIssuer('cyclorama-meeting')
      .setSubject('p')
      .setExpirationTime(nowSeconds + 60)
      .encode();
    await expect(readToken(signing, unsigned)).rejects.toMatchObject({ code: 'bad-token' });
  });

  it.each([
    ['by another key', new Uint8Array(32).fill(8), 'cyclorama-meeting'],
    ['for another purpose', keys.tokens, 'another-issuer'],
  ])('is refused when it is signed %s', async (_, key, issuer) => {
    const token = await new SignJWT({ room: 'r', role: 'host' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject('p')
      .setExpirationTime(nowSeconds + 60)
      .sign(key);
    await expect(readToken(signing, token)).rejects.toMatchObject({ code: 'bad-token' });
  });

  it('is refused when it never ends', async () => {
    const token = await new SignJWT({ room: 'r', role: 'host' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('cyclorama-meeting')
      .setSubject('p')
      .sign(keys.tokens);
    await expect(readToken(signing, token)).rejects.toMatchObject({ code: 'bad-token' });
  });
});
