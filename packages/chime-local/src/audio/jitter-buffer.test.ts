import { describe, expect, it } from 'vitest';
import { JitterBuffer, type Played } from './jitter-buffer';

function push(buffer: JitterBuffer, ...sequences: number[]): void {
  for (const sequence of sequences) buffer.push(sequence, Buffer.from([sequence & 0xff]));
}

/** What comes out, a packet as its number. */
function pop(buffer: JitterBuffer, times: number): (number | string | undefined)[] {
  const name = (played: Played) => (typeof played === 'string' ? played : played[0]);
  return Array.from({ length: times }, () => name(buffer.pop()));
}

describe('JitterBuffer', () => {
  it('waits for a second packet before it plays the first', () => {
    const buffer = new JitterBuffer();
    push(buffer, 5);
    expect(pop(buffer, 2)).toEqual(['empty', 'empty']);
    push(buffer, 6);
    expect(pop(buffer, 3)).toEqual([5, 6, 'empty']);
  });

  it('puts packets in their order', () => {
    const buffer = new JitterBuffer();
    push(buffer, 6, 5, 8, 7);
    expect(pop(buffer, 4)).toEqual([5, 6, 7, 8]);
  });

  it('says what was lost, and leaves out what came too late', () => {
    const buffer = new JitterBuffer();
    push(buffer, 5, 7);
    expect(pop(buffer, 2)).toEqual([5, 'lost']);
    push(buffer, 6);
    expect(pop(buffer, 2)).toEqual([7, 'empty']);
  });

  it('gathers again after it ran dry', () => {
    const buffer = new JitterBuffer();
    push(buffer, 5, 6);
    pop(buffer, 3);
    push(buffer, 9);
    expect(pop(buffer, 1)).toEqual(['empty']);
    push(buffer, 10);
    expect(pop(buffer, 2)).toEqual([9, 10]);
  });

  it('drops the oldest of a flood', () => {
    const buffer = new JitterBuffer();
    push(buffer, ...Array.from({ length: 11 }, (_, i) => i));
    expect(pop(buffer, 3)).toEqual([9, 10, 'empty']);
  });

  it('begins anew at a number far away', () => {
    const buffer = new JitterBuffer();
    push(buffer, 5, 6);
    pop(buffer, 1);
    push(buffer, 5000, 5001);
    expect(pop(buffer, 2)).toEqual([5000 & 0xff, 5001 & 0xff]);
  });

  it('comes back to its depth where the sender is ahead for long', () => {
    const buffer = new JitterBuffer();
    push(buffer, 0, 1, 2, 3, 4);
    for (let n = 5; n < 405; n += 1) {
      push(buffer, n);
      buffer.pop();
    }
    expect(pop(buffer, 3).filter((played) => typeof played === 'number').length).toBeLessThan(3);
  });
});
