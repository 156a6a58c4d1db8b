import {
  eventually,
  fakeWorkerTracks,
  FrameFeed,
  hurtableWorkers,
  sleep,
  type WorkerTracks,
  type WorkerTracksOptions,
} from '@cyclorama/testing/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StateError, UnsupportedError, WorkerLostError } from './errors';
import { BackgroundProcessor } from './processor';
import type { ProcessorStats } from './stats';
import { probeSupport } from './support';
import { paintRoom, Rig, type RigOptions } from './testing/rig';

const BLUE = { type: 'color', color: '#0000ff' } as const;
const SMALL = { width: 320, height: 180, paint: paintRoom } as const;

let browser: WorkerTracks | undefined;
let rig: Rig | undefined;
afterEach(() => {
  rig?.close();
  rig = undefined;
  browser?.restore();
});

function inBrowserWith(options: WorkerTracksOptions = {}): WorkerTracks {
  browser = fakeWorkerTracks(options);
  return browser;
}

async function started(options: RigOptions = {}): Promise<Rig> {
  rig = await Rig.start({ background: BLUE, ...options });
  await rig.running();
  return rig;
}

async function statsOf({ processor }: Rig): Promise<ProcessorStats> {
  let stats: ProcessorStats | undefined;
  processor.on('stats', (now) => (stats = now));
  await eventually('stats came', () => stats !== undefined);
  if (!stats) throw new Error('no stats');
  return stats;
}

/** Has the worker that is asked run another script. To be called in a browser that is made up. */
function askedBy(script: string): Worker[] {
  const asked: Worker[] = [];
  globalThis.Worker = class extends globalThis.Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      const isAsked = options?.name === 'cyclorama-probe';
      super(isAsked ? script : url, options);
      if (isAsked) asked.push(this);
    }

    override terminate(): void {
      super.terminate();
      asked.splice(0, asked.length, ...asked.filter((worker) => worker !== this));
    }
  };
  return asked;
}

const SILENT = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));

describe('the path of a browser whose workers alone have track processors', () => {
  it('is found by asking a worker', async () => {
    inBrowserWith();
    await expect(probeSupport()).resolves.toEqual({
      paths: ['worker-tracks', 'canvas'],
      reason: 'This browser moves tracks to workers and back.',
      missing: [],
    });
  });

  it('is left out when the canvas path is asked for', async () => {
    inBrowserWith();
    const { paths, reason } = await probeSupport('canvas');
    expect({ paths, reason }).toEqual({
      paths: ['canvas'],
      reason: 'The canvas path was asked for.',
    });
  });

  it('is not looked for where the page has track processors', async () => {
    const { paths } = await probeSupport();
    expect(paths).toEqual(['tracks', 'canvas']);
  });

  it.each([
    [{ processor: false }, /, and workers have no MediaStreamTrackProcessor\.$/],
    [{ generator: false }, /, and workers have no VideoTrackGenerator\.$/],
    [{ processor: false, generator: false }, /no MediaStreamTrackProcessor and no VideoTrackGen/],
    [{ transferable: false }, /, and cannot move tracks to workers\.$/],
    [{ immovable: 'generated' }, /no VideoTrackGenerator whose track can be moved\.$/],
  ] as const)('gives way to the canvas, and tells why, with %o', async (lacks, reason) => {
    const { moved } = inBrowserWith(lacks);
    const run = await started();
    const { path, pathReason } = await statsOf(run);
    expect(path).toBe('canvas');
    expect(pathReason).toMatch(reason);
    expect(moved).toEqual([]);
    expect(run.roomSeen()).toBe(0);
  });

  it('gives way to the canvas where the worker that is asked cannot be started', async () => {
    inBrowserWith();
    askedBy('/no-such-script.js');
    const { paths, reason } = await probeSupport();
    expect(paths).toEqual(['canvas']);
    expect(reason).toMatch(/a worker that was asked for them gave no answer\.$/);
  });

  it('gives way to the canvas where the worker that is asked says nothing', async () => {
    inBrowserWith();
    const asked = askedBy(SILENT);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const probing = probeSupport();
    await vi.advanceTimersByTimeAsync(9900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await expect(probing).resolves.toMatchObject({ paths: ['canvas'] });
    expect(asked).toEqual([]);
  });

  it('is asked for no longer once the processor is closed', async () => {
    inBrowserWith();
    const asked = askedBy(SILENT);
    const feed = new FrameFeed(SMALL);
    const processor = new BackgroundProcessor();
    const starting = processor.start(feed.track);
    starting.catch(() => undefined);
    await eventually('it is asked for', () => asked.length > 0);
    processor.close();
    expect(asked).toHaveLength(1);
    // Left alone, it would be waited for much longer.
    const first = await Promise.race([starting.catch((thrown: unknown) => thrown), sleep(8000)]);
    expect(first).toBeInstanceOf(StateError);
    expect(asked).toEqual([]);
    feed.unplug();
  });

  it('is asked for once', async () => {
    inBrowserWith();
    let asked = 0;
    globalThis.Worker = class extends globalThis.Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        asked++;
      }
    };
    const first = await probeSupport();
    expect(await probeSupport()).toEqual(first);
    expect(asked).toBe(1);
  });
});

describe('a source that moves to a worker', () => {
  it('is a clone: the track stays with its owner', async () => {
    const { moved } = inBrowserWith();
    const run = await started();
    expect(moved).toHaveLength(1);
    expect((await statsOf(run)).path).toBe('worker-tracks');
    run.processor.close();
    await eventually('the clone is stopped', () => moved[0]?.stoppedThere === true);
    await eventually('the output ended', () => run.output.readyState === 'ended');
    expect(run.feed.track.readyState).toBe('live');
    expect(run.roomSeen()).toBe(0);
    expect(run.errors).toEqual([]);
  });

  it('is stopped when another takes its place', async () => {
    const { moved } = inBrowserWith();
    const run = await started();
    const other = new FrameFeed({ width: 640, height: 360, paint: paintRoom });
    await run.processor.restart(other.track);
    await eventually('the other is seen', () => run.recorder.sightings.at(-1)?.width === 640);
    expect(moved.map(({ stoppedThere }) => stoppedThere)).toEqual([true, false]);
    expect([run.feed, other].map(({ track }) => track.readyState)).toEqual(['live', 'live']);
    expect(run.roomSeen()).toBe(0);
    other.unplug();
    await eventually('the output ended', () => run.output.readyState === 'ended');
  });

  it('is stopped soon after its owner stops the track, long before the output ends', async () => {
    const { moved } = inBrowserWith();
    const run = await started();
    run.feed.stop();
    let hadEnded: boolean | undefined;
    await eventually('the clone is stopped', () => {
      hadEnded ??= moved[0]?.stoppedThere ? run.output.readyState === 'ended' : undefined;
      return hadEnded !== undefined;
    });
    expect(hadEnded).toBe(false);
    const other = new FrameFeed(SMALL);
    await run.processor.restart(other.track);
    await run.running();
    expect(run.roomSeen()).toBe(0);
    other.unplug();
  });

  it('is neither read nor kept while the track is disabled, and the sink holds', async () => {
    const { moved } = inBrowserWith();
    const run = await started({ background: { type: 'none' } });
    run.feed.track.enabled = false;
    await eventually('the clone is stopped', () => moved[0]?.stoppedThere === true);
    const stoppedAt = await run.passed();
    await run.frames(8);
    expect(run.roomSeen(stoppedAt)).toBe(0);
    run.feed.track.enabled = true;
    await eventually('the room is back', () => (run.recorder.sightings.at(-1)?.roomShare ?? 0) > 0);
    expect(moved).toHaveLength(2);
  });

  it('is held while it is muted, in its first moment too', async () => {
    inBrowserWith();
    const feed = new FrameFeed(SMALL);
    feed.setMuted(true);
    const processor = new BackgroundProcessor({ background: BLUE });
    await processor.start(feed.track);
    expect(processor.state).toBe('paused');
    feed.setMuted(false);
    await eventually('it runs', () => processor.state === 'running');
    processor.close();
    feed.unplug();
  });

  it('is stopped in a worker that broke and still hears', async () => {
    const { moved } = inBrowserWith();
    const workers: Worker[] = [];
    globalThis.Worker = class extends globalThis.Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'cyclorama-compute') workers.push(this);
      }
    };
    const run = await started();
    workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'boom' }));
    await eventually('the clone is stopped', () => moved[0]?.stoppedThere === true);
    await run.running();
    expect(moved.map(({ stoppedThere }) => stoppedThere)).toEqual([true, false]);
    expect(run.errors.map(({ message }) => message)).toEqual(['The computing worker broke: boom.']);
    expect(run.roomSeen()).toBe(0);
  });

  it('fails, tells what to do and leaves no clone where the track cannot move', async () => {
    inBrowserWith({ immovable: 'sources' });
    const unheard: PromiseRejectionEvent[] = [];
    const hear = (event: PromiseRejectionEvent): number => unheard.push(event);
    addEventListener('unhandledrejection', hear);
    const clone = vi.spyOn(MediaStreamTrack.prototype, 'clone');
    const run = (rig = await Rig.start({ background: BLUE }));
    await eventually('it failed', () => run.processor.state === 'failed');
    await run.frames(5);
    const clones = clone.mock.results.map(({ value }) => value as MediaStreamTrack);
    clone.mockRestore();
    removeEventListener('unhandledrejection', hear);
    expect(run.errors[0]).toBeInstanceOf(UnsupportedError);
    expect(run.errors[0]?.message).toMatch(/cannot move to a worker.*DataCloneError.*'canvas'/);
    expect(clones.map(({ readyState }) => readyState)).toContain('ended');
    expect(clones.map(({ readyState }) => readyState)).not.toContain('live');
    expect(run.showsBlue()).toBe(true);
    expect(unheard).toEqual([]);
  });

  it('moves again to the worker that follows one that was lost', async () => {
    const { moved } = inBrowserWith();
    const { victims, restore } = hurtableWorkers();
    const run = await started();
    restore();
    victims.findLast(({ name }) => name === 'cyclorama-compute')?.kill();
    await eventually('the loss was told', () => run.errors.length > 0);
    await run.running();
    await run.frames(15);
    expect(run.errors[0]).toBeInstanceOf(WorkerLostError);
    expect(moved).toHaveLength(2);
    expect(moved[1]?.track.readyState).toBe('live');
    expect(run.feed.track.readyState).toBe('live');
    expect(run.roomSeen()).toBe(0);
  });
});
