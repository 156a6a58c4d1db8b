import { describe, expect, it } from 'vitest';
import { TickSchedule } from './tick-schedule';

describe('TickSchedule', () => {
  it('runs a tick each 20 ms', () => {
    const schedule = new TickSchedule(1000);
    expect(schedule.takeDue(1019)).toEqual({ skipped: 0, ticks: 0 });
    expect(schedule.msToNext(1019)).toBe(1);
    expect(schedule.takeDue(1020)).toEqual({ skipped: 0, ticks: 1 });
    expect(schedule.takeDue(1039)).toEqual({ skipped: 0, ticks: 0 });
  });

  it('makes up for timers that are late, fifty ticks a second', () => {
    const schedule = new TickSchedule(0);
    let ticks = 0;
    for (let nowMs = 0; nowMs <= 10_000; nowMs += 33) ticks += schedule.takeDue(nowMs).ticks;
    expect(ticks).toBe(Math.floor((Math.floor(10_000 / 33) * 33) / 20));
  });

  it('leaves out what is more than 200 ms late', () => {
    const schedule = new TickSchedule(0);
    expect(schedule.takeDue(200)).toEqual({ skipped: 0, ticks: 10 });
    expect(schedule.takeDue(1200)).toEqual({ skipped: 49, ticks: 1 });
    expect(schedule.msToNext(1200)).toBe(20);
  });
});
