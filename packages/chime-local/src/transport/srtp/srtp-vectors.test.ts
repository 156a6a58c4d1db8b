import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AesCmTransform } from './aes-cm-transform';
import { GcmTransform } from './gcm-transform';
import { deriveSessionKeys } from './srtp-keys';
import { SrtpSender } from './srtp-sender';

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
}

function sessionKeys(cipherKey: string, salt: string) {
  const keys = {
    cipherKey: createSecretKey(hex(cipherKey)),
    authKey: createSecretKey(Buffer.alloc(20)),
    salt: hex(salt),
  };
  return { rtp: keys, rtcp: keys };
}

const MASTER = {
  key: hex('e1f97a0d3e018be0d64fa32c06de4139'),
  salt: hex('0ec675ad498afeebb6960b3aabe6'),
};

describe('RFC 3711, appendix B', () => {
  it('B.2: the key stream of AES in counter mode, far along it too', () => {
    const keys = sessionKeys('2b7e151628aed2a6abf7158809cf4f3c', 'f0f1f2f3f4f5f6f7f8f9fafbfcfd');
    const zeros = Buffer.concat([hex('80000000 00000000 00000000'), Buffer.alloc(0xff02 * 16)]);
    const stream = new AesCmTransform(keys).protectRtp(zeros, 12, 0).subarray(12);
    expect(stream.subarray(0, 48).toString('hex')).toBe(
      'e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab' +
        '41e95b3bb0a2e8dd477901e4fca894c0',
    );
    expect(stream.subarray(0xfeff * 16, 0xff02 * 16).toString('hex')).toBe(
      'ec8cdf7398607cb0f2d21675ea9ea1e4362b7c3c6773516318a077d7fc5073ae' +
        '6a2cc3787889374fbeb4c81b17ba6c44',
    );
  });

  it('B.3: keys of a session out of those of a master', () => {
    const keys = deriveSessionKeys(MASTER, 'rtp', 'AES128_CM_HMAC_SHA1_80');
    expect(keys.cipherKey.export().toString('hex')).toBe('c61e7a93744f39ee10734afe3ff7a087');
    expect(keys.salt.toString('hex')).toBe('30cbbc08863d8c85d49db34a9ae1');
    expect(keys.authKey.export().toString('hex')).toBe('cebe321f6ff7716b6fd4ab49af256a156d38baa4');
  });
});

/** As libsrtp, which browsers use, has them in its tests. */
describe('AES128_CM_HMAC_SHA1_80', () => {
  it('protects RTP', () => {
    const sender = new SrtpSender('AES128_CM_HMAC_SHA1_80', MASTER);
    const packet = hex(`800f1234 decafbad cafebabe ${'ab'.repeat(16)}`);
    expect(sender.protectRtp(packet)).toEqual(
      hex('800f1234 decafbad cafebabe 4e55dc4c e79978d8 8ca4d215 949d2402 b78d6acc 99ea179b 8dbb'),
    );
  });

  it('protects RTCP', () => {
    const sender = new SrtpSender('AES128_CM_HMAC_SHA1_80', MASTER);
    const packet = hex(`81c8000b cafebabe ${'ab'.repeat(16)}`);
    expect(sender.protectRtcp(packet)).toEqual(
      hex('81c8000b cafebabe 7128035b e487b9bd bef89041 f977a5a8 80000001 993e08cd 54d6c123 0798'),
    );
  });
});

describe('AEAD_AES_128_GCM, by the vectors of RFC 7714', () => {
  const keys = sessionKeys('000102030405060708090a0b0c0d0e0f', '517569642070726f2071756f');
  const rtp = hex(`
    8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976
    69736120 696e2070 61727465 73207472 6573`);
  const protectedRtp = hex(`
    8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5
    0d294e6f 42a5f47a 51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce`);
  const rtcp = hex(`
    81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61
    deadbeef deadbeef deadbeef deadbeef deadbeef`);
  const protectedRtcp = hex(`
    81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d
    c676a5f1 730d6fda 4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872
    45d9eade 800005d4`);

  it('section 16.1: protects RTP and takes it back', () => {
    const transform = new GcmTransform(keys);
    expect(transform.protectRtp(rtp, 12, 0xf17b)).toEqual(protectedRtp);
    expect(transform.unprotectRtp(Buffer.from(protectedRtp), 12, 0xf17b)).toEqual(rtp);
  });

  it('section 17.1: protects RTCP and takes it back', () => {
    const transform = new GcmTransform(keys);
    expect(transform.protectRtcp(rtcp, 0x5d4)).toEqual(protectedRtcp);
    expect(transform.unprotectRtcp(Buffer.from(protectedRtcp), 0x5d4)).toEqual(rtcp);
  });
});
