import { describe, expect, it } from 'vitest';
import { MissingPackets } from './missing-packets';

function withArrivals(...sequences: number[]): MissingPackets {
  const missing = new MissingPackets();
  for (const sequence of sequences) missing.noteArrival(sequence, 0);
  return missing;
}

describe('MissingPackets', () => {
  it('asks for what is missing, once the order may have settled', () => {
    const missing = withArrivals(1, 4, 6);
    expect(missing.takeDue(5)).toEqual([]);
    expect(missing.takeDue(20)).toEqual([2, 3, 5]);
  });

  it('does not ask for what was only late', () => {
    const missing = withArrivals(1, 4, 3, 2);
    expect(missing.takeDue(20)).toEqual([]);
  });

  it('asks again each 50 ms, ten times, and gives up then', () => {
    const missing = withArrivals(1, 3);
    let asks = 0;
    for (let nowMs = 0; nowMs < 2000; nowMs += 20) asks += missing.takeDue(nowMs).length;
    expect(asks).toBe(10);
    expect(missing.takeAbandoned()).toBe(true);
    expect(missing.takeAbandoned()).toBe(false);
  });

  it('does not ask for a whole stretch', () => {
    const missing = withArrivals(1, 2000);
    expect(missing.takeDue(20)).toEqual([]);
    expect(missing.takeAbandoned()).toBe(true);
    missing.noteArrival(2002, 30);
    expect(missing.takeDue(50)).toEqual([2001]);
  });

  it('forgets what was before a beginning', () => {
    const missing = withArrivals(1, 3);
    missing.clear();
    missing.noteArrival(90_000, 0);
    expect(missing.takeDue(20)).toEqual([]);
  });
});
