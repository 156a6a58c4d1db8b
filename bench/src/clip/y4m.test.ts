import { describe, expect, it } from 'vitest';
import { parseY4m } from './y4m';

const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];

describe('parseY4m', () => {
  it('reads the size and cuts the frames out, of odd sizes too', () => {
    const planes = Array.from({ length: 3 * 3 + 2 * 4 }, (_, index) => index + 10);
    const file = [...bytes('YUV4MPEG2 W3 H3 F30:1 C420jpeg\n'), ...bytes('FRAME\n'), ...planes];
    const clip = parseY4m(new Uint8Array([...file, ...bytes('FRAME Ip\n'), ...planes]));
    expect(clip).toMatchObject({ width: 3, height: 3 });
    expect(clip.frames.map((frame) => [...frame])).toEqual([planes, planes]);
  });

  it('refuses other planes', () => {
    expect(() => parseY4m(new Uint8Array(bytes('YUV4MPEG2 W4 H4 C444\n')))).toThrow('C444');
  });
});
