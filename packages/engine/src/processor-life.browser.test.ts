import {
  eventually,
  FrameFeed,
  hurtableWorkers,
  Recorder,
  sleep,
  slowWorkers,
  type Victim,
} from '@cyclorama/testing/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelLoadError, StateError, WorkerLostError } from './errors';
import { BackgroundProcessor } from './processor';
import { onPath, PATHS } from './testing/on-path';
import { paintedFrame } from './testing/painted-frame';
import { paintRoom, Rig, ROOM, type RigOptions } from './testing/rig';

const BLUE = { type: 'color', color: '#0000ff' } as const;
const SMALL = { width: 320, height: 180, paint: paintRoom } as const;

let rig: Rig | undefined;
let victims: Victim[];
let restore: () => void;

beforeEach(() => ({ victims, restore } = hurtableWorkers()));
afterEach(() => {
  rig?.close();
  rig = undefined;
  restore();
});

async function started(options: RigOptions = {}): Promise<Rig> {
  rig = await Rig.start({ background: BLUE, ...options });
  await rig.running();
  return rig;
}

const closed = (run: Rig): Promise<void> =>
  eventually('the processor is closed', () => run.processor.state === 'closed');

describe.each(PATHS)('the life of a processor on path %s', (way) => {
  const path = onPath(way);

  it('holds when its owner stops the source, and ends when no other comes', async () => {
    const run = await started({ path });
    run.feed.stop();
    await eventually('it is held', () => run.processor.state === 'paused');
    await closed(run);
    await eventually('the output ended', () => run.output.readyState === 'ended');
    expect(run.roomSeen()).toBe(0);
  });

  it('lets an update of the view be, where it is closed before the sink has answered', async () => {
    const slow = slowWorkers('cyclorama-sink', 700);
    const run = await started({ path, background: { type: 'none' } });
    slow.begin();
    const updated = run.processor.update({ view: 'matte' });
    run.processor.close();
    await expect(updated).resolves.toBeUndefined();
    slow.restore();
  });

  it('goes on when another source follows the one that was stopped', async () => {
    const run = await started({ path });
    run.feed.stop();
    await eventually('it is held', () => run.processor.state === 'paused');
    const other = new FrameFeed(SMALL);
    await run.processor.restart(other.track);
    await run.running();
    await sleep(2500);
    expect(run.output.readyState).toBe('live');
    other.unplug();
  });

  it('ends when the source ends while it starts', async () => {
    const feed = new FrameFeed(SMALL);
    const processor = new BackgroundProcessor({ path });
    const starting = processor.start(feed.track);
    feed.unplug();
    await expect(starting).rejects.toBeInstanceOf(StateError);
    await expect(starting).rejects.toThrow(/source ended before start\(\).*live track/);
    expect(processor.state).toBe('closed');
  });

  it('tells whether the source was stopped or the processor closed while it started', async () => {
    const feed = new FrameFeed(SMALL);
    const processor = new BackgroundProcessor({ path });
    const starting = processor.start(feed.track);
    processor.close();
    await expect(starting).rejects.toThrow(/processor was closed before start\(\)/);
    const other = new BackgroundProcessor({ path }).start(feed.track);
    feed.stop();
    await expect(other).rejects.toThrow(/source ended before start\(\).*live track/);
  });

  it('takes a muted source in place of the first while it starts', async () => {
    const [first, second] = [new FrameFeed(SMALL), new FrameFeed(SMALL)];
    second.setMuted(true);
    const processor = new BackgroundProcessor({ path });
    const starting = processor.start(first.track);
    await processor.restart(second.track);
    await starting;
    expect(processor.state).toBe('paused');
    second.setMuted(false);
    await eventually('it runs', () => processor.state === 'running');
    processor.close();
    [first, second].forEach((feed) => feed.unplug());
  });

  it('takes updates at any moment of its start', async () => {
    const feed = new FrameFeed(SMALL);
    const processor = new BackgroundProcessor({ path, background: { type: 'none' } });
    const output = await processor.start(feed.track);
    const recorder = new Recorder(output, ROOM);
    for (let turn = 0; turn < 60; turn++) {
      const color = turn % 2 ? '#0000ff' : '#ff0000';
      void processor.update({ background: { type: 'color', color } });
      await sleep(4);
    }
    await eventually('it runs', () => processor.state === 'running');
    const isBlue = (): boolean => (recorder.sightings.at(-1)?.corner[2] ?? 0) > 250;
    await eventually('the last background is in force', isBlue);
    processor.close();
    recorder.close();
    feed.unplug();
  });

  it('holds when its source is stopped while it starts', async () => {
    rig = await Rig.start({ path, background: BLUE });
    const { feed, states, errors } = rig;
    feed.stop();
    await closed(rig);
    expect(states).not.toContain('failed');
    expect(errors).toEqual([]);
  });

  it('goes on with the source that a listener brings when the first is muted', async () => {
    const [first, second] = [new FrameFeed(SMALL), new FrameFeed(SMALL)];
    first.setMuted(true);
    const processor = new BackgroundProcessor({ path });
    processor.on('state', (state) => {
      if (state === 'paused') void processor.restart(second.track);
    });
    await processor.start(first.track);
    await eventually('it runs', () => processor.state === 'running');
    first.unplug();
    await sleep(300);
    expect(processor.state).toBe('running');
    processor.close();
    second.unplug();
  });

  it('ends every clone of the output', async () => {
    const run = await started({ path });
    const clone = run.output.clone();
    run.processor.close();
    await eventually('the clone ended', () => clone.readyState === 'ended');
  });

  it('ends when its consumers have stopped the output and its clones', async () => {
    const run = await started({ path });
    const clone = run.output.clone();
    run.recorder.close();
    run.output.stop();
    await sleep(1200);
    expect(run.processor.state).toBe('running');
    clone.stop();
    await closed(run);
  });

  it('ends and tells why when the sink worker is lost', async () => {
    const run = await started({ path });
    victims.find((victim) => victim.name === 'cyclorama-sink')?.kill();
    await closed(run);
    expect(run.errors.at(-1)).toBeInstanceOf(WorkerLostError);
    await eventually('the output ended', () => run.output.readyState === 'ended');
  });

  it('sends timestamps that only rise, over a mute and a source that begins anew', async () => {
    const run = await started({ path });
    await run.frames(10);
    run.feed.setMuted(true);
    await run.frames(4);
    run.feed.setMuted(false);
    const other = new FrameFeed(SMALL);
    await run.processor.restart(other.track);
    await run.frames(15);
    const stamps = run.recorder.sightings.map((sighting) => sighting.timestampUs);
    expect(stamps.every((stamp, at) => at === 0 || stamp > (stamps[at - 1] ?? 0))).toBe(true);
    other.unplug();
  });

  it('starts nothing and tells nothing once closed', async () => {
    const run = await started({ path });
    run.processor.on('error', () => run.processor.close());
    victims.findLast((victim) => victim.name === 'cyclorama-compute')?.kill();
    await closed(run);
    const workers = victims.length;
    await sleep(1000);
    expect(victims.length).toBe(workers);
    expect(run.errors).toHaveLength(1);
  });

  it('resolves an update that is overtaken by close', async () => {
    for (const delayMs of [0, 1, 3, 10]) {
      const run = await started({ path });
      const image = await createImageBitmap(new ImageData(2000, 2000));
      const update = run.processor.update({ background: { type: 'image', image } });
      await sleep(delayMs);
      run.processor.close();
      await expect(update).resolves.toBeUndefined();
      run.close();
    }
  });

  it('takes a first picture that its owner closes right after the call of start', async () => {
    const feed = new FrameFeed(SMALL);
    const image = await createImageBitmap(new ImageData(20, 20));
    const processor = new BackgroundProcessor({ path, background: { type: 'image', image } });
    const errors: unknown[] = [];
    processor.on('error', (error) => errors.push(error));
    const starting = processor.start(feed.track);
    image.close();
    await starting;
    await eventually('it runs', () => processor.state === 'running');
    expect(errors).toEqual([]);
    processor.close();
    feed.unplug();
  });

  it('takes a bitmap that is closed after the call', async () => {
    const run = await started({ path, background: { type: 'none' } });
    const image = await createImageBitmap(new ImageData(20, 20));
    const update = run.processor.update({ background: { type: 'image', image } });
    image.close();
    await expect(update).resolves.toBeUndefined();
  });
});

describe('a start that fails in the way out', () => {
  it('leaves no worker', async () => {
    const feed = new FrameFeed(SMALL);
    const refuse = vi.fn(function refuse() {
      throw new TypeError('no generator today');
    });
    vi.stubGlobal('MediaStreamTrackGenerator', refuse);
    const starting = new BackgroundProcessor().start(feed.track);
    await expect(starting).rejects.toThrow('no generator today');
    vi.unstubAllGlobals();
    expect(victims).toEqual([]);
    feed.unplug();
  });
});

describe('a worker script that is not there', () => {
  /** What is told when the one worker of that name is made in another way. */
  async function firstError(
    name: string,
    scriptOf: (url: string | URL) => string | URL,
  ): Promise<unknown> {
    const Original = globalThis.Worker;
    globalThis.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(options?.name === name ? scriptOf(url) : url, options);
      }
    };
    const feed = new FrameFeed(SMALL);
    const processor = new BackgroundProcessor();
    const errors: unknown[] = [];
    processor.on('error', (error) => errors.push(error));
    await processor.start(feed.track).catch((thrown: unknown) => errors.push(thrown));
    await eventually('it is told', () => errors.length > 0);
    processor.close();
    feed.unplug();
    globalThis.Worker = Original;
    return errors[0];
  }

  it.each(['cyclorama-sink', 'cyclorama-compute'])('is told for %s when refused', async (name) => {
    const error = await firstError(name, () => {
      throw new DOMException('of another origin', 'SecurityError');
    });
    expect(error).toBeInstanceOf(ModelLoadError);
    expect(String(error)).toMatch(/worker is refused.*another origin/);
  });

  it.each(['cyclorama-sink', 'cyclorama-compute'])('is told for %s', async (name) => {
    const error = await firstError(name, () => '/no-such-script.js');
    expect(error).toBeInstanceOf(ModelLoadError);
    expect(String(error)).toMatch(/script of the (sink|computing) worker cannot be loaded/);
  });
});

describe('processFrame', () => {
  const frameOf = (timestamp: number): VideoFrame => paintedFrame(paintRoom, timestamp);
  const computing = (): Victim | undefined =>
    victims.findLast(({ name }) => name === 'cyclorama-compute');

  it('counts one loss however many frames wait, and goes on', async () => {
    const processor = new BackgroundProcessor({ background: BLUE });
    const errors: string[] = [];
    processor.on('error', (error) => errors.push(error.code));
    (await processor.processFrame(frameOf(0))).close();
    computing()?.kill();
    const frames = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => processor.processFrame(frameOf(n))),
    );
    expect(frames.map((frame) => frame.timestamp)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(errors).toEqual(['worker-lost']);
    expect(processor.state).toBe('running');
    frames.forEach((frame) => frame.close());
    processor.close();
  });

  it('does not take a long queue for a hung worker', async () => {
    const processor = new BackgroundProcessor({ background: BLUE });
    const errors: string[] = [];
    processor.on('error', (error) => errors.push(error.code));
    const pulls = Array.from({ length: 200 }, (_, n) => processor.processFrame(frameOf(n)));
    for (const pull of pulls) (await pull).close();
    expect(errors).toEqual([]);
    processor.close();
  });

  it('gives holding frames that keep their time in a track', async () => {
    const processor = new BackgroundProcessor({ background: BLUE, assetsUrl: '/nowhere/' });
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const [writer, track] = [generator.writable.getWriter(), generator as MediaStreamVideoTrack];
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    for (const timestamp of [1_000_000, 1_033_333]) {
      await writer.write(await processor.processFrame(frameOf(timestamp)));
      const { value } = await reader.read();
      expect(value?.timestamp).toBe(timestamp);
      value?.close();
    }
    processor.close();
    generator.stop();
  });

  it('closes the frame that it refuses', async () => {
    const processor = new BackgroundProcessor();
    processor.close();
    const frame = frameOf(0);
    await expect(processor.processFrame(frame)).rejects.toBeInstanceOf(StateError);
    expect(frame.codedWidth).toBe(0);
  });

  it('rejects what waits when it is closed, and starts no other worker', async () => {
    const processor = new BackgroundProcessor({ background: BLUE });
    (await processor.processFrame(frameOf(0))).close();
    const waiting = [1, 2, 3].map((n) => processor.processFrame(frameOf(n)));
    const workers = victims.length;
    processor.close();
    const results = await Promise.allSettled(waiting);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    await sleep(300);
    expect(victims.length).toBe(workers);
  });
});
