import {
  eventually,
  FrameFeed,
  hurtableWorkers,
  sleep,
  type Paint,
} from '@cyclorama/testing/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { BackgroundError, StateError } from './errors';
import { BackgroundProcessor } from './processor';
import type { ProcessorStats } from './stats';
import { onPath, PATHS } from './testing/on-path';
import { paintedFrame } from './testing/painted-frame';
import { paintRoom, Rig, type RigOptions } from './testing/rig';

const BLUE = { type: 'color', color: '#0000ff' } as const;

let rig: Rig | undefined;
afterEach(() => {
  rig?.close();
  rig = undefined;
});

async function started(options: RigOptions = {}): Promise<Rig> {
  rig = await Rig.start({ background: BLUE, ...options });
  await rig.running();
  return rig;
}

/** Runs and waits until frames of a size come out. */
async function seesSize(of: Rig, width: number, height: number): Promise<void> {
  await eventually(`${width}×${height} came out`, () => {
    const last = of.recorder.sightings.at(-1);
    return last?.width === width && last.height === height;
  });
}

describe.each(PATHS)('BackgroundProcessor on path %s', (way) => {
  const path = onPath(way);

  it.each([
    [640, 480],
    [480, 640],
    [641, 361],
    [1280, 720],
  ])('keeps the size of a source of %i×%i', async (width, height) => {
    const run = await started({ path, width, height });
    await seesSize(run, width, height);
    await run.frames(5);
    expect(run.roomSeen()).toBe(0);
    expect(run.errors).toEqual([]);
  });

  it('follows a source that changes its size', async () => {
    const run = await started({ path, width: 640, height: 480 });
    for (const [width, height] of [
      [1280, 720],
      [720, 1280],
      [321, 181],
    ] as const) {
      run.feed.resize(width, height);
      await seesSize(run, width, height);
    }
    expect(run.roomSeen()).toBe(0);
    expect(run.errors).toEqual([]);
  });

  it("tells the source's settings, on clones too", async () => {
    const run = await started({ path });
    const wanted = { width: 320, height: 180, frameRate: 30, facingMode: 'user' };
    expect(run.output.getSettings()).toMatchObject(wanted);
    const clone = run.output.clone();
    expect(clone.getSettings()).toMatchObject(wanted);
    clone.stop();
  });

  it('tells the size that its consumer has it scaled to', async () => {
    const run = await started({ path });
    await run.output.applyConstraints({ width: { max: 160 }, height: { max: 90 } });
    await seesSize(run, 160, 90);
    const { width, height, facingMode } = run.output.getSettings();
    expect([width, height, facingMode]).toEqual([160, 90, 'user']);
  });

  it('goes on with another source on the same track', async () => {
    const run = await started({ path });
    const other = new FrameFeed({ width: 640, height: 360, paint: paintRoom });
    await run.processor.restart(other.track);
    await seesSize(run, 640, 360);
    expect(run.output.getSettings().width).toBe(640);
    run.feed.unplug();
    await run.frames(5);
    expect(run.output.readyState).toBe('live');
    other.unplug();
    await eventually('the output ended', () => run.output.readyState === 'ended');
  });

  it('leaves the source running when it is closed', async () => {
    const run = await started({ path });
    run.processor.close();
    run.processor.close();
    await eventually('the output ended', () => run.output.readyState === 'ended');
    expect(run.feed.track.readyState).toBe('live');
  });

  it('tells how it is doing', async () => {
    const run = await started({ path });
    let stats: ProcessorStats | undefined;
    run.processor.on('stats', (now) => (stats = now));
    await eventually('two seconds of stats', () => (stats?.framesOut ?? 0) > 40);
    expect(stats).toMatchObject({ width: 320, height: 180, maskShare: 1, model: 'landscape' });
    expect(stats?.path).toBe(way);
    expect(stats?.fps).toBeGreaterThan(0);
    expect(stats?.latencyMs.median).toBeGreaterThan(0);
    expect(Object.values(stats?.stagesMs ?? {}).every(({ median }) => median >= 0)).toBe(true);
  });

  it('can be closed while starting', async () => {
    const feed = new FrameFeed({ width: 320, height: 180, paint: paintRoom });
    for (const delayMs of [0, 5, 30, 100]) {
      const processor = new BackgroundProcessor({ path });
      const start = processor.start(feed.track);
      await sleep(delayMs);
      processor.close();
      const output = await start.catch((thrown: unknown) => thrown);
      if (output instanceof MediaStreamTrack)
        await eventually('ended', () => output.readyState === 'ended');
      else expect(output).toBeInstanceOf(StateError);
    }
    feed.unplug();
  });

  it('leaves no frame open over a restart, switches and hundreds of frames', async () => {
    const { victims, restore } = hurtableWorkers();
    const run = await started({ path });
    restore();
    const other = new FrameFeed({ width: 640, height: 360, paint: paintRoom });
    await run.processor.restart(other.track);
    for (const background of [{ type: 'blur' }, { type: 'none' }, BLUE] as const) {
      await run.processor.update({ background });
      await run.frames(60);
    }
    const open = await Promise.all(victims.map((victim) => victim.openFrames()));
    other.unplug();
    // In hand: one in the pipeline and one waiting; the last composite and the holding frame.
    open.forEach((count) => expect(count).toBeLessThanOrEqual(4));
  });
});

describe('BackgroundProcessor', () => {
  it('lets a flat colour through none as it is', async () => {
    const paint: Paint = (context) => {
      context.fillStyle = 'rgb(180, 90, 40)';
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    };
    const run = await started({ background: { type: 'none' }, paint });
    await run.frames(10);
    const [red = 0, green = 0, blue = 0] = run.recorder.sightings.at(-1)?.center ?? [];
    expect(Math.max(Math.abs(red - 180), Math.abs(green - 90), Math.abs(blue - 40))).toBeLessThan(
      3,
    );
  });

  it('shows the matte and then the composite, and the room in neither', async () => {
    const run = await started({ view: 'matte' });
    const isBlack = (): boolean =>
      (run.recorder.sightings.at(-1)?.corner ?? [255]).every((value) => value < 4);
    await eventually('the matte is shown', isBlack);
    await run.processor.update({ view: 'composite' });
    await eventually('the composite is shown', () => run.showsBlue());
    await run.processor.update({ view: 'matte' });
    await eventually('the matte is shown again', isBlack);
    expect(run.roomSeen()).toBe(0);
  });

  it('refuses what is no live video track', async () => {
    const feed = new FrameFeed({ width: 16, height: 16, paint: paintRoom });
    feed.unplug();
    const start = (input: unknown): Promise<unknown> =>
      new BackgroundProcessor().start(input as MediaStreamTrack);
    await expect(start(feed.track)).rejects.toThrow(/has ended/);
    await expect(start(new MediaStream())).rejects.toThrow(TypeError);
    await expect(start(undefined)).rejects.toThrow(/live video MediaStreamTrack.*undefined/);
  });

  it('refuses a second start and any use after close', async () => {
    const run = await started();
    await expect(run.processor.start(run.feed.track)).rejects.toThrow(/restart\(\)/);
    run.processor.close();
    await expect(run.processor.start(run.feed.track)).rejects.toBeInstanceOf(StateError);
    await expect(run.processor.update({ background: BLUE })).rejects.toBeInstanceOf(StateError);
    await expect(run.processor.restart(run.feed.track)).rejects.toBeInstanceOf(StateError);
  });

  it('takes an update before it is started', async () => {
    const feed = new FrameFeed({ width: 320, height: 180, paint: paintRoom });
    const processor = new BackgroundProcessor();
    await processor.update({ background: BLUE });
    expect(processor.state).toBe('idle');
    await processor.start(new MediaStream([feed.track]));
    await eventually('running', () => processor.state === 'running');
    processor.close();
    feed.unplug();
  });

  it('tells the options that it goes by, of which another one can be made', async () => {
    const processor = new BackgroundProcessor({ path: 'canvas', background: BLUE });
    const fixed = { path: 'canvas', segmenter: 'selfie', holdingColor: '#22262b' } as const;
    const made = { ...fixed, background: BLUE, view: 'composite', model: 'auto' };
    expect(processor.options).toEqual(made);
    await processor.update({ background: { type: 'blur' }, view: 'matte', model: 'general' });
    await expect(processor.update({ view: 'room' as 'matte' })).rejects.toThrow(TypeError);
    processor.close();
    const updated = { ...fixed, background: { type: 'blur' }, view: 'matte', model: 'general' };
    expect(new BackgroundProcessor(processor.options).options).toEqual(updated);
  });

  it('goes by what was asked last and was not refused', async () => {
    const { processor } = await started();
    const image = new Blob(['no picture']);
    const broken = { background: { type: 'image', image } } as const;
    const [red, blur] = [{ type: 'color', color: '#ff0000' } as const, { type: 'blur' } as const];
    await processor.update({ background: red });
    const overtaken = processor.update({ background: blur });
    await expect(processor.update(broken)).rejects.toThrow(BackgroundError);
    await overtaken;
    expect(processor.options.background).toEqual(red);
    const refused = processor.update(broken);
    await processor.update({ background: blur });
    await refused;
    expect(processor.options.background).toEqual(blur);
  });

  it('ends and frees itself when its consumer stops the output', async () => {
    const run = await started();
    run.recorder.close();
    run.output.stop();
    await eventually('closed', () => run.processor.state === 'closed');
  });

  it('lets the last of several updates win', async () => {
    const run = await started();
    const slow = new OffscreenCanvas(4000, 3000);
    slow.getContext('2d')?.fillRect(0, 0, 4000, 3000);
    const image = await slow.convertToBlob();
    const first = run.processor.update({ background: { type: 'image', image } });
    await run.processor.update({ background: { type: 'color', color: '#ff0000' } });
    await first;
    await run.frames(10);
    expect(run.recorder.sightings.at(-1)?.corner[0]).toBeGreaterThan(200);
  });
});

describe('processFrame', () => {
  const frameOf = (timestamp: number): VideoFrame => paintedFrame(paintRoom, timestamp);

  it('gives a composite for each frame, with its timestamp', async () => {
    const processor = new BackgroundProcessor({ background: BLUE });
    for (const timestamp of [0, 33_333, 66_667]) {
      const frame = frameOf(timestamp);
      const composite = await processor.processFrame(frame);
      expect(composite.timestamp).toBe(timestamp);
      expect([composite.displayWidth, composite.displayHeight]).toEqual([320, 180]);
      expect(frame.format).toBeNull();
      composite.close();
    }
    processor.close();
  });

  it('gives the holding frame, and tells why, when the model cannot be loaded', async () => {
    const processor = new BackgroundProcessor({ background: BLUE, assetsUrl: '/nowhere/' });
    const errors: string[] = [];
    processor.on('error', (error) => errors.push(error.code));
    const composite = await processor.processFrame(frameOf(7));
    expect(composite.timestamp).toBe(7);
    expect(errors).toEqual(['model-load']);
    composite.close();
    processor.close();
  });

  it('refuses what is no open frame, and use beside start', async () => {
    const closed = frameOf(0);
    closed.close();
    const processor = new BackgroundProcessor();
    await expect(processor.processFrame(closed)).rejects.toThrow(TypeError);
    processor.close();
    await expect(processor.processFrame(frameOf(0))).rejects.toBeInstanceOf(StateError);
    const run = await started();
    await expect(run.processor.processFrame(frameOf(0))).rejects.toThrow(/beside start/);
  });
});
