function xorUInt32(target: Buffer, value: number, at: number): void {
  target.writeUInt32BE((target.readUInt32BE(at) ^ value) >>> 0, at);
}

/**
 * The salt, with the source and the 48 bits of the packet's index in it. GCM has them at byte 2
 * (RFC 7714, section 8.1), counter mode at byte 4 (RFC 3711, section 4.1.1), for RTCP as for RTP.
 */
export function fillIv(iv: Buffer, salt: Buffer, at: number, ssrc: number, index: number): Buffer {
  salt.copy(iv);
  xorUInt32(iv, ssrc, at);
  xorUInt32(iv, Math.floor(index / 0x10000), at + 4);
  iv.writeUInt16BE(iv.readUInt16BE(at + 8) ^ (index & 0xffff), at + 8);
  return iv;
}
