import { describe, expect, it } from 'vitest';
import { parseRtcp } from './parse-rtcp';
import type { ReceptionReport } from './rtcp-message';
import { writeNack, writePli, writeReceiverReport, writeSenderReport } from './write-rtcp';

const REPORT: ReceptionReport = {
  ssrc: 0xdeadbeef,
  fractionLost: 26,
  packetsLost: -3,
  highestSequence: 0x1ffff,
  jitter: 90,
  lastSenderReport: 0x80000001,
  delaySinceLastReport: 65536,
};

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
}

describe('RTCP', () => {
  it('reads back the receiver reports it writes', () => {
    const reports = [REPORT, { ...REPORT, ssrc: 1, packetsLost: 0x900000 }];
    expect(parseRtcp(writeReceiverReport(7, reports))).toEqual([
      {
        type: 'receiver-report',
        ssrc: 7,
        reports: [REPORT, { ...reports[1], packetsLost: 0x7fffff }],
      },
    ]);
  });

  it('reads back the sender reports it writes', () => {
    const timeMs = Date.UTC(2026, 10, 23, 1, 2, 3, 250);
    const exact = { ssrc: 7, rtpTimestamp: 0xffffffff, packets: 1, payloadBytes: 2 };
    const [report] = parseRtcp(writeSenderReport({ ...exact, timeMs }, [REPORT]));
    expect(report).toMatchObject({ type: 'sender-report', ...exact, reports: [REPORT] });
    if (report?.type !== 'sender-report') throw new Error('Not a sender report.');
    expect(report.timeMs).toBeCloseTo(timeMs, 3);
    expect(report.compactNtp & 0xffff).toBe(0x4000);
  });

  it('reads NTP as the standard counts it: 1970 is second 2208988800', () => {
    const [report] = parseRtcp(
      hex('80c80006 00000007 83aa7e80 80000000 00000000 00000000 00000000'),
    );
    expect(report).toMatchObject({ timeMs: 500, compactNtp: 0x7e808000 });
  });

  it('packs lost packets into masks, over the turn of the sequence numbers', () => {
    const lost = [65530, 65535, 3, 10, 11];
    const packet = writeNack(1, 2, lost);
    expect(packet.subarray(12)).toEqual(hex('fffa 8110 000b 0000'));
    expect(parseRtcp(packet)).toEqual([
      { type: 'nack', senderSsrc: 1, mediaSsrc: 2, sequenceNumbers: lost },
    ]);
  });

  it('reads PLI, FIR, REMB and BYE of a compound packet, and passes over the rest', () => {
    const compound = Buffer.concat([
      writeReceiverReport(7, []),
      hex('81ca0002 00000007 01016100'),
      writePli(1, 2),
      hex('84ce0004 00000007 00000000 00000002 09000000'),
      hex('8fce0005 00000007 00000000 52454d42 010a0001 00000002'),
      hex('8fcd0003 00000007 00000002 00000000'),
      hex('82cb0002 00000007 00000008'),
    ]);
    expect(parseRtcp(compound)).toEqual([
      { type: 'receiver-report', ssrc: 7, reports: [] },
      { type: 'pli', senderSsrc: 1, mediaSsrc: 2 },
      { type: 'fir', senderSsrc: 7, requests: [{ ssrc: 2, sequenceNumber: 9 }] },
      { type: 'remb', senderSsrc: 7, bitrateBps: 0x20001 * 4, ssrcs: [2] },
      { type: 'bye', ssrcs: [7, 8] },
    ]);
  });

  it('leaves the padding of a packet out', () => {
    const nack = hex('a1cd0004 00000001 00000002 00050000 00000004');
    expect(parseRtcp(nack)).toMatchObject([{ sequenceNumbers: [5] }]);
  });

  it.each([
    ['a header that is cut off', '80c9'],
    ['a length beyond the packet', '80c90002 00000007'],
    ['another version', '40c90001 00000007'],
    ['more padding than there is', 'a0c90001 000000ff'],
    ['bytes after the last packet', '80c90001 00000007 00'],
  ])('gives nothing of %s', (_, text) => {
    expect(parseRtcp(hex(text))).toEqual([]);
  });

  it.each([
    ['reports that are missing', '81c90001 00000007'],
    ['a sender report of no figures', '80c80001 00000007'],
    ['a NACK of nothing', '81cd0002 00000001 00000002'],
    ['a PLI without its source', '81ce0001 00000001'],
    ['a REMB of more sources than follow', '8fce0004 00000007 00000000 52454d42 ff0a0001'],
    ['feedback of another application', '8fce0004 00000007 00000000 41414141 00000000'],
    ['a BYE of sources that are missing', '82cb0001 00000007'],
  ])('leaves out %s, and reads what follows', (_, text) => {
    expect(parseRtcp(Buffer.concat([hex(text), writePli(1, 2)]))).toMatchObject([{ type: 'pli' }]);
  });
});
