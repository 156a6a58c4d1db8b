import type { InputSizing, WorkerSegmenter } from '../segment/worker-segmenter';

/** What a fake segmenter's worker does. */
export interface FakeSettings {
  /** What it takes for a person: what is red, or an ellipse in the middle of every picture. */
  readonly person: 'red' | 'middle';
  /** How long its weights load. */
  readonly openMs: number;
  /** How late each mask is. */
  readonly lateMs: number;
  /** Its weights are not there. */
  readonly missing: boolean;
}

/** A worker that was started, and what became of it. */
export interface FakeWorker {
  /** Whether it was ended in order. */
  readonly ended: boolean;
  /** Has its script throw what nobody catches. */
  break(): void;
  /** Ends it without a word. */
  kill(): void;
}

interface FakeOptions extends Partial<FakeSettings> {
  readonly key?: string;
  readonly input?: InputSizing;
}

const SETTINGS: FakeSettings = {
  person: 'red',
  openMs: 0,
  lateMs: 0,
  missing: false,
};

/** Segmenters whose workers do what a test wants, and all workers that were started for them. */
export class FakeSegmenters {
  readonly workers: FakeWorker[] = [];

  /** Describes one; of the same key by default. */
  make({ key = 'one', input, ...settings }: FakeOptions = {}): WorkerSegmenter {
    return {
      name: 'fake',
      key,
      settings: { ...SETTINGS, ...settings },
      input: input ?? { scale: 0.5, step: 16, plus: 1 },
      startWorker: () => this.#start(),
    };
  }

  #start(): Worker {
    const worker = new Worker(new URL('./fake-segmenter-entry.ts', import.meta.url), {
      type: 'module',
      name: 'fake-segmenter',
    });
    const kill = worker.terminate.bind(worker);
    const breakIt = (): void => worker.postMessage({ order: 'break' });
    const fake = { ended: false, break: breakIt, kill };
    worker.terminate = () => {
      fake.ended = true;
      kill();
    };
    this.workers.push(fake);
    return worker;
  }
}
