/** One stage's row: its name, a bar, its milliseconds. */
export class StageBar {
  readonly row = document.createElement('li');
  readonly #bar = document.createElement('span');
  readonly #value = document.createElement('span');

  constructor(name: string) {
    const label = document.createElement('span');
    label.textContent = name;
    this.#bar.className = 'bar';
    this.clear();
    this.row.append(label, this.#bar, this.#value);
  }

  /** Shows that the stage has nothing to do. */
  clear(): void {
    this.#value.textContent = '–';
    this.#bar.style.setProperty('--share', '0');
  }

  /** @param fullMs - How long the stage takes when the bar is full. */
  show(valueMs: number, fullMs: number): void {
    this.#value.textContent = valueMs.toFixed(1);
    this.#bar.style.setProperty('--share', Math.min(1, valueMs / fullMs).toFixed(3));
  }
}
