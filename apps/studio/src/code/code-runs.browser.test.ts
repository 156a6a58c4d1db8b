import * as cyclorama from 'cyclorama';
import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings';
import { codeFor } from './code-for';

const SAMPLE = new URL('../../public/sample/sample.webm', import.meta.url);
const RED = { ...DEFAULT_SETTINGS, background: 'color', color: '#ff0000' } as const;

/** Runs a module of ours as the browser does, but for what a build does before: types, names. */
async function run(code: string): Promise<void> {
  const script = code
    .replace(/^import (.*) from 'cyclorama';/, 'const $1 = cyclorama;')
    .replace(/^type .*$/m, '')
    .replace(' as Capturable', '')
    .replace("'sample/sample.webm'", `'${SAMPLE.href}'`);
  Object.assign(globalThis, { cyclorama });
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
  URL.revokeObjectURL(url);
}

/** What is seen in the corner, where nobody is. */
function cornerOf(video: HTMLVideoElement): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(video, 4, 4, 1, 1, 0, 0, 1, 1);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
}

const isRed = ([red = 0, green = 255, blue = 255]: number[]): boolean =>
  red > 245 && green < 10 && blue < 10;

afterEach(() => {
  const stream = document.querySelector('video')?.srcObject;
  if (stream instanceof MediaStream) for (const track of stream.getTracks()) track.stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it.each(['camera', 'sample'] as const)('the code for the %s does what it says', async (source) => {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  document.body.append(video);
  const warned = vi.spyOn(console, 'warn');
  await run(codeFor(RED, source));
  await expect
    .poll(() => video.videoWidth, { timeout: 8000 })
    .toBe(source === 'camera' ? 1280 : 960);
  await expect.poll(() => isRed(cornerOf(video)), { timeout: 8000 }).toBe(true);
  expect(warned).not.toHaveBeenCalled();
});
