import { describe, expect, it } from 'vitest';
import { Reception } from './reception';

/** Packets of these numbers, 20 ms of a 90 kHz clock apart, as regularly as they were sent. */
function receive(reception: Reception, numbers: readonly number[], fromMs = 0): void {
  numbers.forEach((number, i) => reception.receive(number, i * 1800, fromMs + i * 20));
}

describe('Reception', () => {
  it('reports what was lost since the last report and in all', () => {
    const reception = new Reception(90_000);
    receive(reception, [65534, 65535, 0, 2]);
    expect(reception.report(7, 0)).toMatchObject({
      ssrc: 7,
      fractionLost: Math.floor(256 / 5),
      packetsLost: 1,
      highestSequence: 65536 + 2,
    });
    receive(reception, [3, 4]);
    expect(reception.report(7, 0)).toMatchObject({ fractionLost: 0, packetsLost: 1 });
  });

  it('counts a late packet as not lost', () => {
    const reception = new Reception(90_000);
    receive(reception, [1, 3]);
    expect(reception.takeLost()).toBe(1);
    receive(reception, [2]);
    expect(reception.takeLost()).toBe(-1);
    expect(reception.report(7, 0)).toMatchObject({ packetsLost: 0 });
  });

  it('knows no jitter where packets come as they were sent', () => {
    const reception = new Reception(90_000);
    receive(reception, [1, 2, 3, 4]);
    expect(reception.report(7, 0).jitter).toBe(0);
  });

  it('measures jitter as RFC 3550 has it: a sixteenth of each change of the delay', () => {
    const reception = new Reception(90_000);
    reception.receive(1, 0xffff_ffff, 0);
    reception.receive(2, 1799, 36);
    expect(reception.report(7, 0).jitter).toBe(Math.round((16 * 90) / 16));
  });

  it('tells when the last sender report came', () => {
    const reception = new Reception(90_000);
    receive(reception, [1]);
    expect(reception.report(7, 100)).toMatchObject({ delaySinceLastReport: 0 });
    reception.noteSenderReport(0xaabbccdd, 1000);
    const report = reception.report(7, 1500);
    expect(report).toMatchObject({ lastSenderReport: 0xaabbccdd, delaySinceLastReport: 32768 });
  });

  it('counts anew for another source', () => {
    const reception = new Reception(90_000);
    receive(reception, [1, 9]);
    reception.restart();
    receive(reception, [500, 501]);
    expect(reception.report(7, 0)).toMatchObject({ packetsLost: 0, fractionLost: 0 });
  });
});
