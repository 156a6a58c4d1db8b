import type { CodecKey } from '../sdp/session-description';
import { FIXED_HEADER_BYTES, type RtpHeader } from '../rtp/rtp-header';

/** The one extension that is passed on: its profile, its length in words, the id and the value. */
const EXTENSION_BYTES = 8;

/** In front of the payload there is room for a header with that extension, or without it. */
const PAYLOAD_AT = FIXED_HEADER_BYTES + EXTENSION_BYTES;

export const MAX_PAYLOAD_BYTES = 1480;

export const RECORD_BYTES = PAYLOAD_AT + MAX_PAYLOAD_BYTES;

/** How one client is to get a packet. */
export interface Address {
  readonly ssrc: number;
  readonly payloadType: number;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  /** That client's id of the video orientation; absent: it did not ask for it. */
  readonly orientationId?: number | undefined;
}

/**
 * A packet that came in, without what only its sender's way is concerned with: contributing sources,
 * extensions, padding. It is addressed to each client in its place.
 */
export class RecordedPacket {
  /** Without turns; -1: nothing is recorded here. */
  sequence = -1;
  timestamp = 0;
  codec: CodecKey = 'VP8';
  startsKeyFrame = false;
  /** The value of that extension, if it came. */
  orientation: number | undefined;
  #marker = 0;
  #end = PAYLOAD_AT;

  /** @param memory - Of `RECORD_BYTES`, its alone. */
  constructor(private readonly memory: Buffer) {}

  /** A view. */
  get payload(): Buffer {
    return this.memory.subarray(PAYLOAD_AT, this.#end);
  }

  get payloadBytes(): number {
    return this.#end - PAYLOAD_AT;
  }

  /** @param packet - With at most `MAX_PAYLOAD_BYTES` of payload. */
  record(sequence: number, packet: Buffer, header: RtpHeader): void {
    const payloadEnd = packet.length - header.paddingBytes;
    this.sequence = sequence;
    this.timestamp = header.timestamp;
    this.#marker = header.marker ? 0x80 : 0;
    this.#end = PAYLOAD_AT + packet.copy(this.memory, PAYLOAD_AT, header.headerBytes, payloadEnd);
  }

  /** The packet as one client gets it: a view, valid until the next call. */
  addressTo(address: Address): Buffer {
    const { orientationId } = address;
    const isTurned = orientationId !== undefined && this.orientation !== undefined;
    const at = isTurned ? 0 : EXTENSION_BYTES;
    if (isTurned) this.#writeOrientation(orientationId, this.orientation ?? 0);
    this.memory[at] = isTurned ? 0x90 : 0x80;
    this.memory[at + 1] = this.#marker | address.payloadType;
    this.memory.writeUInt16BE(address.sequenceNumber, at + 2);
    this.memory.writeUInt32BE(address.timestamp, at + 4);
    this.memory.writeUInt32BE(address.ssrc, at + 8);
    return this.memory.subarray(at, this.#end);
  }

  /** In the one-byte form of RFC 8285. */
  #writeOrientation(id: number, value: number): void {
    this.memory.writeUInt32BE(0xbede_0001, FIXED_HEADER_BYTES);
    this.memory.writeUInt32BE(((id << 28) | (value << 16)) >>> 0, FIXED_HEADER_BYTES + 4);
  }
}
