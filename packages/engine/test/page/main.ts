import { eventually } from '@cyclorama/testing/browser';
import { compositeFigures, type CompositeFigures } from './composite-figures';
import { deliveryOf } from './delivery';
import { breakWorker, engineWorkers, killWorker, noteWorkers } from './noted-workers';
import { FLAT_COLOR } from './open-source';
import { PersonSource } from './person-source';
import { differenceAt, meanDifferences } from './pictures';
import { Run, type RunSettings } from './run';
import { setMuted } from './source';

noteWorkers();

/** What tests do with this page, from outside. */
const lab = {
  /** The run under test; another call of `open` replaces it. */
  run: undefined as Run | undefined,
  runs: [] as Run[],
  breakWorker,
  deliveryOf,
  engineWorkers,
  killWorker,
  eventually,
  setMuted,

  async open(settings: RunSettings): Promise<Run> {
    const run = await Run.open(settings);
    lab.runs.push(run);
    return (lab.run = run);
  },

  /** The run under test, with composites going out. */
  async running(): Promise<Run> {
    const { run } = lab;
    if (!run) throw new Error('open() comes first.');
    await eventually('the processor runs', () => run.processor.state === 'running', 30_000);
    return run;
  },

  /** Waits for so many more pictures in the output. */
  async drawn(run: Run, count: number): Promise<void> {
    const wanted = run.drawings.length + count;
    await eventually(`${count} pictures were drawn`, () => run.drawings.length >= wanted);
  },

  /** Waits for so many more pictures to be seen, by someone who watches the output. */
  async seen(count: number): Promise<void> {
    const run = await lab.running();
    for (let i = 0; i < count; i++) await run.nextSeen();
  },

  /** Largest difference of a channel of the flat source from its colour. */
  async flatDifference(): Promise<number> {
    return differenceAt((await lab.running()).pixels(), 0, FLAT_COLOR);
  },

  /** Mean differences of the output's red, green and blue from the source's. */
  async shifts(): Promise<number[]> {
    const run = await lab.running();
    return meanDifferences(run.pixels(), run.sourcePixels());
  },

  /** How the source's pixels come, as the engine gets them. */
  async sourceFormat(): Promise<string | null> {
    const view = Object.assign(document.createElement('video'), { muted: true });
    view.srcObject = new MediaStream([(await lab.running()).source.track]);
    await view.play();
    const frame = new VideoFrame(view, { timestamp: 0 });
    const { format } = frame;
    frame.close();
    return format;
  },

  figures(run: Run, background: readonly number[]): CompositeFigures {
    if (!(run.source instanceof PersonSource)) throw new Error('This run has no sample person.');
    return compositeFigures(run.sourcePixels(), run.pixels(), run.source.matte(), background);
  },

  closeAll(): void {
    for (const run of lab.runs.splice(0)) run.close();
    lab.run = undefined;
  },
};

export type Lab = typeof lab;

declare global {
  var lab: Lab;
}

globalThis.lab = lab;
