import { describe, expect, it } from 'vitest';
import type { CodecKey } from '../sdp/session-description';
import { startsKeyFrame } from './key-frame';

function startsIn(codec: CodecKey, hex: string): boolean {
  return startsKeyFrame(codec, Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe('startsKeyFrame', () => {
  it.each<[string, CodecKey, string]>([
    ['VP8', 'VP8', '10 50 42 00 9d 01 2a 80 02 68 01'],
    ['VP8 with a picture id of two bytes', 'VP8', '90 80 c1 2b 30 36 01 9d 01 2a'],
    ['VP8 with a picture id of one byte', 'VP8', '90 80 41 30 36 01 9d 01 2a'],
    ['VP8 with all parts of its descriptor', 'VP8', 'b0 f0 81 00 07 20 10 02 00 9d 01 2a'],
    ['VP9 without layers', 'VP9/0', '8a 81 23 18 00 02 7f'],
    ['VP9 in its lowest spatial layer', 'VP9/0', 'aa 81 23 00 00 18'],
    ['VP9 with a picture id of one byte', 'VP9/0', 'aa 23 00 00 18'],
    ['VP9 without a picture id', 'VP9/0', '2a 00 00 18'],
    ['H.264, its parameter sets', 'H264/42e01f', '67 42 c0 1f'],
    ['H.264, both parameter sets in one packet', 'H264/42001f', '78 0003 6742c0 0002 68ce'],
    ['H.264, a delimiter before the sets', 'H264/42e01f', '78 0002 0910 0003 6742c0 0002 68ce'],
    ['H.264, a set in fragments', 'H264/42e01f', '7c 87 42'],
    ['AV1, a sequence that begins', 'AV1', '18 0a 0b 00 00 00'],
  ])('sees the first packet of a key frame: %s', (_, codec, hex) => {
    expect(startsIn(codec, hex)).toBe(true);
  });

  it.each<[string, CodecKey, string]>([
    ['VP8, a picture that needs others', 'VP8', '90 80 c1 2b d1 02 00'],
    ['VP8, the rest of a key frame', 'VP8', '80 80 c1 2b 30 36 01'],
    ['VP8, a later partition', 'VP8', '91 80 c1 2b 30 36 01'],
    ['VP9, a picture that needs others', 'VP9/0', 'ca 81 23 18'],
    ['VP9, the rest of a key frame', 'VP9/0', '82 81 23 18'],
    ['VP9, the second spatial layer of a key frame', 'VP9/0', 'aa 81 23 03 00'],
    ['H.264, a slice', 'H264/42e01f', '41 9a 00'],
    ['H.264, an IDR slice whose sets were lost', 'H264/42e01f', '7c 85 88'],
    ['H.264, a picture set alone', 'H264/42e01f', '68 ce'],
    ['H.264, the rest of a set in fragments', 'H264/42e01f', '7c 07 42'],
    ['H.264, sets that are cut off', 'H264/42e01f', '78 00'],
    ['AV1, a picture that needs others', 'AV1', '10 32 00'],
    ['AV1, the rest of an OBU', 'AV1', '98 00 00'],
    ['Opus', 'opus', '78 00'],
  ])('sees none: %s', (_, codec, hex) => {
    expect(startsIn(codec, hex)).toBe(false);
  });

  it.each<[string, CodecKey, string, string]>([
    [
      'VP8',
      'VP8',
      '9080bf195048009d012a80026801391f000a1c22',
      '8080b305e3c6a0fefc6a9fffff237f1f3a37fe47',
    ],
    [
      'VP8 in time layers',
      'VP8',
      '90e0fd3eed20b00f009d012aa0005a003917000f',
      'b0e0fd3feda0710700191c240c2c2c44cc24412c',
    ],
    [
      'VP9',
      'VP9/0',
      '9b86741002800168824983420027f016740a3824',
      'ddcfc80286004092389059a3407018060301e040',
    ],
    [
      'VP9 in layers',
      'VP9/0',
      'be96891030014000b402800168834983420013f0',
      'bd9689138702020004fe02ceb241c120e0caf000',
    ],
    [
      'H.264',
      'H264/42e01f',
      '7800136742c01f8c8d405017fcb35060606078442350000468ce3c80',
      '7c85b80004000008e231400042ae38000828c700',
    ],
    [
      'AV1',
      'AV1',
      '280b080000000cc4ff67006802301049000e38e3',
      '103030c040fdf8012903403bb01d400000000000',
    ],
  ])('tells what Chromium 156 sends as %s apart', (_, codec, keyFrame, other) => {
    expect(startsIn(codec, keyFrame)).toBe(true);
    expect(startsIn(codec, other)).toBe(false);
  });

  it('sees none in nothing', () => {
    const codecs: CodecKey[] = ['opus', 'VP8', 'VP9/0', 'H264/42e01f', 'H264/42001f', 'AV1'];
    expect(codecs.map((codec) => startsIn(codec, ''))).toEqual(codecs.map(() => false));
  });
});
