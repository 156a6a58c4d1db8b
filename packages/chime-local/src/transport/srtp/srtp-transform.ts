import type { SessionKeys } from './srtp-keys';

/** The keys of one direction. */
export interface DirectionKeys {
  readonly rtp: SessionKeys;
  readonly rtcp: SessionKeys;
}

/** Stands before a SRTCP index that is encrypted; the other kind is not accepted. */
export const ENCRYPTED_FLAG = 0x80000000;

/** What of an RTCP packet stays readable. */
export const RTCP_CLEAR_BYTES = 8;

/**
 * Encrypts and decrypts the packets of one direction. Who encrypts leaves the packet as it is; who
 * decrypts writes the plain one over it.
 */
export interface SrtpTransform {
  /** How much longer a protected RTP packet is. */
  readonly rtpOverheadBytes: number;
  /** How much longer a protected RTCP packet is. */
  readonly rtcpOverheadBytes: number;
  /** From its end, where the word with the index of a protected RTCP packet begins. */
  readonly rtcpIndexFromEnd: number;
  /** @param index - 48 bits: how often the sequence numbers turned, and the sequence number. */
  protectRtp(packet: Buffer, headerBytes: number, index: number): Buffer;
  /** Undefined: forged, or its index is another. */
  unprotectRtp(packet: Buffer, headerBytes: number, index: number): Buffer | undefined;
  /** @param index - 31 bits. */
  protectRtcp(packet: Buffer, index: number): Buffer;
  unprotectRtcp(packet: Buffer, index: number): Buffer | undefined;
}
