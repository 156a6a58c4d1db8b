import { X509Certificate, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { CipherContext } from 'werift';
import { createCertificate } from './certificate';
import { isCertificateVerified, isFinishedRight } from './client-proof';

const TRANSCRIPT = Buffer.from('all messages until now');

/** As werift's client works it out. */
function verifyData(masterSecret: Buffer): Buffer {
  const client = new CipherContext(1);
  client.masterSecret = masterSecret;
  return client.verifyData(TRANSCRIPT);
}

it('takes a Finished of the same secret and messages, and no other', () => {
  const secret = Buffer.alloc(48, 1);
  const body = verifyData(secret);
  expect(isFinishedRight(secret, TRANSCRIPT, body)).toBe(true);
  expect(isFinishedRight(secret, Buffer.from('others'), body)).toBe(false);
  expect(isFinishedRight(Buffer.alloc(48, 2), TRANSCRIPT, body)).toBe(false);
  expect(isFinishedRight(secret, TRANSCRIPT, verifyData(Buffer.alloc(48, 2)))).toBe(false);
  expect(isFinishedRight(secret, TRANSCRIPT, body.subarray(0, 11))).toBe(false);
});

function writeVerify(algorithm: number, signature: Buffer): Buffer {
  const body = Buffer.alloc(4 + signature.length);
  body.writeUInt16BE(algorithm, 0);
  body.writeUInt16BE(signature.length, 2);
  signature.copy(body, 4);
  return body;
}

const ECDSA_SHA256 = 0x0403;
const RSA_SHA256 = 0x0401;

it('takes a signature of the certificate’s owner over the same messages, and no other', async () => {
  const { certPem, keyPem } = await createCertificate();
  const stranger = await createCertificate();
  const { raw } = new X509Certificate(certPem);
  const own = writeVerify(ECDSA_SHA256, sign('sha256', TRANSCRIPT, keyPem));
  const others = writeVerify(ECDSA_SHA256, sign('sha256', TRANSCRIPT, stranger.keyPem));
  const wrongKind = writeVerify(RSA_SHA256, own.subarray(4));
  expect(isCertificateVerified(raw, TRANSCRIPT, own)).toBe(true);
  expect(isCertificateVerified(raw, Buffer.from('others'), own)).toBe(false);
  expect(isCertificateVerified(raw, TRANSCRIPT, others)).toBe(false);
  expect(isCertificateVerified(raw, TRANSCRIPT, wrongKind)).toBe(false);
  expect(isCertificateVerified(raw, TRANSCRIPT, own.subarray(0, -1))).toBe(false);
  expect(isCertificateVerified(raw, TRANSCRIPT, Buffer.alloc(3))).toBe(false);
  expect(isCertificateVerified(Buffer.from('no certificate'), TRANSCRIPT, own)).toBe(false);
});
