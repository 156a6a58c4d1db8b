import { eventually, FrameFeed, sleep } from '@cyclorama/testing/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { element } from '../page/element';
import { layOutPage } from '../testing/page-under-test';
import { LatePicture } from './late-picture';

const LATENCY_MS = 300;
/** So long it takes from black to white. */
const RISE_MS = 4000;

const begunMs = performance.now();
const levelNow = (): number => (((performance.now() - begunMs) % RISE_MS) / RISE_MS) * 255;

/** A feed that gets brighter with the time, and shows what was there some time ago. */
const feed = (lateMs: number): FrameFeed =>
  new FrameFeed({
    width: 64,
    height: 36,
    paint: (context) => {
      const level = (levelNow() - (lateMs / RISE_MS) * 255 + 255) % 255;
      context.fillStyle = `rgb(${level} ${level} ${level})`;
      context.fillRect(0, 0, 64, 36);
    },
  });
const levelOf = (picture: CanvasImageSource): number => {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(picture, 0, 0, 1, 1);
  return context?.getImageData(0, 0, 1, 1).data[0] ?? NaN;
};
const canvas = (): HTMLCanvasElement => element('before-late', HTMLCanvasElement);
const video = (id: string): HTMLVideoElement => element(id, HTMLVideoElement);

let feeds: FrameFeed[];
let late: LatePicture;
beforeEach(() => {
  layOutPage();
  late = new LatePicture();
  feeds = [feed(0), feed(LATENCY_MS)];
  ['before', 'after'].forEach((id, at) => {
    const track = feeds[at]?.track;
    if (track) video(id).srcObject = new MediaStream([track]);
  });
});
afterEach(() => {
  late.isOn = false;
  for (const one of feeds) one.unplug();
});

/** How much brighter the picture before is than the one after, as a rule. */
async function ahead(): Promise<number> {
  const differences: number[] = [];
  for (let count = 0; count < 25; count++) {
    await sleep(40);
    const difference = levelOf(canvas()) - levelOf(video('after'));
    differences.push(((difference + 255 + 127) % 255) - 127);
  }
  return differences.toSorted((a, b) => a - b)[12] ?? NaN;
}

it('shows the frame that the one after was made of', async () => {
  late.isOn = true;
  await eventually('it is drawn', () => !canvas().hidden);
  const latency = (LATENCY_MS / RISE_MS) * 255;
  expect(Math.abs((await ahead()) - latency)).toBeLessThan(6);
  late.latencyMs = LATENCY_MS;
  await sleep(400);
  expect(Math.abs(await ahead())).toBeLessThan(6);
});

it('leaves the video as it is while it is off', async () => {
  late.isOn = true;
  await eventually('it is drawn', () => !canvas().hidden);
  late.isOn = false;
  await sleep(200);
  expect(canvas().hidden).toBe(true);
});
