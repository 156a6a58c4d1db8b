/** Bits a second, measured from one reading to the next. */
export class BitrateMeter {
  #bytes = 0;
  #bitrate = 0;
  #readMs: number | undefined;

  /** As of the last reading. */
  get bitrate(): number {
    return this.#bitrate;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
  }

  read(nowMs: number): void {
    const elapsedMs = nowMs - (this.#readMs ?? nowMs);
    if (elapsedMs > 0) this.#bitrate = Math.round((this.#bytes * 8000) / elapsedMs);
    this.#readMs = nowMs;
    this.#bytes = 0;
  }
}
