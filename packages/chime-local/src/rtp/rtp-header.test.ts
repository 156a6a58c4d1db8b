import { describe, expect, it } from 'vitest';
import { rtpExtension } from './header-extensions';
import { parseRtp } from './rtp-header';
import { writeRtp } from './write-rtp';

const FIELDS = {
  marker: true,
  payloadType: 98,
  sequenceNumber: 65535,
  timestamp: 0xfedcba98,
  ssrc: 0x89abcdef,
};

const PAYLOAD = Buffer.from('a frame of video');

describe('parseRtp', () => {
  it('reads the header of a packet on the wire', () => {
    const packet = Buffer.from('80e2 1234 00000010 deadbeef 0102'.replaceAll(' ', ''), 'hex');
    expect(parseRtp(packet)).toEqual({
      marker: true,
      payloadType: 98,
      sequenceNumber: 0x1234,
      timestamp: 16,
      ssrc: 0xdeadbeef,
      headerBytes: 12,
      paddingBytes: 0,
    });
  });

  it('counts contributing sources, an extension and padding', () => {
    const packet = Buffer.from(
      `b2 62 0001 00000002 00000003 00000004 00000005
       bede 0001 10ab0000 ffff 000003`.replaceAll(/\s/g, ''),
      'hex',
    );
    expect(parseRtp(packet)).toMatchObject({ headerBytes: 28, paddingBytes: 3 });
  });

  it('takes a packet that is padding alone', () => {
    const packet = Buffer.concat([writeRtp(FIELDS, Buffer.alloc(0)), Buffer.from([0, 0, 3])]);
    packet[0] = 0xa0;
    expect(parseRtp(packet)).toMatchObject({ headerBytes: 12, paddingBytes: 3 });
  });

  it.each([
    ['an empty one', ''],
    ['eleven bytes', '80e2123400000010deadbe'],
    ['version 1', '40e2123400000010deadbeef'],
    ['sources that are missing', '82e2123400000010deadbeef00000001'],
    ['an extension without its header', '90e2123400000010deadbeefbede'],
    ['an extension that is longer than the packet', '90e2123400000010deadbeefbede000200000000'],
    ['more padding than payload', 'a0e2123400000010deadbeef0003'],
    ['padding of no bytes', 'a0e2123400000010deadbeef0000'],
    ['padding announced and none there', 'a0e2123400000010deadbeef'],
  ])('refuses %s', (_, hex) => {
    expect(parseRtp(Buffer.from(hex, 'hex'))).toBeUndefined();
  });
});

describe('writeRtp', () => {
  it('writes what is read again', () => {
    const packet = writeRtp(FIELDS, PAYLOAD);
    expect(parseRtp(packet)).toEqual({ ...FIELDS, headerBytes: 12, paddingBytes: 0 });
    expect(packet.subarray(12)).toEqual(PAYLOAD);
  });

  it('writes extensions that are found again, on whole words', () => {
    const mid = { id: 3, value: Buffer.from('mid') };
    const level = { id: 14, value: Buffer.from([0x9f]) };
    const packet = writeRtp(FIELDS, PAYLOAD, [mid, level]);
    expect(parseRtp(packet)?.headerBytes).toBe(12 + 4 + 8);
    expect(rtpExtension(packet, 3)).toEqual(mid.value);
    expect(rtpExtension(packet, 14)).toEqual(level.value);
    expect(rtpExtension(packet, 4)).toBeUndefined();
  });
});

function withExtension(hex: string): Buffer {
  return Buffer.from(`90e2123400000010deadbeef${hex}`.replaceAll(' ', ''), 'hex');
}

describe('rtpExtension', () => {
  it('finds the one-byte form, after padding too', () => {
    const packet = withExtension('bede 0002 00 10 aa 00 21 bb cc 00');
    expect(rtpExtension(packet, 1)).toEqual(Buffer.from([0xaa]));
    expect(rtpExtension(packet, 2)).toEqual(Buffer.from([0xbb, 0xcc]));
  });

  it('finds the two-byte form, with empty values and application bits', () => {
    const packet = withExtension('1005 0002 11 00 00 20 02 bb cc 00');
    expect(rtpExtension(packet, 0x11)).toEqual(Buffer.alloc(0));
    expect(rtpExtension(packet, 0x20)).toEqual(Buffer.from([0xbb, 0xcc]));
  });

  it('stops where the one-byte form ends by id 15', () => {
    expect(rtpExtension(withExtension('bede 0001 f0 00 10 aa'), 1)).toBeUndefined();
  });

  it('gives nothing of another profile, of a value that is cut off or of no extension', () => {
    expect(rtpExtension(withExtension('abcd 0001 10 aa 00 00'), 1)).toBeUndefined();
    expect(rtpExtension(withExtension('bede 0001 1f aa 00 00'), 1)).toBeUndefined();
    expect(rtpExtension(withExtension('1000 0001 01 03 aa 00'), 1)).toBeUndefined();
    expect(rtpExtension(withExtension('bede 0002 10 aa 00 00'), 1)).toBeUndefined();
    expect(rtpExtension(writeRtp(FIELDS, PAYLOAD), 1)).toBeUndefined();
  });
});
