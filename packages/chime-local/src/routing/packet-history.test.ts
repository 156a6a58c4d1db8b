import { describe, expect, it } from 'vitest';
import { rtpExtension } from '../rtp/header-extensions';
import { parseRtp, type RtpHeader } from '../rtp/rtp-header';
import { writeRtp } from '../rtp/write-rtp';
import { PacketHistory } from './packet-history';

const ADDRESS = { ssrc: 5, payloadType: 120, sequenceNumber: 77, timestamp: 0xfffffff0 };

const EXTENSIONS = [
  { id: 1, value: Buffer.from('1') },
  { id: 4, value: Buffer.from([2]) },
];

function headerOf(packet: Buffer): RtpHeader {
  const header = parseRtp(packet);
  if (!header) throw new Error('Not RTP.');
  return header;
}

function record(history: PacketHistory, sequence: number, payload = 'payload'): void {
  const fields = { marker: true, payloadType: 96, sequenceNumber: 1, timestamp: 2, ssrc: 3 };
  const packet = writeRtp(fields, Buffer.from(payload), EXTENSIONS);
  history.claim(sequence)?.record(sequence, packet, headerOf(packet));
}

describe('PacketHistory', () => {
  it('keeps the last 1,024 packets', () => {
    const history = new PacketHistory();
    for (let sequence = 0; sequence < 1500; sequence += 1) {
      record(history, sequence, `payload ${sequence}`);
    }
    expect(history.find(475)).toBeUndefined();
    expect(history.find(476)?.payload.toString()).toBe('payload 476');
    expect(history.find(1499)?.payload.toString()).toBe('payload 1499');
  });

  it('takes no packet twice, and none that is older than what stands in its place', () => {
    const history = new PacketHistory();
    record(history, 2000);
    expect(history.claim(2000)).toBeUndefined();
    expect(history.claim(2000 - 1024)).toBeUndefined();
    expect(history.claim(2001)).toBeDefined();
  });

  it('addresses a packet to a client, without its extensions', () => {
    const history = new PacketHistory();
    record(history, 1);
    const packet = history.find(1)?.addressTo(ADDRESS) ?? Buffer.alloc(0);
    expect(parseRtp(packet)).toMatchObject({ ...ADDRESS, marker: true, headerBytes: 12 });
    expect(packet.subarray(12).toString()).toBe('payload');
  });

  it('addresses the same packet to another, with the orientation where that is asked for', () => {
    const history = new PacketHistory();
    record(history, 1);
    const found = history.find(1);
    if (found) found.orientation = 2;
    const turned = Buffer.from(found?.addressTo({ ...ADDRESS, orientationId: 13 }) ?? []);
    expect(parseRtp(turned)).toMatchObject({ ...ADDRESS, headerBytes: 20 });
    expect(rtpExtension(turned, 13)).toEqual(Buffer.from([2]));
    expect(turned.subarray(20).toString()).toBe('payload');
    expect(found?.addressTo(ADDRESS).subarray(12).toString()).toBe('payload');
  });

  it('leaves the padding out', () => {
    const history = new PacketHistory();
    const packet = Buffer.from('a0600001000000020000000361626300000004', 'hex');
    history.claim(9)?.record(9, packet, headerOf(packet));
    const sent = history.find(9)?.addressTo(ADDRESS) ?? Buffer.alloc(0);
    expect(headerOf(sent).paddingBytes).toBe(0);
    expect(sent.subarray(12).toString()).toBe('abc');
  });
});
