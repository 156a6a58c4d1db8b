import { rtpHeaderBytes } from '../../rtp/rtp-header';
import { createTransform } from './create-transform';
import { estimateIndex } from './packet-index';
import type { MasterKey, SrtpProfile } from './srtp-keys';
import { RTCP_CLEAR_BYTES, type SrtpTransform } from './srtp-transform';

/** The highest index of SRTCP has 31 bits; a key must not be used beyond. */
const LAST_RTCP_INDEX = 0x7fffffff;

/**
 * Encrypts what goes to one client. A packet may be sent again, if it is the same byte for byte: with
 * another content under the same sequence number the key would be given away.
 */
export class SrtpSender {
  readonly #transform: SrtpTransform;
  /** By source. */
  readonly #highest = new Map<number, number>();
  #rtcpIndex = 0;

  constructor(profile: SrtpProfile, master: MasterKey) {
    this.#transform = createTransform(profile, master);
  }

  /** Undefined: not an RTP packet. */
  protectRtp(packet: Buffer): Buffer | undefined {
    const headerBytes = rtpHeaderBytes(packet);
    if (headerBytes === undefined) return undefined;
    const ssrc = packet.readUInt32BE(8);
    const highest = this.#highest.get(ssrc);
    const index = estimateIndex(highest, packet.readUInt16BE(2));
    if (index < 0) return undefined;
    if (highest === undefined || index > highest) this.#highest.set(ssrc, index);
    return this.#transform.protectRtp(packet, headerBytes, index);
  }

  /** Undefined: not an RTCP packet. */
  protectRtcp(packet: Buffer): Buffer | undefined {
    if (packet.length < RTCP_CLEAR_BYTES || this.#rtcpIndex >= LAST_RTCP_INDEX) return undefined;
    this.#rtcpIndex += 1;
    return this.#transform.protectRtcp(packet, this.#rtcpIndex);
  }
}
