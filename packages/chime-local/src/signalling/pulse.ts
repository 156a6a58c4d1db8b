const BEAT_MS = 300;

/** Calls at a steady pace while it runs: a beat each 300 ms, and each tenth time another. */
export class Pulse {
  #timer: ReturnType<typeof setInterval> | undefined;
  #beats = 0;

  constructor(
    readonly beat: () => void,
    readonly tenth: () => void,
  ) {}

  start(): void {
    this.#timer ??= setInterval(() => this.#tick(), BEAT_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.beat();
    this.#beats += 1;
    if (this.#beats % 10 === 0) this.tenth();
  }
}
