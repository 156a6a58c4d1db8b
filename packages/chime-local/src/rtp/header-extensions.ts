import { extensionOffset, hasExtension, rtpHeaderBytes } from './rtp-header';

/** A header extension that is written in its one-byte form: id 1 to 14, 1 to 16 bytes. */
export interface RtpExtension {
  readonly id: number;
  readonly value: Buffer;
}

const ONE_BYTE_PROFILE = 0xbede;
const TWO_BYTE_PROFILE = 0x1000;

function findOneByte(packet: Buffer, id: number, from: number, to: number): Buffer | undefined {
  let at = from;
  while (at < to) {
    const first = packet[at] ?? 0;
    const found = first >> 4;
    if (found === 15) return undefined;
    const end = found === 0 ? at + 1 : at + 2 + (first & 0x0f);
    if (end > to) return undefined;
    if (found === id) return packet.subarray(at + 1, end);
    at = end;
  }
  return undefined;
}

function findTwoByte(packet: Buffer, id: number, from: number, to: number): Buffer | undefined {
  let at = from;
  while (at < to) {
    const found = packet[at] ?? 0;
    const end = found === 0 ? at + 1 : at + 2 + (packet[at + 1] ?? 0);
    if (end > to) return undefined;
    if (found === id) return packet.subarray(at + 2, end);
    at = end;
  }
  return undefined;
}

/**
 * The value of a header extension (RFC 8285), a view on the packet. Undefined: it is not there.
 *
 * @param id - As negotiated, from 1.
 */
export function rtpExtension(packet: Buffer, id: number): Buffer | undefined {
  const to = hasExtension(packet) && id > 0 ? rtpHeaderBytes(packet) : undefined;
  if (to === undefined) return undefined;
  const from = extensionOffset(packet) + 4;
  const profile = packet.readUInt16BE(from - 4);
  if (profile === ONE_BYTE_PROFILE) return findOneByte(packet, id, from, to);
  if ((profile & 0xfff0) === TWO_BYTE_PROFILE) return findTwoByte(packet, id, from, to);
  return undefined;
}

/** What the extensions take in a header, with their own: 0 where there are none. */
export function extensionBytes(extensions: readonly RtpExtension[]): number {
  if (extensions.length === 0) return 0;
  let bytes = 0;
  for (const { value } of extensions) bytes += 1 + value.length;
  return 4 + Math.ceil(bytes / 4) * 4;
}

/** @returns where it ended. */
export function writeExtensions(
  target: Buffer,
  at: number,
  extensions: readonly RtpExtension[],
): number {
  const end = at + extensionBytes(extensions);
  if (end === at) return end;
  target.writeUInt16BE(ONE_BYTE_PROFILE, at);
  target.writeUInt16BE((end - at - 4) / 4, at + 2);
  let next = at + 4;
  for (const { id, value } of extensions) {
    target[next] = (id << 4) | (value.length - 1);
    value.copy(target, next + 1);
    next += 1 + value.length;
  }
  target.fill(0, next, end);
  return end;
}
