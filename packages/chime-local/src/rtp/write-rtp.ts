import { extensionBytes, writeExtensions, type RtpExtension } from './header-extensions';
import { FIXED_HEADER_BYTES, type RtpFields } from './rtp-header';

const NO_EXTENSIONS: readonly RtpExtension[] = [];

/** A packet of its own memory: header, extensions in their one-byte form, payload. */
export function writeRtp(
  fields: RtpFields,
  payload: Buffer,
  extensions: readonly RtpExtension[] = NO_EXTENSIONS,
): Buffer {
  const headerBytes = FIXED_HEADER_BYTES + extensionBytes(extensions);
  const packet = Buffer.allocUnsafe(headerBytes + payload.length);
  packet[0] = extensions.length > 0 ? 0x90 : 0x80;
  packet[1] = (fields.marker ? 0x80 : 0) | fields.payloadType;
  packet.writeUInt16BE(fields.sequenceNumber & 0xffff, 2);
  packet.writeUInt32BE(fields.timestamp >>> 0, 4);
  packet.writeUInt32BE(fields.ssrc >>> 0, 8);
  writeExtensions(packet, FIXED_HEADER_BYTES, extensions);
  payload.copy(packet, headerBytes);
  return packet;
}
