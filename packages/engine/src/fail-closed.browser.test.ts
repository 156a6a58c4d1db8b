import {
  eventually,
  hurtableWorkers,
  sleep,
  slowWorkers,
  type Victim,
} from '@cyclorama/testing/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackgroundError, ModelLoadError, WorkerLostError } from './errors';
import { onPath, PATHS } from './testing/on-path';
import { Rig, type RigOptions } from './testing/rig';

/** A loss takes the sink twenty-five beats, at each of which a frame goes out. */
const HELD_OVER_A_LOSS = 10;

const BLUE = { type: 'color', color: '#0000ff' } as const;

let rig: Rig;
let victims: Victim[];
let restore: () => void;

beforeEach(() => ({ victims, restore } = hurtableWorkers()));
afterEach(() => {
  rig.close();
  restore();
});

const computing = (): Victim | undefined =>
  victims.findLast((victim) => victim.name === 'cyclorama-compute');

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(320, 180);
  canvas.getContext('2d')?.fillRect(0, 0, 320, 180);
  return canvas.convertToBlob();
}

describe.each(PATHS)('the output on path %s', (way) => {
  const path = onPath(way);

  const start = async (options: RigOptions = {}): Promise<Rig> =>
    (rig = await Rig.start({ path, background: BLUE, ...options }));

  it('never shows the room, from the first frame on', async () => {
    await start();
    await rig.running();
    await rig.frames(30);
    expect(rig.roomSeen()).toBe(0);
    expect(rig.errors).toEqual([]);
  });

  it('never shows the room while backgrounds are switched', async () => {
    await start();
    await rig.running();
    const image = await picture();
    const backgrounds = [
      { type: 'image', image } as const,
      { type: 'blur', strength: 0 } as const,
      BLUE,
    ];
    for (const background of [...backgrounds, ...backgrounds]) {
      await rig.processor.update({ background });
      await rig.frames(8);
    }
    expect(rig.roomSeen()).toBe(0);
    expect(rig.errors).toEqual([]);
  });

  it('shows the room for none alone, and no more once another background is asked for', async () => {
    await start({ background: { type: 'none' } });
    await rig.running();
    await rig.frames(10);
    expect(rig.roomSeen()).toBeGreaterThan(0.3);
    await rig.processor.update({ background: BLUE });
    const switchedAt = await rig.passed();
    await rig.frames(20);
    expect(rig.roomSeen(switchedAt)).toBe(0);
  });

  it('hides the room when none was overtaken before it came in force', async () => {
    await start();
    await rig.running();
    const broken = { type: 'image', image: '/no-such-picture.jpg?' } as const;
    for (const pauseMs of [0, 0, 1, 5, 20]) {
      void rig.processor.update({ background: { type: 'blur' } });
      if (pauseMs > 0) await sleep(pauseMs);
      void rig.processor.update({ background: { type: 'none' } });
      if (pauseMs > 0) await sleep(pauseMs);
      await rig.processor.update({ background: broken }).catch(() => undefined);
      const switchedAt = await rig.passed();
      await rig.frames(10);
      expect(rig.roomSeen(switchedAt)).toBe(0);
    }
  });

  it('shows no room any more once the matte is asked for, even from a silent source', async () => {
    await start({ background: { type: 'none' } });
    await rig.running();
    await rig.frames(5);
    rig.feed.fallSilent();
    await rig.frames(3);
    await rig.processor.update({ view: 'matte' });
    const switchedAt = await rig.passed();
    await rig.frames(10);
    expect(rig.roomSeen(switchedAt)).toBe(0);
  });

  it('shows no room between the matte under none and the composite before a colour', async () => {
    const slow = slowWorkers('cyclorama-sink', 150);
    await start({ background: { type: 'none' }, view: 'matte' });
    await rig.running();
    await rig.frames(5);
    slow.begin();
    await rig.processor.update({ view: 'composite', background: BLUE });
    await eventually('the composite is shown', () => rig.showsBlue());
    await rig.processor.update({ view: 'matte', background: { type: 'none' } });
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
    slow.restore();
  });

  it('shows the room for the composite under none alone, and hides it in either way', async () => {
    await start({ background: { type: 'none' }, view: 'matte' });
    await rig.running();
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
    await rig.processor.update({ view: 'composite' });
    await eventually('the room is shown', () => rig.roomSeen() > 0.3);
    const image = new Blob(['no picture']);
    const broken = rig.processor.update({ view: 'matte', background: { type: 'image', image } });
    await expect(broken).rejects.toThrow(BackgroundError);
    const refusedAt = await rig.passed();
    await rig.processor.update({ view: 'composite' });
    await rig.frames(10);
    expect(rig.roomSeen(refusedAt)).toBe(0);
  });

  it('hides the room when a worker hangs while none comes and goes', async () => {
    await start();
    await rig.running();
    computing()?.hang();
    void rig.processor.update({ background: { type: 'blur' } });
    void rig.processor.update({ background: { type: 'none' } });
    await sleep(100);
    const broken = { type: 'image', image: '/no-such-picture.jpg?' } as const;
    await rig.processor.update({ background: broken }).catch(() => undefined);
    await rig.running();
    await rig.frames(20);
    expect(rig.roomSeen()).toBe(0);
  });

  it('holds while the source is muted, and goes on after', async () => {
    await start();
    await rig.running();
    rig.feed.setMuted(true);
    expect(rig.processor.state).toBe('paused');
    await rig.frames(10);
    rig.feed.setMuted(false);
    await rig.running();
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
  });

  it('holds while a source is disabled, though no frame says so, and goes on after', async () => {
    await start({ background: { type: 'none' } });
    await rig.running();
    await rig.frames(10);
    rig.feed.track.enabled = false;
    await eventually('it is held', () => rig.processor.state === 'paused');
    const heldAt = await rig.passed();
    await rig.frames(10);
    expect(rig.roomSeen(heldAt)).toBe(0);
    const { length: enabledAt } = rig.recorder.sightings;
    rig.feed.track.enabled = true;
    await rig.running();
    await eventually('the room is back', () => rig.roomSeen(enabledAt) > 0.3);
  });

  it('does not leave the last picture of a silent source standing once it is disabled', async () => {
    await start({ background: { type: 'none' } });
    await rig.running();
    rig.feed.fallSilent();
    const silentAt = await rig.passed();
    await rig.frames(5);
    expect(rig.roomSeen(silentAt)).toBeGreaterThan(0.3);
    rig.feed.track.enabled = false;
    await eventually('it is held', () => rig.processor.state === 'paused');
    const heldAt = await rig.passed();
    await rig.frames(8);
    expect(rig.roomSeen(heldAt)).toBe(0);
  });

  it('ends when the source is lost', async () => {
    await start();
    await rig.running();
    let ended = false;
    rig.output.addEventListener('ended', () => (ended = true));
    rig.feed.unplug();
    await eventually('the output ended', () => ended);
    expect(rig.output.readyState).toBe('ended');
    expect(rig.processor.state).toBe('closed');
    expect(rig.roomSeen()).toBe(0);
  });

  it('sends the holding frame when the model cannot be loaded, and tells why', async () => {
    await start({ assetsUrl: '/nowhere/' });
    await eventually('the error came', () => rig.errors.length > 0);
    await rig.frames(15);
    expect(rig.errors[0]).toBeInstanceOf(ModelLoadError);
    expect(rig.errors[0]?.message).toMatch(/nowhere.*assetsUrl/);
    expect(rig.processor.state).toBe('failed');
    expect(rig.showsBlue()).toBe(true);
    expect(rig.roomSeen()).toBe(0);
  });

  it.each(['kill', 'hang'] as const)('goes on after a %s of the computing worker', async (hurt) => {
    await start();
    await rig.running();
    const hurtAt = await rig.passed();
    computing()?.[hurt]();
    await eventually('the loss was told', () => rig.errors.length > 0);
    expect(rig.recorder.sightings.length - hurtAt).toBeGreaterThan(HELD_OVER_A_LOSS);
    await rig.running();
    await rig.frames(20);
    expect(rig.errors[0]).toBeInstanceOf(WorkerLostError);
    expect(rig.roomSeen()).toBe(0);
  });

  it('goes on when the computing worker is killed while it loads', async () => {
    await start();
    await computing()?.openFrames(); // Its script runs, and the model is still to come.
    const { length: killedAt } = rig.recorder.sightings;
    computing()?.kill();
    await rig.running();
    expect(rig.recorder.sightings.length - killedAt).toBeGreaterThan(HELD_OVER_A_LOSS);
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
  });

  it('shows the person before a flat colour while the first picture does not come', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = (...args) =>
      args[0] === '/hangs.jpg' ? new Promise(() => undefined) : fetch(...args);
    await start({ background: { type: 'image', image: '/hangs.jpg' } });
    globalThis.fetch = fetch;
    await rig.running();
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
    await rig.processor.update({ background: BLUE });
    await rig.frames(10);
    expect(rig.showsBlue()).toBe(true);
  });

  it('gives up after too many losses, with the room hidden', async () => {
    await start();
    for (let loss = 1; loss <= 4; loss++) {
      await rig.running();
      computing()?.kill();
      await eventually(`loss ${loss} was told`, () => rig.errors.length === loss);
    }
    expect(rig.processor.state).toBe('failed');
    await rig.frames(10);
    expect(rig.roomSeen()).toBe(0);
  }, 30_000);

  it('never shows the room while the page is blocked for two seconds', async () => {
    await start();
    await rig.running();
    const blockedAtMs = Date.now();
    while (Date.now() - blockedAtMs < 2000);
    const freeAtMs = Date.now();
    await rig.frames(10);
    const meanwhile = rig.recorder.sightings.filter(
      ({ atMs }) => atMs >= blockedAtMs && atMs < freeAtMs,
    );
    // Of more than twenty: what the track held would come if nothing did.
    if (way !== 'canvas') expect(meanwhile.length).toBeGreaterThan(6);
    expect(rig.roomSeen()).toBe(0);
  });

  it('keeps the old background when the new picture is broken', async () => {
    await start();
    await rig.running();
    const background = { type: 'image', image: new Blob(['no picture']) } as const;
    await expect(rig.processor.update({ background })).rejects.toBeInstanceOf(BackgroundError);
    await rig.frames(15);
    expect(rig.showsBlue()).toBe(true);
    expect(rig.roomSeen()).toBe(0);
    expect(rig.processor.options.background).toEqual(BLUE);
  });

  it('hides the room even when the picture that was to replace none is broken', async () => {
    await start({ background: { type: 'none' } });
    await rig.running();
    const background = { type: 'image', image: '/no-such-picture.jpg?' } as const;
    await expect(rig.processor.update({ background })).rejects.toBeInstanceOf(BackgroundError);
    const switchedAt = await rig.passed();
    await rig.frames(15);
    expect(rig.roomSeen(switchedAt)).toBe(0);
    const { options } = rig.processor;
    expect(options.background).toEqual({ type: 'color', color: options.holdingColor });
  });

  it('hides the room when the first picture is broken, and tells why', async () => {
    await start({ background: { type: 'image', image: new Blob(['no picture']) } });
    await rig.running();
    await rig.frames(15);
    expect(rig.errors[0]).toBeInstanceOf(BackgroundError);
    expect(rig.roomSeen()).toBe(0);
  });
});
