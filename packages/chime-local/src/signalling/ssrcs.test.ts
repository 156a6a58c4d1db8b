import { describe, expect, it } from 'vitest';
import { Ssrcs } from './ssrcs';

describe('our SSRCs towards a client', () => {
  it('are one for each section, the same at each offer', () => {
    const ssrcs = new Ssrcs();
    const mids = Array.from({ length: 30 }, (_, number) => String(number));
    const first = mids.map((mid) => ssrcs.of(mid));
    expect(new Set(first).size).toBe(30);
    expect(mids.map((mid) => ssrcs.of(mid))).toEqual(first);
  });

  it('are forgotten with their section', () => {
    const ssrcs = new Ssrcs();
    const [kept, lost] = [ssrcs.of('0'), ssrcs.of('1')];
    ssrcs.keep(['0', '2']);
    expect(ssrcs.of('0')).toBe(kept);
    expect(ssrcs.of('1')).not.toBe(lost);
  });
});
