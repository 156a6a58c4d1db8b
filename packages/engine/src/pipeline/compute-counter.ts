import { distributionOf, type ComputeFigures, type StageName } from '../stats';
import type { StageTimes } from './stage-clock';

const SAMPLES = 120;
const STAGES: readonly StageName[] = ['read', 'shrink', 'segment', 'refine', 'compose', 'write'];

/** Counts what the pipeline did with the frames that the gate let in. */
export class ComputeCounter {
  #times: StageTimes[] = [];
  #composites = 0;
  #withOwnMask = 0;

  /** @param ownMask - Whether the mask was computed from this very frame. */
  count(times: StageTimes, ownMask: boolean): void {
    this.#composites++;
    if (ownMask) this.#withOwnMask++;
    this.#times.push(times);
    if (this.#times.length > SAMPLES) this.#times.shift();
  }

  /** Begins anew: what was measured under another background tells nothing of this one. */
  reset(): void {
    this.#times = [];
    this.#composites = this.#withOwnMask = 0;
  }

  /** The stages' times over the last composites, and the share of masks of their own. */
  figures(): Pick<ComputeFigures, 'stagesMs' | 'maskShare'> {
    const entries = STAGES.map((stage) => [stage, this.#distribution(stage)] as const);
    const stagesMs = Object.fromEntries(entries) as ComputeFigures['stagesMs'];
    return { stagesMs, maskShare: this.#composites && this.#withOwnMask / this.#composites };
  }

  #distribution(stage: StageName): ComputeFigures['stagesMs'][StageName] {
    return distributionOf(this.#times.map((times) => times[stage]));
  }
}
