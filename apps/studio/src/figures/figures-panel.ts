import type { ProcessorStats } from 'cyclorama';
import { element } from '../page/element';
import { milliseconds } from './milliseconds';
import { StagePlot } from './stage-plot';
import { StageRow } from './stage-row';
import { STAGES, stageTimes, workMs, type StageTimes } from './stages';

const MODELS: Readonly<Record<string, string>> = {
  landscape: 'Selfie, 256 × 144',
  general: 'Selfie, 256 × 256',
};

const NOTHING = '–';

/** The panel of live figures. */
export class FiguresPanel {
  readonly #rows = new Map(STAGES.map((stage) => [stage, new StageRow(stage)]));
  readonly #plot = new StagePlot(
    element('plot', HTMLCanvasElement),
    (stage) => this.#rows.get(stage)?.color ?? '',
  );

  constructor() {
    const legend = [...this.#rows.values()].map(({ row }) => row);
    element('stages', HTMLOListElement).replaceChildren(...legend);
  }

  show(stats: ProcessorStats): void {
    const times = stageTimes(stats);
    this.#plot.add(times);
    this.#showWork(times, stats.fps);
    this.#write('fps', stats.fps.toFixed(0));
    this.#write('latency', milliseconds(stats.latencyMs.median));
    this.#write('frame-size', `${stats.width} × ${stats.height}`);
    this.#write('model', modelText(stats));
    this.#write('dropped', String(stats.framesDropped));
    this.#write('held', String(stats.framesHeld));
    this.#write('path-name', PATHS[stats.path]);
    this.#write('path-reason', `${stats.pathReason}${simdNote(stats)}`);
  }

  #showWork(times: StageTimes, fps: number): void {
    const work = workMs(times);
    // Frames that pass as they are go through no stage.
    const passing = work === 0;
    for (const [stage, row] of this.#rows) {
      if (passing) row.clear();
      else row.show(times[stage]);
    }
    this.#write('work', passing ? NOTHING : milliseconds(work));
    this.#write('cpu-share', passing ? NOTHING : `${((work * fps) / 10).toFixed(0)} %`);
  }

  #write(id: string, text: string): void {
    element(id, HTMLElement).textContent = text;
  }
}

/** Of a segmenter in a worker of its own also what computes there. */
function modelText({ model, backend }: ProcessorStats): string {
  if (model === undefined) return NOTHING;
  return MODELS[model] ?? (model === 'bodypix' ? `BodyPix, ${backend ?? NOTHING}` : model);
}

const PATHS: Readonly<Record<ProcessorStats['path'], string>> = {
  tracks: 'Direct',
  'worker-tracks': 'Direct, by workers alone',
  canvas: 'Through a canvas',
};

const simdNote = ({ relaxedSimd }: ProcessorStats): string =>
  ` It computes with ${relaxedSimd ? 'the fastest arithmetic there is (relaxed SIMD)' : 'fast arithmetic (SIMD)'}.`;
