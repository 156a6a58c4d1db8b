import { eventually, FrameFeed, paintRoom, sleep } from '@cyclorama/testing/browser';
import { BackgroundProcessor, ModelLoadError, StateError } from 'cyclorama';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceRig } from '../testing/device-rig';
import { chimeVideoInput, type ChimeVideoInput } from '.';

const BLUE = { background: { type: 'color', color: '#0000ff' } } as const;
const RED = { background: { type: 'color', color: '#ff0000' } } as const;
const [BLUE_RGB, RED_RGB] = [[0, 0, 255] as const, [255, 0, 0] as const];
const SMALL = { width: 320, height: 180, paint: paintRoom } as const;

let rig: DeviceRig;
beforeEach(() => void (rig = new DeviceRig()));
afterEach(async () => {
  expect(rig.roomSeen).toBe(0);
  await rig.close();
  vi.unstubAllGlobals();
});

function redBitmap(): Promise<ImageBitmap> {
  const red = new OffscreenCanvas(32, 18);
  const context = red.getContext('2d');
  if (context) context.fillStyle = '#ff0000';
  context?.fillRect(0, 0, 32, 18);
  return createImageBitmap(red);
}

const runs = (device: ChimeVideoInput): Promise<void> =>
  eventually('it runs', () => device.state === 'running');

describe('a video input of a camera', () => {
  it('gives the SDK the camera’s settings, and the same output again where it is chosen twice', async () => {
    const device = chimeVideoInput('front', BLUE);
    const track = await rig.start(device);
    expect(track.getSettings()).toMatchObject({
      deviceId: 'front',
      facingMode: 'user',
      width: 320,
    });
    expect(await rig.controller.startVideoInput(device)).toBe(device.outputMediaStream);
    expect(await rig.controller.acquireVideoInputStream()).toBe(device.outputMediaStream);
    const preview = document.createElement('video');
    rig.controller.startVideoPreviewForVideoInput(preview);
    expect(preview.style.transform).toBe('rotateY(180deg)');
  });

  it('goes on with the same processor and output on another camera', async () => {
    const device = chimeVideoInput('front', BLUE);
    const track = await rig.start(device);
    await runs(device);
    const states: string[] = [];
    device.on('state', (state) => states.push(state));
    const next = device.chooseNewInnerDevice({ deviceId: { exact: 'back' } });
    expect(await rig.start(next)).toBe(track);
    await runs(next);
    await device.stop(); // As apps clear up: it must not end what went over to the other.
    await sleep(200);
    expect([track.readyState, rig.cameras.on, next.state]).toEqual(['live', ['back'], 'running']);
    expect(states).not.toContain('closed');
    expect(track.getSettings().width).toBe(240);
  });

  it('keeps what was changed meanwhile, and its listeners, for the next start', async () => {
    const device = chimeVideoInput('front', BLUE);
    const states: string[] = [];
    const off = device.on('state', (state) => states.push(state));
    await rig.start(device);
    await rig.shows(BLUE_RGB);
    await rig.controller.stopVideoInput();
    await eventually('its processor has ended', () => device.state === 'closed');
    const image = await redBitmap();
    await device.update({ background: { type: 'image', image } });
    image.close(); // As the app may, once update() was called.
    states.length = 0;
    await rig.start(device);
    await rig.shows(RED_RGB);
    expect(rig.recorders.at(-1)?.sightings.some(({ corner }) => corner[2] > 200)).toBe(false);
    await runs(device);
    expect(states).toEqual(['starting', 'running']);
    off();
    await device.stop();
    expect(states).toEqual(['starting', 'running']);
  });

  it('gives way to another device of the same camera, which the SDK does not open anew', async () => {
    const [first, second] = [chimeVideoInput('front', BLUE), chimeVideoInput('front', RED)];
    const former = await rig.start(first);
    await rig.start(second);
    await first.stop();
    await rig.shows(RED_RGB);
    expect(rig.cameras.opened).toHaveLength(1);
    expect([rig.cameras.on, rig.ended, first.state]).toEqual([['front'], [], 'closed']);
    await eventually('the first output ended', () => former.readyState === 'ended');
  });

  it('gives way to the plain camera', async () => {
    const device = chimeVideoInput('front', BLUE);
    await rig.start(device);
    const inner = await device.intrinsicDevice();
    await device.stop();
    await rig.controller.startVideoInput(inner);
    expect([inner, rig.cameras.on, rig.ended]).toEqual(['front', ['front'], []]);
  });

  it('tells the SDK when its processor ends, so that the camera does not stay on', async () => {
    const device = chimeVideoInput('front', BLUE);
    const track = await rig.start(device);
    track.stop(); // Nobody takes the output any more.
    rig.recorders.forEach((recorder) => recorder.close());
    await rig.knowsOfEnds(1);
    expect([rig.cameras.on, rig.ended]).toEqual([[], ['front']]);
    await rig.start(device);
    await rig.shows(BLUE_RGB);
  });

  it('rejects a start that fails, leaves no camera on, and can be tried again', async () => {
    vi.stubGlobal('Worker', function refuse() {
      throw new DOMException('not today', 'SecurityError');
    });
    const device = chimeVideoInput('front', BLUE);
    await expect(rig.start(device)).rejects.toBeInstanceOf(ModelLoadError);
    expect(rig.cameras.on).toEqual([]);
    expect(device.outputMediaStream.getTracks()).toEqual([]);
    vi.unstubAllGlobals();
    await rig.start(device);
    await rig.shows(BLUE_RGB);
    expect(rig.ended).toEqual(['front']);
  });

  it('passes on the SDK’s own error where the camera cannot be had', async () => {
    const starting = rig.start(chimeVideoInput('side', BLUE));
    await expect(starting).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('rejects each start without video until stopVideoInput(), and can be tried again then', async () => {
    const device = chimeVideoInput('front', BLUE);
    rig.cameras.areAllowed = false;
    await expect(rig.start(device)).rejects.toMatchObject({ name: 'PermissionDeniedError' });
    rig.cameras.areAllowed = true;
    // The SDK opens nothing here.
    await expect(rig.start(device)).rejects.toThrow(/stopVideoInput\(\): call that first/);
    await rig.controller.stopVideoInput();
    await rig.start(device);
    await rig.shows(BLUE_RGB);
  });

  it('rejects a switch to a camera that cannot be had, and can be switched then', async () => {
    const device = chimeVideoInput('front', BLUE);
    await rig.start(device);
    rig.cameras.areAllowed = false;
    const next = device.chooseNewInnerDevice('back');
    await expect(rig.start(next)).rejects.toMatchObject({ name: 'PermissionDeniedError' });
    rig.cameras.areAllowed = true;
    await expect(rig.start(next)).rejects.toBeInstanceOf(StateError);
    await rig.start(device);
    await rig.shows(BLUE_RGB);
    await rig.start(next);
    await rig.shows(BLUE_RGB);
    expect(rig.cameras.on).toEqual(['back']);
  });

  it.each([
    ['while the camera opens', 0],
    ['while it starts', 1],
  ])('is stopped %s, and tells the next start so', async (_, opened) => {
    const device = chimeVideoInput('front', BLUE);
    const starting = expect(rig.start(device)).rejects.toBeInstanceOf(StateError);
    await eventually('it is on its way', () => rig.cameras.opened.length >= opened);
    await device.stop();
    await starting;
    await expect(rig.start(device)).rejects.toThrow(/make another one/);
    expect(rig.cameras.on).toEqual([]);
  });

  it('cannot be started once it was stopped, and leaves no camera on then', async () => {
    const device = chimeVideoInput('front', BLUE);
    await device.stop();
    await device.stop();
    await expect(rig.start(device)).rejects.toBeInstanceOf(StateError);
    await expect(device.transformStream()).rejects.toThrow(/make another one/);
    expect(rig.cameras.on).toEqual([]);
  });
});

describe('a video input of a stream', () => {
  let feed: FrameFeed;
  let stream: MediaStream;
  beforeEach(() => {
    feed = new FrameFeed(SMALL);
    stream = new MediaStream([feed.track]);
  });
  afterEach(() => feed.stop());

  it('leaves the stream to the app, over stops and starts', async () => {
    const device = chimeVideoInput(stream, BLUE);
    for (let turn = 0; turn < 2; turn++) {
      const track = await rig.start(device);
      await runs(device);
      await rig.controller.stopVideoInput();
      await eventually('it rests', () => device.state === 'paused');
      expect([feed.track.readyState, track.readyState]).toEqual(['live', 'live']);
    }
    await device.stop();
    expect([feed.track.readyState, device.state, rig.ended]).toEqual(['live', 'closed', []]);
  });

  it('holds while the app has disabled the stream, and tells the SDK when it has stopped it', async () => {
    const device = chimeVideoInput(stream, BLUE);
    const track = await rig.start(device);
    await runs(device);
    feed.track.enabled = false;
    await eventually('it holds', () => device.state === 'paused');
    feed.track.enabled = true;
    await runs(device);
    feed.stop();
    await rig.knowsOfEnds(1);
    await eventually('the output ended', () => track.readyState === 'ended');
    await expect(rig.start(device)).rejects.toThrow(/track that has ended/);
  });

  it('tells the SDK when it is gone, and goes on with a camera in its place', async () => {
    const device = chimeVideoInput(stream, BLUE);
    await rig.start(device);
    feed.unplug();
    await rig.knowsOfEnds(1);
    await rig.start(device.chooseNewInnerDevice('back'));
    await rig.shows(BLUE_RGB);
    expect(rig.cameras.on).toEqual(['back']);
  });
});

describe('a video input of a processor that runs', () => {
  let feed: FrameFeed;
  let processor: BackgroundProcessor;
  beforeEach(async () => {
    feed = new FrameFeed(SMALL);
    processor = new BackgroundProcessor(BLUE);
    await processor.start(feed.track);
  });
  afterEach(() => {
    processor.close();
    feed.stop();
  });

  it('publishes a clone, and never closes what is the app’s', async () => {
    const device = chimeVideoInput(processor);
    const errors: unknown[] = [];
    device.on('error', (error) => errors.push(error));
    for (let turn = 0; turn < 2; turn++) {
      const track = await rig.start(device);
      await rig.shows(BLUE_RGB);
      expect(track).not.toBe(processor.track);
      await rig.controller.stopVideoInput();
      expect(track.readyState).toBe('ended');
    }
    await device.update(RED);
    await rig.start(device);
    await rig.shows(RED_RGB);
    await device.stop();
    await sleep(200);
    expect([processor.state, processor.track?.readyState]).toEqual(['running', 'live']);
    expect([feed.track.readyState, rig.ended, errors]).toEqual(['live', [], []]);
  });

  it('tells the SDK when the app closes it, and cannot be started after that', async () => {
    const device = chimeVideoInput(processor);
    await rig.start(device);
    processor.close();
    await rig.knowsOfEnds(1);
    await expect(rig.start(device)).rejects.toThrow(/processor has ended.*leave processor.track/s);
  });

  it('goes on with another camera by a processor of its own, with the same options', async () => {
    await processor.update(RED);
    const device = chimeVideoInput(processor);
    await rig.start(device);
    await rig.start(device.chooseNewInnerDevice('back'));
    await rig.shows(RED_RGB);
    expect([processor.state, rig.cameras.on]).toEqual(['running', ['back']]);
  });
});
