import { describe, expect, it } from 'vitest';
import { TickSchedule } from './tick-schedule';

describe('TickSchedule', () => {
  it('runs a tick each 20 ms', () => {
    const schedule = new TickSchedule(1000);
    expect(schedule.takeDue(1019)).toBeUndefined();
    expect(schedule.msToNext(1019)).toBe(1);
    expect(schedule.takeDue(1020)).toEqual({ skipped: 0 });
    expect(schedule.takeDue(1039)).toBeUndefined();
  });

  it('makes up for timers that are late, fifty ticks a second', () => {
    const schedule = new TickSchedule(0);
    let ticks = 0;
    for (let nowMs = 0; nowMs <= 10_000; nowMs += 33) {
      while (schedule.takeDue(nowMs)) ticks += 1;
    }
    expect(ticks).toBe(Math.floor((Math.floor(10_000 / 33) * 33) / 20));
  });

  it('leaves out what is more than 200 ms late', () => {
    const schedule = new TickSchedule(0);
    expect(schedule.takeDue(220)).toEqual({ skipped: 0 });
    expect(schedule.msToNext(220)).toBe(0);
    expect(schedule.takeDue(1240)).toEqual({ skipped: 60 });
    expect(schedule.msToNext(1240)).toBe(20);
  });
});
