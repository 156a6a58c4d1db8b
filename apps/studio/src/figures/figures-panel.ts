import type { ProcessorStats, StageName } from 'cyclorama';
import { element } from '../page/element';
import { StageBar } from './stage-bar';

const STAGES = [
  'read',
  'shrink',
  'segment',
  'refine',
  'compose',
  'write',
] as const satisfies StageName[];

/** A frame's time at 30 a second: a full bar takes all of it. */
const FRAME_BUDGET_MS = 1000 / 30;

const MODELS = { landscape: 'selfie, 256×144', general: 'selfie, 256×256' } as const;
const PATHS = { tracks: 'tracks, in workers', canvas: 'canvas' } as const;

const NOTHING = '–';

const milliseconds = (value: number): string => `${value.toFixed(value < 9.95 ? 1 : 0)} ms`;

/** The panel of live figures. */
export class FiguresPanel {
  readonly #bars = STAGES.map((name) => ({ name, bar: new StageBar(name) }));

  constructor() {
    element('stages', HTMLOListElement).replaceChildren(...this.#bars.map(({ bar }) => bar.row));
  }

  show(stats: ProcessorStats): void {
    const work = STAGES.reduce((sum, name) => sum + stats.stagesMs[name].median, 0);
    this.#write('fps', stats.fps.toFixed(0));
    this.#write('latency', milliseconds(stats.latencyMs.median));
    this.#write('work', work > 0 ? milliseconds(work) : NOTHING);
    for (const { name, bar } of this.#bars) {
      // Frames that pass as they are go through no stage.
      if (work > 0) bar.show(stats.stagesMs[name].median, FRAME_BUDGET_MS);
      else bar.clear();
    }
    this.#write('frame-size', `${stats.width} × ${stats.height}`);
    this.#write('model', stats.model ? MODELS[stats.model] : NOTHING);
    this.#write('dropped', String(stats.framesDropped));
    this.#write('held', String(stats.framesHeld));
    this.#write('path', PATHS[stats.path]);
    this.#write('path-reason', `${stats.pathReason}${simdNote(stats)}`);
  }

  #write(id: string, text: string): void {
    element(id, HTMLElement).textContent = text;
  }
}

const simdNote = ({ relaxedSimd }: ProcessorStats): string =>
  ` It computes with ${relaxedSimd ? 'the fastest arithmetic there is (relaxed SIMD)' : 'fast arithmetic (SIMD)'}.`;
