import { describe, expect, it } from 'vitest';
import { splitMjpeg } from './mjpeg';

/** A header that holds a thumbnail, then a scan with a stuffed 0xff and a restart marker. */
const JPEG = [
  ...[0xff, 0xd8],
  ...[0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9],
  ...[0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd3, 3],
  ...[0xff, 0xd9],
];

describe('splitMjpeg', () => {
  it('finds each picture whole', () => {
    const frames = splitMjpeg(new Uint8Array([...JPEG, ...JPEG]));
    expect(frames.map((frame) => [...frame])).toEqual([JPEG, JPEG]);
  });

  it('leaves out a picture that is cut off', () => {
    expect(splitMjpeg(new Uint8Array([...JPEG, ...JPEG.slice(0, 12)]))).toHaveLength(1);
  });

  it('refuses what is no JPEG', () => {
    expect(() => splitMjpeg(new Uint8Array([1, 2, 3, 4]))).toThrow('no JPEG');
  });
});
