import { describe, expect, it } from 'vitest';
import { mutate, randomBytes } from '../testing/mutate';
import { pick, randomFrom, type Random } from '../testing/seeded-random';
import { rtpExtension } from './header-extensions';
import { parseRtcp } from './parse-rtcp';
import { parseRtp } from './rtp-header';
import { writeNack, writePli, writeReceiverReport, writeSenderReport } from './write-rtcp';
import { writeRtp } from './write-rtp';

const PACKETS = 50_000;

const RTP = writeRtp(
  { marker: true, payloadType: 96, sequenceNumber: 1, timestamp: 2, ssrc: 3 },
  Buffer.alloc(40),
  [
    { id: 1, value: Buffer.from('mid') },
    { id: 2, value: Buffer.from([0x80]) },
  ],
);

const RTCP = [
  writeSenderReport({ ssrc: 1, timeMs: 1e12, rtpTimestamp: 5, packets: 6, payloadBytes: 7 }),
  writeReceiverReport(1, []),
  writeNack(1, 2, [3, 4, 60]),
  writePli(1, 2),
  Buffer.from('8fce0005000000070000000052454d42010a000100000002', 'hex'),
  Buffer.from('84ce000400000007000000000000000209000000', 'hex'),
  Buffer.from('82cb00020000000700000008', 'hex'),
];

/** Broken twice over, or nothing but noise. */
function damaged(packet: Buffer, random: Random): Buffer {
  if (random(10) === 0) return randomBytes(random(120), random);
  const once = mutate(packet, random);
  return random(2) === 0 ? once : mutate(once, random);
}

describe('parsers of what an authenticated client may still make up', () => {
  it('never throw on RTP, and never point beyond the packet', () => {
    const random = randomFrom(11);
    let accepted = 0;
    let beyond = 0;
    for (let i = 0; i < PACKETS; i += 1) {
      const packet = damaged(RTP, random);
      const header = parseRtp(packet);
      const valueBytes = rtpExtension(packet, random(20))?.length ?? 0;
      const headerBytes = header ? header.headerBytes + header.paddingBytes : 0;
      if (header) accepted += 1;
      if (Math.max(valueBytes, headerBytes) > packet.length) beyond += 1;
    }
    expect(beyond).toBe(0);
    expect(accepted).toBeGreaterThan(PACKETS / 10);
    expect(accepted).toBeLessThan(PACKETS);
  });

  it('never throw on RTCP, and make no more of it than there is', () => {
    const random = randomFrom(12);
    let accepted = 0;
    let beyond = 0;
    for (let i = 0; i < PACKETS; i += 1) {
      const compound = Buffer.concat([pick(RTCP, random), damaged(pick(RTCP, random), random)]);
      const messages = parseRtcp(compound);
      accepted += messages.length;
      if (messages.length > compound.length / 4) beyond += 1;
    }
    expect(beyond).toBe(0);
    expect(accepted).toBeGreaterThan(PACKETS / 10);
  });
});
