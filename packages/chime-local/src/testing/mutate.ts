import type { Random } from './seeded-random';

function flipBits(packet: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(packet);
  for (let flips = 1 + random(4); flips > 0 && flipped.length > 0; flips -= 1) {
    const at = random(flipped.length);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random(8)), at);
  }
  return flipped;
}

/** A packet as a broken or malicious sender would have it: cut off, too long, altered or doubled. */
export function mutate(packet: Buffer, random: Random): Buffer {
  switch (random(4)) {
    case 0:
      return packet.subarray(0, random(packet.length + 1));
    case 1:
      return Buffer.concat([packet, randomBytes(1 + random(64), random)]);
    case 2:
      return Buffer.concat([packet, packet]);
    default:
      return flipBits(packet, random);
  }
}

export function randomBytes(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => random(256)));
}
