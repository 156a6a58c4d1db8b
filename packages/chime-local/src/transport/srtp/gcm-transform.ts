import { createCipheriv, createDecipheriv, type CipherGCM, type DecipherGCM } from 'node:crypto';
import { fillIv } from './initialization-vector';
import type { SessionKeys } from './srtp-keys';
import {
  ENCRYPTED_FLAG,
  RTCP_CLEAR_BYTES,
  type DirectionKeys,
  type SrtpTransform,
} from './srtp-transform';

const TAG_BYTES = 16;
const INDEX_BYTES = 4;
const SOURCE_AT = 2;

function seal(cipher: CipherGCM, packet: Buffer, clearBytes: number, afterBytes: number): Buffer {
  const sealed = Buffer.allocUnsafe(packet.length + TAG_BYTES + afterBytes);
  packet.copy(sealed, 0, 0, clearBytes);
  cipher.update(packet.subarray(clearBytes)).copy(sealed, clearBytes);
  cipher.final();
  cipher.getAuthTag().copy(sealed, packet.length);
  return sealed;
}

function open(
  decipher: DecipherGCM,
  packet: Buffer,
  clearBytes: number,
  afterBytes: number,
): Buffer | undefined {
  const tagAt = packet.length - afterBytes - TAG_BYTES;
  decipher.setAuthTag(packet.subarray(tagAt, tagAt + TAG_BYTES));
  const plain = decipher.update(packet.subarray(clearBytes, tagAt));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  plain.copy(packet, clearBytes);
  return packet.subarray(0, tagAt);
}

/** AEAD_AES_128_GCM (RFC 7714). */
export class GcmTransform implements SrtpTransform {
  readonly rtpOverheadBytes = TAG_BYTES;
  readonly rtcpOverheadBytes = TAG_BYTES + INDEX_BYTES;
  readonly rtcpIndexFromEnd = INDEX_BYTES;
  readonly #iv = Buffer.alloc(12);
  /** The clear part of an RTCP packet and the word with its index. */
  readonly #rtcpAad = Buffer.alloc(RTCP_CLEAR_BYTES + INDEX_BYTES);

  constructor(private readonly keys: DirectionKeys) {}

  protectRtp(packet: Buffer, headerBytes: number, index: number): Buffer {
    const cipher = this.#cipher(this.keys.rtp, packet.readUInt32BE(8), index);
    cipher.setAAD(packet.subarray(0, headerBytes));
    return seal(cipher, packet, headerBytes, 0);
  }

  unprotectRtp(packet: Buffer, headerBytes: number, index: number): Buffer | undefined {
    const decipher = this.#decipher(this.keys.rtp, packet.readUInt32BE(8), index);
    decipher.setAAD(packet.subarray(0, headerBytes));
    return open(decipher, packet, headerBytes, 0);
  }

  protectRtcp(packet: Buffer, index: number): Buffer {
    const cipher = this.#cipher(this.keys.rtcp, packet.readUInt32BE(4), index);
    cipher.setAAD(this.#authenticated(packet, index));
    const sealed = seal(cipher, packet, RTCP_CLEAR_BYTES, INDEX_BYTES);
    sealed.writeUInt32BE(ENCRYPTED_FLAG + index, sealed.length - INDEX_BYTES);
    return sealed;
  }

  unprotectRtcp(packet: Buffer, index: number): Buffer | undefined {
    const decipher = this.#decipher(this.keys.rtcp, packet.readUInt32BE(4), index);
    decipher.setAAD(this.#authenticated(packet, index));
    return open(decipher, packet, RTCP_CLEAR_BYTES, INDEX_BYTES);
  }

  #authenticated(packet: Buffer, index: number): Buffer {
    packet.copy(this.#rtcpAad, 0, 0, RTCP_CLEAR_BYTES);
    this.#rtcpAad.writeUInt32BE(ENCRYPTED_FLAG + index, RTCP_CLEAR_BYTES);
    return this.#rtcpAad;
  }

  #cipher({ cipherKey, salt }: SessionKeys, ssrc: number, index: number): CipherGCM {
    const iv = fillIv(this.#iv, salt, SOURCE_AT, ssrc, index);
    return createCipheriv('aes-128-gcm', cipherKey, iv);
  }

  #decipher({ cipherKey, salt }: SessionKeys, ssrc: number, index: number): DecipherGCM {
    const iv = fillIv(this.#iv, salt, SOURCE_AT, ssrc, index);
    return createDecipheriv('aes-128-gcm', cipherKey, iv);
  }
}
