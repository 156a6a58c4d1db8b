/** The fields of an RTP header that a router rewrites (RFC 3550, section 5.1). */
export interface RtpFields {
  readonly marker: boolean;
  readonly payloadType: number;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  readonly ssrc: number;
}

/** The payload is what lies between the two lengths. */
export interface RtpHeader extends RtpFields {
  /** With contributing sources and extensions. */
  readonly headerBytes: number;
  readonly paddingBytes: number;
}

export const FIXED_HEADER_BYTES = 12;

/** Where the extension would begin. */
export function extensionOffset(packet: Buffer): number {
  return FIXED_HEADER_BYTES + ((packet[0] ?? 0) & 0x0f) * 4;
}

export function hasExtension(packet: Buffer): boolean {
  return ((packet[0] ?? 0) & 0x10) !== 0;
}

/** Undefined: not a whole header of version 2. The padding is not looked at, it may be encrypted. */
export function rtpHeaderBytes(packet: Buffer): number | undefined {
  if (packet.length < FIXED_HEADER_BYTES || (packet[0] ?? 0) >> 6 !== 2) return undefined;
  let bytes = extensionOffset(packet);
  if (hasExtension(packet)) {
    if (packet.length < bytes + 4) return undefined;
    bytes += 4 + packet.readUInt16BE(bytes + 2) * 4;
  }
  return bytes <= packet.length ? bytes : undefined;
}

function paddingBytes(packet: Buffer): number {
  const padded = ((packet[0] ?? 0) & 0x20) !== 0;
  return padded ? (packet[packet.length - 1] ?? 0) : 0;
}

function isPaddingPossible(packet: Buffer, headerBytes: number, padding: number): boolean {
  const padded = ((packet[0] ?? 0) & 0x20) !== 0;
  return padding <= packet.length - headerBytes && (!padded || padding > 0);
}

/** Undefined: not an RTP packet. */
export function parseRtp(packet: Buffer): RtpHeader | undefined {
  const headerBytes = rtpHeaderBytes(packet);
  if (headerBytes === undefined) return undefined;
  const padding = paddingBytes(packet);
  if (!isPaddingPossible(packet, headerBytes, padding)) return undefined;
  const second = packet.readUInt8(1);
  return {
    marker: (second & 0x80) !== 0,
    payloadType: second & 0x7f,
    sequenceNumber: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    headerBytes,
    paddingBytes: padding,
  };
}
