import type { ProcessorStats } from 'cyclorama';
import { milliseconds } from '../figures/milliseconds';
import { stageTimes, workMs } from '../figures/stages';
import { element } from '../page/element';

/** What the model costs now, in a line. */
export class CostLine {
  readonly #segment = element('cost-segment', HTMLElement);
  readonly #frame = element('cost-frame', HTMLElement);
  readonly #rate = element('cost-rate', HTMLElement);

  show(stats: ProcessorStats): void {
    const times = stageTimes(stats);
    // Frames that pass as they are go through no stage.
    const isPassing = workMs(times) === 0;
    this.#segment.textContent = isPassing ? '–' : milliseconds(times.segment);
    this.#frame.textContent = isPassing ? '–' : milliseconds(workMs(times));
    this.#rate.textContent = stats.fps.toFixed(0);
  }
}
