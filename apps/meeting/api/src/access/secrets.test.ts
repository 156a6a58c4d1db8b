import { describe, expect, it } from 'vitest';
import { hashPasscode, isPasscode } from './passcodes';
import { hashSecret, isSecret } from './secrets';
import { ServerKeys } from './server-keys';

const keys = new ServerKeys(new Uint8Array(32).fill(1));

describe('server keys', () => {
  it('make the same id of the same words, and no other', () => {
    expect(keys.id('room', 'a')).toBe(keys.id('room', 'a'));
    expect(keys.id('room', 'a')).toMatch(/^[\w-]{22}$/);
    const others = [keys.id('room', 'b'), keys.id('rooma'), keys.id('roo', 'ma')];
    expect(new Set([keys.id('room', 'a'), ...others]).size).toBe(4);
  });

  it('make others with another master', () => {
    const other = new ServerKeys(new Uint8Array(32).fill(2));
    expect(other.id('room')).not.toBe(keys.id('room'));
    expect(other.secret('room')).not.toBe(keys.secret('room'));
  });

  it('refuse a master that may be guessed', () => {
    expect(() => new ServerKeys(new Uint8Array(16))).toThrow('at least 32 bytes, got 16');
  });
});

describe('a secret', () => {
  it('is known by what is stored of it, which is not the secret', () => {
    const secret = keys.secret('room');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(hashSecret(secret)).not.toContain(secret);
    expect(isSecret(secret, hashSecret(secret))).toBe(true);
    expect(isSecret(`${secret}x`, hashSecret(secret))).toBe(false);
    expect(isSecret('', hashSecret(secret))).toBe(false);
  });
});

describe('a passcode', () => {
  it('is known by what is stored of it, which differs each time', async () => {
    const [first, second] = await Promise.all([hashPasscode('café 12'), hashPasscode('café 12')]);
    expect(first).not.toBe(second);
    expect(first).not.toContain('café');
    expect(await isPasscode('café 12', first)).toBe(true);
    expect(await isPasscode('cafe\u0301 12', second)).toBe(true);
    expect(await isPasscode('cafe 12', first)).toBe(false);
  });
});
