import { createCipheriv, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { fillIv } from './initialization-vector';
import type { SessionKeys } from './srtp-keys';
import {
  ENCRYPTED_FLAG,
  RTCP_CLEAR_BYTES,
  type DirectionKeys,
  type SrtpTransform,
} from './srtp-transform';

const TAG_BYTES = 10;
const INDEX_BYTES = 4;
const SOURCE_AT = 4;

/** AES128_CM_HMAC_SHA1_80 (RFC 3711, section 4). */
export class AesCmTransform implements SrtpTransform {
  readonly rtpOverheadBytes = TAG_BYTES;
  readonly rtcpOverheadBytes = INDEX_BYTES + TAG_BYTES;
  readonly rtcpIndexFromEnd = INDEX_BYTES + TAG_BYTES;
  readonly #iv = Buffer.alloc(16);
  /** How often the sequence numbers turned: signed with the packet, and not in it. */
  readonly #rollovers = Buffer.alloc(4);

  constructor(private readonly keys: DirectionKeys) {}

  protectRtp(packet: Buffer, headerBytes: number, index: number): Buffer {
    const sealed = Buffer.allocUnsafe(packet.length + TAG_BYTES);
    this.#crypt(this.keys.rtp, packet.readUInt32BE(8), index, packet, sealed, headerBytes);
    packet.copy(sealed, 0, 0, headerBytes);
    const tag = this.#rtpTag(sealed.subarray(0, packet.length), index);
    tag.copy(sealed, packet.length, 0, TAG_BYTES);
    return sealed;
  }

  unprotectRtp(packet: Buffer, headerBytes: number, index: number): Buffer | undefined {
    const body = packet.subarray(0, packet.length - TAG_BYTES);
    if (!this.#isSigned(packet, this.#rtpTag(body, index))) return undefined;
    this.#crypt(this.keys.rtp, packet.readUInt32BE(8), index, body, body, headerBytes);
    return body;
  }

  protectRtcp(packet: Buffer, index: number): Buffer {
    const sealed = Buffer.allocUnsafe(packet.length + this.rtcpOverheadBytes);
    const ssrc = packet.readUInt32BE(4);
    this.#crypt(this.keys.rtcp, ssrc, index, packet, sealed, RTCP_CLEAR_BYTES);
    packet.copy(sealed, 0, 0, RTCP_CLEAR_BYTES);
    sealed.writeUInt32BE(ENCRYPTED_FLAG + index, packet.length);
    const tag = this.#sign(this.keys.rtcp.authKey, sealed.subarray(0, -TAG_BYTES));
    tag.copy(sealed, sealed.length - TAG_BYTES, 0, TAG_BYTES);
    return sealed;
  }

  unprotectRtcp(packet: Buffer, index: number): Buffer | undefined {
    const tag = this.#sign(this.keys.rtcp.authKey, packet.subarray(0, -TAG_BYTES));
    if (!this.#isSigned(packet, tag)) return undefined;
    const body = packet.subarray(0, -this.rtcpOverheadBytes);
    this.#crypt(this.keys.rtcp, packet.readUInt32BE(4), index, body, body, RTCP_CLEAR_BYTES);
    return body;
  }

  #crypt(
    { cipherKey, salt }: SessionKeys,
    ssrc: number,
    index: number,
    from: Buffer,
    to: Buffer,
    clearBytes: number,
  ): void {
    this.#iv.fill(0);
    const iv = fillIv(this.#iv, salt, SOURCE_AT, ssrc, index);
    const cipher = createCipheriv('aes-128-ctr', cipherKey, iv);
    cipher.update(from.subarray(clearBytes)).copy(to, clearBytes);
  }

  #rtpTag(packet: Buffer, index: number): Buffer {
    this.#rollovers.writeUInt32BE(Math.floor(index / 0x10000));
    return this.#sign(this.keys.rtp.authKey, packet, this.#rollovers);
  }

  #sign(key: KeyObject, ...parts: readonly Buffer[]): Buffer {
    const hmac = createHmac('sha1', key);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  }

  #isSigned(packet: Buffer, tag: Buffer): boolean {
    return timingSafeEqual(packet.subarray(-TAG_BYTES), tag.subarray(0, TAG_BYTES));
  }
}
