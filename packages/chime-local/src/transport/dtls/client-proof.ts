import { X509Certificate, createHash, createHmac, timingSafeEqual, verify } from 'node:crypto';

/** `signature_algorithms` that the service asks for, by their codes: RSA and ECDSA with SHA-256. */
const SIGNATURES: ReadonlyMap<number, string> = new Map([
  [0x0401, 'rsa'],
  [0x0403, 'ec'],
]);

const VERIFY_DATA_BYTES = 12;

/**
 * Whether a CertificateVerify was signed by the owner of the certificate: the certificate alone is
 * no secret (RFC 5246, section 7.4.8). werift takes any signature.
 *
 * @param certificate - In DER.
 * @param transcript - All messages before it.
 * @param body - Of the message.
 */
export function isCertificateVerified(
  certificate: Buffer,
  transcript: Buffer,
  body: Buffer,
): boolean {
  if (body.length < 4 || body.length !== 4 + body.readUInt16BE(2)) return false;
  try {
    const { publicKey } = new X509Certificate(certificate);
    if (publicKey.asymmetricKeyType !== SIGNATURES.get(body.readUInt16BE(0))) return false;
    return verify('sha256', transcript, publicKey, body.subarray(4));
  } catch {
    return false;
  }
}

/** P_SHA256 of RFC 5246, section 5, as far as its first block. */
function pseudorandom(secret: Buffer, seed: Buffer): Buffer {
  const first = createHmac('sha256', secret).update(seed).digest();
  return createHmac('sha256', secret).update(first).update(seed).digest();
}

/**
 * Whether a client's Finished fits what was said until then (RFC 5246, section 7.4.9). werift takes
 * any.
 */
export function isFinishedRight(masterSecret: Buffer, transcript: Buffer, body: Buffer): boolean {
  if (body.length !== VERIFY_DATA_BYTES) return false;
  const digest = createHash('sha256').update(transcript).digest();
  const seed = Buffer.concat([Buffer.from('client finished'), digest]);
  return timingSafeEqual(pseudorandom(masterSecret, seed).subarray(0, VERIFY_DATA_BYTES), body);
}
