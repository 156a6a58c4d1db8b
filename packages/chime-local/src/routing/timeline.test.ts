import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline';

/** Sends packets of the current stretch. @returns what the client sees. */
function send(
  timeline: Timeline<string, number>,
  packets: readonly (readonly [sequence: number, timestamp: number])[],
  nowMs: number,
): (readonly [number, number])[] {
  return packets.flatMap(([sequence, timestamp]) => {
    const stretch = timeline.current;
    const out = stretch?.outOf(sequence);
    if (!stretch || out === undefined) return [];
    timeline.noteSent(out, stretch.timestampOf(timestamp), nowMs);
    return [[out, stretch.timestampOf(timestamp)] as const];
  });
}

describe('Timeline', () => {
  it('goes on without a gap with another source, as much later as it is', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 10_000, 0);
    const [, last = [0, 0]] = send(
      timeline,
      [
        [500, 10_000],
        [501, 13_000],
      ],
      40,
    );
    timeline.begin('b', 96, 70_000, 4_000_000_000, 1040);
    const [first = [0, 0]] = send(timeline, [[70_000, 4_000_000_000]], 1040);
    expect(first[0] - last[0]).toBe(1);
    expect((first[1] - last[1]) >>> 0).toBe(90_000);
  });

  it('keeps a gap of the source, into which a late packet falls', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 0, 0);
    const sent = send(
      timeline,
      [
        [500, 0],
        [503, 0],
        [501, 0],
      ],
      0,
    );
    const [begin = 0, ...others] = sent.map(([out]) => out);
    expect(others.map((out) => out - begin)).toEqual([3, 1]);
  });

  it('does not show what was before the stretch', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 0, 0);
    expect(send(timeline, [[499, 0]], 0)).toEqual([]);
  });

  it('finds which packet it was, of this source and the one before', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 0, 0);
    const [[a] = [0]] = send(timeline, [[501, 0]], 0);
    timeline.begin('b', 96, 9, 0, 0);
    const [[b] = [0]] = send(timeline, [[9, 0]], 0);
    expect(timeline.find(a & 0xffff)).toMatchObject({ stretch: { source: 'a' }, sequence: 501 });
    expect(timeline.find(b & 0xffff)).toMatchObject({ stretch: { source: 'b' }, sequence: 9 });
    expect(timeline.find((a - 2) & 0xffff)).toBeUndefined();
    timeline.forget('a');
    expect(timeline.find(a & 0xffff)).toBeUndefined();
  });

  it('goes on where it was after all is forgotten', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 0, 0);
    const [[last] = [0]] = send(timeline, [[500, 0]], 0);
    timeline.forgetAll();
    expect(timeline.find(last & 0xffff)).toBeUndefined();
    timeline.begin('a', 96, 900, 0, 0);
    expect(send(timeline, [[900, 0]], 0)).toMatchObject([[last + 1, expect.anything()]]);
  });

  it('is written otherwise from the next packet on, and before as it was', () => {
    const timeline = new Timeline<string, number>();
    timeline.begin('a', 96, 500, 0, 0);
    const [[before, time] = [0, 0]] = send(timeline, [[500, 0]], 0);
    timeline.rewrite(120);
    expect(send(timeline, [[501, 90]], 1)).toEqual([[before + 1, time + 90]]);
    const formatOf = (out: number) => timeline.find(out & 0xffff)?.stretch.format;
    expect([formatOf(before), formatOf(before + 1)]).toEqual([96, 120]);
  });
});
