import {
  eventually,
  FrameFeed,
  hurtableWorkers,
  samplePerson,
  sleep,
  type Paint,
  type Rgb,
} from '@cyclorama/testing/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelLoadError, WorkerLostError } from './errors';
import { BackgroundProcessor } from './processor';
import type { ProcessorStats } from './stats';
import { MASK_PATIENCE_MS } from './segment/worker-segmenter';
import { FakeSegmenters } from './testing/fake-segmenters';
import { onPath } from './testing/on-path';
import { isBlue, isRed, paintPerson } from './testing/red-person';
import { paintRoom, Rig, type RigOptions } from './testing/rig';
import { ComputeClient } from './worker/compute-client';

const BLUE = { type: 'color', color: '#0000ff' } as const;

/** Long enough for frames to go out meanwhile, on a busy machine too. */
const LOADING_MS = 700;

let rig: Rig | undefined;
let fakes: FakeSegmenters;

beforeEach(() => void (fakes = new FakeSegmenters()));
afterEach(() => {
  rig?.close();
  rig = undefined;
});

const start = async (options: RigOptions = {}): Promise<Rig> =>
  (rig = await Rig.start({ background: BLUE, paint: paintPerson, ...options }));

async function started(options: RigOptions = {}): Promise<Rig> {
  const run = await start({ segmenter: fakes.make(), ...options });
  await run.running();
  await showsPerson(run);
  return run;
}

/** Waits until the person stands before the background. */
const showsPerson = (run: Rig): Promise<void> =>
  eventually('the person is shown', () => {
    const last = run.recorder.sightings.at(-1);
    return last !== undefined && isRed(last.center) && isBlue(last.corner);
  });

/** Waits until the holding frame goes out: the background alone. */
const holds = (run: Rig): Promise<void> =>
  eventually('it is held', () => isBlue(run.recorder.sightings.at(-1)?.center ?? [0, 0, 0]));

/** No frame from that number on that showed anything but the person before the background. */
function expectPersonOnly(run: Rig, from: number): void {
  const sightings = run.recorder.sightings.slice(from);
  expect(sightings.length).toBeGreaterThan(5);
  const wrong = sightings.filter(({ center, corner }) => !isRed(center) || !isBlue(corner));
  expect(wrong).toEqual([]);
  expect(run.roomSeen()).toBe(0);
}

/** How many frames come out until something is done. */
async function framesDuring(run: Rig, done: Promise<unknown>): Promise<number> {
  const { length: before } = run.recorder.sightings;
  await done;
  return run.recorder.sightings.length - before;
}

async function statsOf(run: Rig): Promise<ProcessorStats> {
  return new Promise((resolve) => {
    const stop = run.processor.on('stats', (stats) => {
      stop();
      resolve(stats);
    });
  });
}

const alive = (): number => fakes.workers.filter(({ ended }) => !ended).length;

describe.each(['tracks', 'canvas'] as const)('a segmenter of its own worker on %s', (way) => {
  const path = onPath(way);

  it('finds the person from the start, and says what computes', async () => {
    const run = await started({ path });
    await run.frames(10);
    await eventually('it is told', () => run.recorder.sightings.length > 20);
    await expect.poll(() => statsOf(run)).toMatchObject({ model: 'fake', backend: 'fake-cpu' });
    expect(run.roomSeen()).toBe(0);
    expect(run.errors).toEqual([]);
  });

  it('changes places with the selfie models ten times, and no frame is raw or missing', async () => {
    const { picture } = await samplePerson();
    const paint: Paint = (context) => {
      const { width, height } = context.canvas;
      context.drawImage(picture, 0, 0, width, height);
    };
    const run = await start({ path, paint });
    await run.running();
    await run.frames(5);
    const { center: skin } = run.recorder.sightings.at(-1) ?? { center: [0, 0, 255] };
    expect(isBlue(skin as Rgb)).toBe(false);
    const { length: from } = run.recorder.sightings;
    let whileLoading = 0;
    for (let turn = 0; turn < 5; turn++) {
      const segmenter = fakes.make({ person: 'middle', openMs: LOADING_MS });
      whileLoading += await framesDuring(run, run.processor.update({ segmenter }));
      await run.frames(4);
      await run.processor.update({ segmenter: 'selfie' });
      await run.frames(4);
    }
    const sightings = run.recorder.sightings.slice(from);
    const near = (center: Rgb): boolean =>
      center.every((value, channel) => Math.abs(value - (skin[channel] ?? 0)) < 20);
    expect(sightings.filter(({ corner, center }) => !isBlue(corner) || !near(center))).toEqual([]);
    // Twenty to each, more or less; what was on its way would come if nothing did.
    expect(whileLoading).toBeGreaterThan(5 * 3);
    expect(run.errors).toEqual([]);
    expect([fakes.workers.length, alive()]).toEqual([5, 0]);
  });

  it('hides the room when its worker breaks, and is started again', async () => {
    const run = await started({ path, segmenter: fakes.make({ openMs: LOADING_MS }) });
    fakes.workers.at(-1)?.break();
    await eventually('the loss was told', () => run.errors.length > 0);
    expect(run.processor.state).toBe('starting');
    expect(await framesDuring(run, run.running())).toBeGreaterThan(2);
    await showsPerson(run);
    expect(run.errors[0]).toBeInstanceOf(WorkerLostError);
    expect(run.errors).toHaveLength(1);
    expect(run.roomSeen()).toBe(0);
    expect(fakes.workers).toHaveLength(2);
  });
});

describe('another segmenter', () => {
  it('of another key replaces the worker once it has loaded', async () => {
    const run = await started();
    const { length: from } = run.recorder.sightings;
    await run.processor.update({ segmenter: fakes.make({ key: 'two', openMs: 300 }) });
    await run.frames(10);
    expectPersonOnly(run, from);
    expect(fakes.workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('of the same key keeps the worker, with other settings and another size', async () => {
    const run = await started();
    const { length: from } = run.recorder.sightings;
    for (const scale of [0.25, 1, 0.5]) {
      const input = { scale, step: 16, plus: 1 } as const;
      await run.processor.update({ segmenter: fakes.make({ lateMs: 5, input }) });
      await run.frames(5);
    }
    expectPersonOnly(run, from);
    expect(fakes.workers).toHaveLength(1);
    expect(run.errors).toEqual([]);
  });

  it('wins over those that were asked for before it, which resolve', async () => {
    const run = await started();
    const { length: from } = run.recorder.sightings;
    const { processor } = run;
    await Promise.all([
      processor.update({ segmenter: fakes.make({ key: 'slow', openMs: 5000 }) }),
      processor.update({ segmenter: fakes.make({ key: 'missing', missing: true }) }),
      processor.update({ segmenter: fakes.make({ key: 'last' }) }),
    ]);
    await run.frames(10);
    expectPersonOnly(run, from);
    expect(fakes.workers.map(({ ended }) => ended)).toEqual([true, true, true, false]);
  });

  it('that cannot be had is refused, and the one before goes on', async () => {
    const run = await started();
    const { length: from } = run.recorder.sightings;
    const missing = run.processor.update({
      segmenter: fakes.make({ key: 'two', missing: true }),
    });
    await expect(missing).rejects.toBeInstanceOf(ModelLoadError);
    await expect(missing).rejects.toThrow(/npm run models/);
    expect(run.processor.options.segmenter).toMatchObject({ key: 'one' });
    const nowhere = {
      ...fakes.make({ key: 'three' }),
      startWorker: () => new Worker('/no-such-script.js', { type: 'module' }),
    };
    const refused = run.processor.update({ segmenter: nowhere });
    await expect(refused).rejects.toBeInstanceOf(ModelLoadError);
    await run.frames(10);
    expectPersonOnly(run, from);
    expect(alive()).toBe(1);
    expect(run.errors).toEqual([]);
  });

  it('tells the worker in use no settings that are not put in force', async () => {
    // By its own settings it finds no person; by the others the room is one.
    const run = await start({ segmenter: fakes.make(), paint: paintRoom });
    await run.running();
    const revealing = run.processor.update({ segmenter: fakes.make({ person: 'middle' }) });
    const missing = run.processor.update({
      segmenter: fakes.make({ key: 'two', missing: true, openMs: 100 }),
    });
    await expect(revealing).resolves.toBeUndefined();
    await expect(missing).rejects.toBeInstanceOf(ModelLoadError);
    await run.frames(15);
    expect(run.roomSeen()).toBe(0);
    expect(run.recorder.sightings.every(({ center }) => isBlue(center))).toBe(true);
    expect(alive()).toBe(1);
    expect(run.errors).toEqual([]);
  });

  it('begins anew with other settings, so that no mask of the former ones lingers', async () => {
    const run = await started();
    const begun = vi.spyOn(ComputeClient.prototype, 'useSegmenter');
    const segmenter = fakes.make({ lateMs: 5 });
    await run.processor.update({ segmenter });
    expect(begun).toHaveBeenCalledTimes(1);
    await run.processor.update({ segmenter });
    expect(begun).toHaveBeenCalledTimes(1);
    begun.mockRestore();
    expect(fakes.workers).toHaveLength(1);
  });

  it('takes back settings that the worker in use refuses', async () => {
    const run = await start({ segmenter: fakes.make(), paint: paintRoom });
    await run.running();
    const refused = { person: 'middle', missing: true } as const;
    const update = run.processor.update({ segmenter: fakes.make(refused) });
    await expect(update).rejects.toBeInstanceOf(ModelLoadError);
    const refusedAt = await run.passed();
    await run.frames(15);
    expect(run.roomSeen(refusedAt)).toBe(0);
    expect(fakes.workers).toHaveLength(1);
  });

  it('may come back while it still gives way to another', async () => {
    const run = await started();
    await run.processor.update({ segmenter: fakes.make({ lateMs: 200 }) });
    const { length: from } = run.recorder.sightings;
    const leaving = run.processor.update({ segmenter: fakes.make({ key: 'two' }) });
    await eventually('the other has loaded', () => fakes.workers.length === 2);
    await sleep(100);
    await run.processor.update({ segmenter: fakes.make() });
    await leaving;
    await run.frames(10);
    expectPersonOnly(run, from);
    expect(alive()).toBe(1);
  });

  it('is chosen by an update before the start', async () => {
    const feed = new FrameFeed({ width: 320, height: 180, paint: paintPerson });
    const processor = new BackgroundProcessor({ segmenter: fakes.make({ missing: true }) });
    await processor.update({ segmenter: fakes.make({ key: 'two' }) });
    expect(fakes.workers).toEqual([]);
    await processor.start(feed.track);
    await eventually('it runs', () => processor.state === 'running');
    expect(fakes.workers).toHaveLength(1);
    processor.close();
    feed.unplug();
  });
});

describe('the model of the segmenter selfie', () => {
  it('changes while it runs', async () => {
    const run = await start();
    await run.running();
    await eventually('wide frames are seen', () => run.recorder.sightings.length > 10);
    await run.processor.update({ model: 'general' });
    await run.frames(20);
    await expect.poll(() => statsOf(run)).toMatchObject({ model: 'general', backend: 'wasm' });
    await run.processor.update({ model: 'auto' });
    await run.frames(20);
    await expect.poll(() => statsOf(run)).toMatchObject({ model: 'landscape' });
    expect(run.roomSeen()).toBe(0);
    expect(run.errors).toEqual([]);
  });
});

describe('a segmenter that fails', () => {
  it('at the start is told, and the holding frame goes on until another is chosen', async () => {
    const run = await start({ segmenter: fakes.make({ missing: true }) });
    await eventually('it is told', () => run.errors.length > 0);
    await run.frames(15);
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toBeInstanceOf(ModelLoadError);
    expect(run.processor.state).toBe('starting');
    expect(run.recorder.sightings.every(({ center }) => isBlue(center))).toBe(true);
    await run.processor.update({ segmenter: fakes.make({ key: 'two' }) });
    await run.running();
    await showsPerson(run);
    await run.processor.update({ segmenter: 'selfie' });
    await run.frames(5);
    expect(run.processor.state).toBe('running');
    expect(run.roomSeen()).toBe(0);
    expect(alive()).toBe(0);
  });

  it('at the start gives way to the selfie models', async () => {
    const run = await start({ segmenter: fakes.make({ missing: true }) });
    await eventually('it is told', () => run.errors.length > 0);
    await run.processor.update({ segmenter: 'selfie' });
    await run.running();
    expect(run.roomSeen()).toBe(0);
  });

  it('by silence is started again after ten seconds', async () => {
    const run = await started();
    fakes.workers.at(-1)?.kill();
    const told = eventually('the loss was told', () => run.errors.length > 0);
    expect(await framesDuring(run, told)).toBeGreaterThan(20);
    expect(run.errors[0]).toBeInstanceOf(WorkerLostError);
    expect(run.processor.state).toBe('starting');
    await run.running();
    await showsPerson(run);
    expect(run.errors).toHaveLength(1);
    expect(run.roomSeen()).toBe(0);
    expect(fakes.workers).toHaveLength(2);
  });

  it('by an error keeps no frame waiting for its mask', async () => {
    const run = await started();
    await run.processor.update({ segmenter: fakes.make({ lateMs: 6 * MASK_PATIENCE_MS }) });
    await sleep(200);
    // At once: the worker that is started again is as late, and may have a frame by then.
    const updated = new Promise<string>((resolve, reject) => {
      const update = () => run.processor.update({ segmenter: 'selfie' });
      const stop = run.processor.on('error', () => {
        stop();
        update().then(() => resolve('updated'), reject);
      });
    });
    fakes.workers.at(-1)?.break();
    const patience = sleep(MASK_PATIENCE_MS).then(() => 'waited for the mask');
    await expect(Promise.race([updated, patience])).resolves.toBe('updated');
    await run.running();
    expect(run.roomSeen()).toBe(0);
  });

  it('too often is given up, the room hidden, until another is chosen', async () => {
    const run = await started();
    for (let loss = 1; loss <= 4; loss++) {
      fakes.workers.at(-1)?.break();
      await eventually(`loss ${loss} was told`, () => run.errors.length === loss);
      if (loss < 4) await run.running();
    }
    await holds(run);
    expect(fakes.workers).toHaveLength(4);
    expect(run.processor.state).toBe('starting');
    await run.processor.update({ segmenter: fakes.make({ key: 'two' }) });
    await run.running();
    await showsPerson(run);
    expect(run.roomSeen()).toBe(0);
  });

  it('is kept when the computing worker dies', async () => {
    const { victims, restore } = hurtableWorkers();
    const run = await started();
    victims.findLast(({ name }) => name === 'cyclorama-compute')?.kill();
    await eventually('the loss was told', () => run.errors.length > 0);
    await run.running();
    await showsPerson(run);
    expect(fakes.workers).toHaveLength(1);
    expect(run.errors).toHaveLength(1);
    expect(run.roomSeen()).toBe(0);
    restore();
  });
});

describe('close', () => {
  it('ends the worker in use, and one that still loads', async () => {
    const run = await started();
    const update = run.processor.update({ segmenter: fakes.make({ key: 'two', openMs: 5000 }) });
    await sleep(50);
    run.processor.close();
    await expect(update).resolves.toBeUndefined();
    expect(fakes.workers.map(({ ended }) => ended)).toEqual([true, true]);
    expect(run.errors).toEqual([]);
  });
});
