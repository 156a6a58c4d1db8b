/** -dBov as RFC 6464 has it: of silence. */
export const SILENT_LEVEL = 127;

/** Twice this is what "lately" means. */
const WINDOW_TICKS = 15;

/** The loudest level of the last 300 to 600 ms. Levels are -dBov: less is louder. */
export class LevelMeter {
  #window = SILENT_LEVEL;
  #windowBefore = SILENT_LEVEL;
  #ticks = 0;

  get level(): number {
    return Math.min(this.#window, this.#windowBefore);
  }

  note(level: number): void {
    this.#window = Math.min(this.#window, level);
  }

  tick(): void {
    this.#ticks += 1;
    if (this.#ticks < WINDOW_TICKS) return;
    this.#ticks = 0;
    this.#windowBefore = this.#window;
    this.#window = SILENT_LEVEL;
  }

  clear(): void {
    this.#window = this.#windowBefore = SILENT_LEVEL;
  }
}
