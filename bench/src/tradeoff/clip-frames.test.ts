import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClipFrames } from './clip-frames';

/** A start, a scan of one byte and an end. */
const JPEG = [0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9];

describe('the frames of a clip', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyclorama-clip-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function pictures(inner: string, ...names: string[]): Promise<string> {
    await mkdir(join(folder, inner), { recursive: true });
    for (const name of names) await writeFile(join(folder, inner, name), '');
    return join(folder, inner);
  }

  const open = (clip: string, truth?: string) =>
    openClipFrames({ clip, ...(truth !== undefined && { truth }) }, 'unused');

  it('are all pictures of a folder, without true mattes where there are none', async () => {
    const clip = await pictures('clip', '1.jpg', '2.jpg');
    const { name, count, hasTruth, routes } = await open(clip);
    expect([name, count, hasTruth]).toEqual(['clip', 2, false]);
    expect(Object.keys(routes)).toEqual(['/images/']);
  });

  it('have their mattes in alpha beside image, by name', async () => {
    await pictures('clip/image', '1.jpg', '2.jpg', '3.jpg');
    await pictures('clip/alpha', '2.png', '3.png');
    const { count, hasTruth, routes } = await open(join(folder, 'clip'));
    expect([count, hasTruth]).toEqual([2, true]);
    expect(Object.keys(routes)).toEqual(['/images/', '/masks/']);
  });

  it('have those mattes that are named, also of a file, frame by frame', async () => {
    const clip = join(folder, 'clip.mjpeg');
    await writeFile(clip, Uint8Array.from([...JPEG, ...JPEG]));
    expect(await open(clip)).toMatchObject({ name: 'clip.mjpeg', count: 2, hasTruth: false });
    const truth = await pictures('truth', 'a.png', 'b.png');
    expect(await open(clip, truth)).toMatchObject({ count: 2, hasTruth: true });
    await pictures('truth', 'c.png');
    await expect(open(clip, truth)).rejects.toThrow('has 2 frames and 3 mattes');
  });
});
