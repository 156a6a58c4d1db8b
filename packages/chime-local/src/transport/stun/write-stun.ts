import {
  FINGERPRINT_BYTES,
  INTEGRITY_BYTES,
  computeFingerprint,
  computeIntegrity,
} from './stun-checksums';
import { MAGIC_COOKIE, STUN_HEADER_BYTES, StunAttribute } from './stun-message';

export interface StunFields {
  readonly type: number;
  readonly transactionId: Buffer;
  readonly attributes: readonly (readonly [type: number, value: Buffer])[];
  /** Of MESSAGE-INTEGRITY; absent: the message has none. */
  readonly password?: string;
}

function attributeBytes(valueBytes: number): number {
  return 4 + ((valueBytes + 3) & ~3);
}

function messageBytes({ attributes, password }: StunFields): number {
  let bytes = STUN_HEADER_BYTES + attributeBytes(FINGERPRINT_BYTES);
  if (password !== undefined) bytes += attributeBytes(INTEGRITY_BYTES);
  for (const [, value] of attributes) bytes += attributeBytes(value.length);
  return bytes;
}

function writeAttribute(packet: Buffer, at: number, type: number, value: Buffer): number {
  packet.writeUInt16BE(type, at);
  packet.writeUInt16BE(value.length, at + 2);
  value.copy(packet, at + 4);
  return at + attributeBytes(value.length);
}

function writeHeader(packet: Buffer, { type, transactionId }: StunFields): void {
  packet.writeUInt16BE(type, 0);
  packet.writeUInt16BE(packet.length - STUN_HEADER_BYTES, 2);
  packet.writeUInt32BE(MAGIC_COOKIE, 4);
  transactionId.copy(packet, 8);
}

/** With FINGERPRINT at the end, as ICE demands. */
export function writeStun(fields: StunFields): Buffer {
  const packet = Buffer.alloc(messageBytes(fields));
  writeHeader(packet, fields);
  let at = STUN_HEADER_BYTES;
  for (const [type, value] of fields.attributes) at = writeAttribute(packet, at, type, value);
  if (fields.password !== undefined) {
    const integrity = computeIntegrity(packet, at, fields.password);
    at = writeAttribute(packet, at, StunAttribute.messageIntegrity, integrity);
  }
  const fingerprint = Buffer.alloc(FINGERPRINT_BYTES);
  fingerprint.writeUInt32BE(computeFingerprint(packet, at));
  writeAttribute(packet, at, StunAttribute.fingerprint, fingerprint);
  return packet;
}
