import { PICTURES_URL } from '@cyclorama/background-picker/testing';
import * as cyclorama from 'cyclorama';
import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings';
import { codeFor } from './code-for';

const DAWN = new URL('dawn.jpg', PICTURES_URL);

/** Runs a module of ours as the browser does, but for the names that a build resolves before. */
async function run(code: string): Promise<void> {
  const script = code
    .replace(/^import (.*) from 'cyclorama';/, 'const $1 = cyclorama;')
    .replace("'dawn.jpg'", `'${DAWN.href}'`);
  Object.assign(globalThis, { cyclorama });
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
  URL.revokeObjectURL(url);
}

/** What is seen in the corner, where nobody is. */
function cornerOf(picture: CanvasImageSource): number[] {
  const context = new OffscreenCanvas(16, 9).getContext('2d');
  context?.drawImage(picture, 0, 0, 16, 9);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
}

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));

const showsInCorner = (video: HTMLVideoElement, color: readonly number[]): Promise<void> =>
  expect.poll(() => difference(cornerOf(video), color), { timeout: 8000 }).toBeLessThan(12);

function layOutVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  document.body.append(video);
  return video;
}

afterEach(() => {
  const stream = document.querySelector('video')?.srcObject;
  if (stream instanceof MediaStream) for (const track of stream.getTracks()) track.stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it.each(['camera', 'sample', 'screen'] as const)(
  'the code for the %s does what it says',
  async (source) => {
    const video = layOutVideo();
    const warned = vi.spyOn(console, 'warn');
    await run(codeFor({ ...DEFAULT_SETTINGS, background: 'color', color: '#ff0000' }, source));
    await showsInCorner(video, [255, 0, 0, 255]);
    if (source !== 'screen') expect(video.videoWidth).toBe(1280);
    expect(warned).not.toHaveBeenCalled();
  },
);

it('the code for a picture shows it', async () => {
  const video = layOutVideo();
  await run(codeFor({ ...DEFAULT_SETTINGS, background: 'dawn' }, 'camera'));
  await showsInCorner(video, cornerOf(await createImageBitmap(await (await fetch(DAWN)).blob())));
});
