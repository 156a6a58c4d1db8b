/** What shares the port (RFC 7983). */
export type PacketKind = 'stun' | 'dtls' | 'rtp' | 'rtcp';

/** Longer ones are dropped: nothing of WebRTC passes a network in more than 1,500 bytes. */
export const MAX_PACKET_BYTES = 2048;

const MIN_RTP_BYTES = 12;

/** RTCP by its packet types (RFC 5761, section 4). */
function isRtcp(second: number): boolean {
  return second >= 192 && second <= 223;
}

/** By the first bytes alone. Undefined: none of ours. */
export function packetKind(packet: Buffer): PacketKind | undefined {
  const first = packet[0] ?? 0xff;
  if (packet.length < MIN_RTP_BYTES || packet.length > MAX_PACKET_BYTES) return undefined;
  if (first <= 3) return 'stun';
  if (first >= 20 && first <= 63) return 'dtls';
  if (first < 128 || first > 191) return undefined;
  return isRtcp(packet[1] ?? 0) ? 'rtcp' : 'rtp';
}
