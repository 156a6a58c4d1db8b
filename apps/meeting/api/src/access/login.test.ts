import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogin, type Login } from './login';

const issuer = 'https://login.example.org';
const server = createServer();
let privateKey: CryptoKey;
let login: Login;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  privateKey = pair.privateKey;
  const keys = [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'k' }];
  server.on('request', (_, response) => response.end(JSON.stringify({ keys })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const jwksUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
  login = createLogin({ issuer, audience: 'meeting', jwksUrl });
});
afterAll(() => void server.close());

interface Wanted {
  readonly from?: string;
  readonly audience?: string;
  readonly expires?: string;
}

function idToken({ from = issuer, audience = 'meeting', expires = '1m' }: Wanted = {}) {
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .setIssuer(from)
    .setAudience(audience)
    .setSubject('ada')
    .setExpirationTime(expires)
    .sign(privateKey);
}

describe('a login', () => {
  it("says who somebody is, by the provider's keys", async () => {
    expect(await login(await idToken())).toBe('ada');
  });

  it.each([
    ['of another issuer', { from: 'https://evil.example.org' }],
    ['for another app', { audience: 'another' }],
    ['that has expired', { expires: '-1m' }],
  ])('refuses an ID token %s', async (_, wanted) => {
    await expect(login(await idToken(wanted))).rejects.toMatchObject({ code: 'login-needed' });
  });

  it('refuses whoever shows none, or one that is signed by a key of their own', async () => {
    const shared = await new SignJWT({ sub: 'ada', iss: issuer, aud: 'meeting' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k' })
      .setExpirationTime('1m')
      .sign(new Uint8Array(32));
    for (const shown of [undefined, 'nonsense', shared]) {
      await expect(login(shown)).rejects.toMatchObject({ code: 'login-needed' });
    }
  });
});
