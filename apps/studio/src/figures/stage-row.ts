import type { StageName } from 'cyclorama';

const LABELS: Readonly<Record<StageName, string>> = {
  read: 'Read',
  shrink: 'Shrink',
  segment: 'Find the person',
  refine: 'Refine the edge',
  compose: 'Compose',
  write: 'Write',
};

/** One stage's row in the plot's legend: its colour, its name, its milliseconds. */
export class StageRow {
  readonly row = document.createElement('li');
  readonly #swatch = document.createElement('span');
  readonly #value = document.createElement('span');

  constructor(stage: StageName) {
    this.#swatch.className = `stage-swatch stage-swatch-${stage}`;
    const label = document.createElement('span');
    label.textContent = LABELS[stage];
    this.row.append(this.#swatch, label, this.#value);
    this.clear();
  }

  /** As the browser paints it now: the page's colours follow its scheme. */
  get color(): string {
    return getComputedStyle(this.#swatch).backgroundColor;
  }

  /** Shows that the stage has nothing to do. */
  clear(): void {
    this.#value.textContent = '–';
  }

  show(ms: number): void {
    this.#value.textContent = `${ms.toFixed(1)} ms`;
  }
}
