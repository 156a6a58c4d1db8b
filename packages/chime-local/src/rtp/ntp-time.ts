/** From 1900, where NTP begins, to 1970. */
const EPOCH_OFFSET_S = 2_208_988_800;

/** Fractions of a second are 32 bits. */
const FRACTIONS = 2 ** 32;

export function writeNtp(target: Buffer, at: number, timeMs: number): void {
  const seconds = Math.floor(timeMs / 1000);
  const fraction = Math.floor(((timeMs - seconds * 1000) / 1000) * FRACTIONS);
  target.writeUInt32BE((seconds + EPOCH_OFFSET_S) % FRACTIONS, at);
  target.writeUInt32BE(fraction, at + 4);
}

/** Milliseconds since 1970, as of the era that ends in 2036. */
export function readNtp(packet: Buffer, at: number): number {
  const seconds = packet.readUInt32BE(at) - EPOCH_OFFSET_S;
  return seconds * 1000 + (packet.readUInt32BE(at + 4) * 1000) / FRACTIONS;
}
