import { eventually, paintRoom, ROOM, sleep } from '@cyclorama/testing/browser';
import {
  CanvasVideoFrameBuffer,
  DefaultVideoTransformDevice,
  NoOpLogger,
} from 'amazon-chime-sdk-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceRig } from '../testing/device-rig';
import { chimeFrameProcessor, type ChimeFrameProcessor } from '.';

const BLUE = { background: { type: 'color', color: '#0000ff' } } as const;
const BLUR = { background: { type: 'blur' } } as const;
const NONE = { background: { type: 'none' } } as const;
const USED_AGAIN = /^state: .*make another one for the next device/;
const HOLDING = [0x22, 0x26, 0x2b];

let processor: ChimeFrameProcessor;
afterEach(() => processor.destroy());

/** What the SDK's loop gives: a canvas that shows the room. */
function bufferOf(width = 320, height = 180): CanvasVideoFrameBuffer {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  // Of an OffscreenCanvas, which is what the tests' cameras have.
  paintRoom(context as unknown as OffscreenCanvasRenderingContext2D, 0);
  return new CanvasVideoFrameBuffer(canvas);
}

/** What the loop would draw: its size and the colour in a corner, by which the room is told too. */
async function drawn(...buffers: CanvasVideoFrameBuffer[]) {
  const [output] = await processor.process(buffers);
  const picture = (await output?.asCanvasImageSource()) as HTMLCanvasElement;
  const { width, height } = picture;
  const pixel = width > 0 ? picture.getContext('2d')?.getImageData(2, 2, 1, 1).data : undefined;
  return { width, height, corner: [...(pixel ?? [])].slice(0, 3) };
}

/** Gives pictures until one is processed within the loop's patience. */
async function composite(): Promise<void> {
  const giveOne = async (): Promise<string> => {
    await processor.process([bufferOf()]);
    return processor.state;
  };
  await expect.poll(giveOne).toBe('running');
  await drawn(bufferOf());
}

describe('process', () => {
  it.each([
    ['the background, where that is a colour', BLUE, [0, 0, 255]],
    ['the holding colour', BLUR, HOLDING],
  ])('gives %s before the model is there, and the loop need not wait', async (_, options, flat) => {
    class SilentWorker extends EventTarget {
      postMessage(): void {} // It never answers.
      terminate(): void {}
    }
    vi.stubGlobal('Worker', SilentWorker);
    processor = chimeFrameProcessor(options);
    const waited = sleep(10_000).then(() => 'waited for the model');
    const seen = await Promise.race([drawn(bufferOf()), waited]);
    expect(seen).toEqual({ width: 320, height: 180, corner: flat });
    vi.unstubAllGlobals();
  });

  it('gives a composite that further stages can read, and leaves the SDK’s canvas as it is', async () => {
    processor = chimeFrameProcessor(BLUE);
    await composite();
    const given = bufferOf();
    given.framerate = 24;
    const [output] = await processor.process([given]);
    const canvas = await given.asCanvasImageSource();
    expect(output?.asCanvasElement?.()).toBe(await output?.asCanvasImageSource());
    expect(output?.asCanvasElement?.()).not.toBe(canvas);
    expect([output?.framerate, output?.width, output?.height]).toEqual([24, 320, 180]);
    output?.destroy();
    expect(await output?.asCanvasImageSource()).toBeInstanceOf(HTMLCanvasElement);
  });

  it('never rejects: it shows the last composite, and tells what went wrong', async () => {
    processor = chimeFrameProcessor(BLUE);
    const [told, reported] = [[] as string[], vi.fn()];
    vi.stubGlobal('reportError', reported);
    processor.on('error', () => {
      throw new Error('a listener that throws');
    });
    const off = processor.on('error', ({ code, message }) => told.push(`${code}: ${message}`));
    await composite();
    const destroyed = bufferOf();
    destroyed.destroy();
    for (const buffers of [[destroyed], [], [bufferOf(0, 0)]]) {
      const { corner } = await drawn(...buffers);
      expect(corner[2]).toBeGreaterThan(250);
    }
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^frame: .*canvas buffer is destroyed/);
    off();
    await drawn();
    vi.unstubAllGlobals();
    expect([told.length, reported.mock.calls.length]).toEqual([3, 4]);
  });

  it('shows nobody once it is destroyed, however often, and tells once who still uses it', async () => {
    processor = chimeFrameProcessor(BLUE);
    const told: string[] = [];
    processor.on('error', ({ code, message }) => told.push(`${code}: ${message}`));
    await composite();
    await processor.update(BLUR);
    const late = processor.process([bufferOf()]);
    await processor.destroy();
    await processor.destroy();
    await late;
    expect(told).toEqual([]);
    expect((await drawn(bufferOf())).corner).toEqual(HOLDING);
    await expect.poll(() => drawn(bufferOf())).toMatchObject({ width: 0, height: 0 });
    expect([processor.state, told]).toEqual(['closed', [expect.stringMatching(USED_AGAIN)]]);
  });

  it.each([
    ['while a frame is processed', async (): Promise<unknown> => processor.process([bufferOf()])],
    ['between two frames', async (): Promise<void> => undefined],
  ])('shows the room no more once another background is in force: %s', async (_, meanwhile) => {
    processor = chimeFrameProcessor(NONE);
    const isRoom = (corner: number[]): boolean =>
      ROOM.every((value, channel) => Math.abs(value - (corner[channel] ?? 0)) < 20);
    await expect.poll(async () => isRoom((await drawn(bufferOf())).corner)).toBe(true);
    const late = meanwhile();
    await processor.update(BLUR);
    await late;
    expect((await drawn()).corner).toEqual(HOLDING);
    const corner = async (): Promise<number[]> => (await drawn(bufferOf())).corner;
    await expect.poll(corner).not.toEqual(HOLDING);
    expect(isRoom(await corner())).toBe(false);
  });
});

describe('in the SDK’s own device', () => {
  let rig: DeviceRig;
  beforeEach(() => void (rig = new DeviceRig()));
  afterEach(() => rig.close());

  it('follows a camera of which one side alone changes, which the SDK’s loop does not', async () => {
    processor = chimeFrameProcessor(BLUE);
    await rig.start(new DefaultVideoTransformDevice(new NoOpLogger(), 'front', [processor]));
    await rig.shows([0, 0, 255]);
    rig.cameras.last.resize(480, 180);
    const widths = (): number[] => rig.recorders[0]?.sightings.map(({ width }) => width) ?? [];
    await eventually('it is wider', () => widths().at(-1) === 480);
    expect(rig.roomSeen).toBe(0);
  });
});
