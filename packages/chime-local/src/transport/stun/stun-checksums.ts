import { createHmac, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { STUN_HEADER_BYTES, StunAttribute, type StunMessage } from './stun-message';

export const INTEGRITY_BYTES = 20;
export const FINGERPRINT_BYTES = 4;

/** `STUN` in ASCII, so that the sum is not that of another protocol over the same bytes. */
const FINGERPRINT_XOR = 0x5354554e;

/** Where the attribute begins whose value this is. */
function attributeOffset(packet: Buffer, value: Buffer): number {
  return value.byteOffset - packet.byteOffset - 4;
}

/** Both sums count the length as if their attribute were the last. */
function upTo(packet: Buffer, offset: number, valueBytes: number): Buffer {
  const covered = Buffer.from(packet.subarray(0, offset));
  covered.writeUInt16BE(offset + 4 + valueBytes - STUN_HEADER_BYTES, 2);
  return covered;
}

/** RFC 8489, section 14.5, by a short-term password. @param offset - Where the attribute begins. */
export function computeIntegrity(packet: Buffer, offset: number, password: string): Buffer {
  return createHmac('sha1', password)
    .update(upTo(packet, offset, INTEGRITY_BYTES))
    .digest();
}

/** RFC 8489, section 14.7. @param offset - Where the attribute begins. */
export function computeFingerprint(packet: Buffer, offset: number): number {
  return (crc32(upTo(packet, offset, FINGERPRINT_BYTES)) ^ FINGERPRINT_XOR) >>> 0;
}

export function hasIntegrity({ attributes, packet }: StunMessage, password: string): boolean {
  const value = attributes.get(StunAttribute.messageIntegrity);
  if (value?.length !== INTEGRITY_BYTES) return false;
  return timingSafeEqual(value, computeIntegrity(packet, attributeOffset(packet, value), password));
}

/** True as well where there is none. */
export function isFingerprintRight({ attributes, packet }: StunMessage): boolean {
  const value = attributes.get(StunAttribute.fingerprint);
  if (!value) return true;
  if (value.length !== FINGERPRINT_BYTES) return false;
  return value.readUInt32BE(0) === computeFingerprint(packet, attributeOffset(packet, value));
}
