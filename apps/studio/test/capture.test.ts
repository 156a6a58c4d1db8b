import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBuiltPage, type BuiltPage } from './open-built-page';

const LOUD = 0.02;

/** What a recording holds, as the browser plays it. */
interface Playback {
  readonly sizes: readonly string[];
  readonly lastsS: number;
  /** Shares of the recording's length, in tenths, in which something is heard. */
  readonly heard: readonly boolean[];
}

describe('what can be taken away from the built page', () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.waitForSelector('#state[data-state=running]');
  });
  afterAll(() => built.close());

  const downloadBy = async (press: string): Promise<Download> => {
    const [download] = await Promise.all([
      built.page.waitForEvent('download'),
      built.page.click(press),
    ]);
    return download;
  };

  it('saves a snapshot of the output', async () => {
    const download = await downloadBy('#snapshot');
    expect(download.suggestedFilename()).toMatch(/^cyclorama-\d{4}-\d\d-\d\d-\d{6}\.png$/);
    const png = await readFile(await download.path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 540]);
  });

  it('records over switches of background and source, with the microphone for the camera', async () => {
    const { page } = built;
    await page.click('#record');
    await page.waitForSelector('#record-label:text-matches("Stop 0:0[1-9]")');
    await page.click('[data-background=color]');
    await page.waitForSelector('[data-background=color][aria-pressed=true]');
    await page.click('[data-source=camera]');
    await page.waitForSelector('[data-source=camera][aria-pressed=true]');
    await page.waitForTimeout(4000);
    const download = await downloadBy('#record[aria-pressed=true]');
    expect(download.suggestedFilename()).toMatch(/^cyclorama-[\d-]+\.(mp4|webm)$/);
    const { sizes, lastsS, heard } = await playBack(page, await readFile(await download.path()));
    expect(sizes).toEqual(['960×540', '1280×720']);
    expect(lastsS).toBeGreaterThan(4);
    // The sample is silent; the test's microphone beeps.
    expect(heard[0]).toBe(false);
    expect(heard.slice(5)).toContain(true);
    expect(await page.textContent('#record-label')).toBe('Record');
    expect(built.complaints).toEqual([]);
  });
});

function playBack(page: Page, file: Buffer): Promise<Playback> {
  return page.evaluate(
    async ({ base64, LOUD }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const video = document.createElement('video');
      const sizes: string[] = [];
      video.addEventListener('resize', () =>
        sizes.push(`${video.videoWidth}×${video.videoHeight}`),
      );
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([bytes]));
      await video.play();
      await new Promise((resolve) => video.addEventListener('ended', resolve));
      const context = new OfflineAudioContext(1, 1, 8000);
      const samples = (await context.decodeAudioData(bytes.buffer)).getChannelData(0);
      const tenth = Math.floor(samples.length / 10);
      const heard = Array.from({ length: 10 }, (_, part) =>
        samples.subarray(part * tenth, (part + 1) * tenth).some((value) => value > LOUD),
      );
      return { sizes, lastsS: video.currentTime, heard };
    },
    { base64: file.toString('base64'), LOUD },
  );
}
