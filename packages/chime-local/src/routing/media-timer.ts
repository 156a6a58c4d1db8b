import { TickSchedule, type DueTick } from './tick-schedule';

/** One timer for the ticks of all rooms, while there is anybody in them. */
export class MediaTimer {
  #timeout: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #schedule: TickSchedule | undefined;

  constructor(private readonly run: (due: DueTick, nowMs: number) => void) {}

  /** Again: nothing. */
  start(): void {
    if (this.#schedule) return;
    this.#schedule = new TickSchedule(performance.now());
    this.#wait(this.#schedule);
  }

  stop(): void {
    clearTimeout(this.#timeout);
    clearImmediate(this.#immediate);
    this.#schedule = undefined;
  }

  #wait(schedule: TickSchedule): void {
    // Timers count whole milliseconds, and would be early.
    const delayMs = Math.ceil(schedule.msToNext(performance.now()));
    if (delayMs === 0) this.#readFirst(schedule);
    else this.#timeout = setTimeout(() => this.#readFirst(schedule), delayMs);
  }

  /** After a pause the packets that wait in the socket belong to the ticks that are due. */
  #readFirst(schedule: TickSchedule): void {
    this.#immediate = setImmediate(() => this.#tick(schedule));
  }

  #tick(schedule: TickSchedule): void {
    const nowMs = performance.now();
    const due = schedule.takeDue(nowMs);
    if (due) this.run(due, nowMs);
    // The last peer may have left meanwhile.
    if (this.#schedule === schedule) this.#wait(schedule);
  }
}
