import { onTestFinished } from 'vitest';
import { bodypix } from '../bodypix';
import type { BodypixSettings } from '../bodypix-settings';
import type { WorkerSettings } from '../worker-settings';
import { driveSegmenter, type DrivenSegmenter } from './driven-segmenter';

const NAME = 'made-up';
const FOLDER = '/made-up/';

/** Files that only workers of `driveMadeUp` find, until the test ends. Gives the first's address. */
export async function madeUpFiles(files: Readonly<Record<string, BodyInit>>): Promise<string> {
  const cache = await caches.open(NAME);
  onTestFinished(async () => {
    await caches.delete(NAME);
  });
  for (const [name, body] of Object.entries(files)) {
    await cache.put(FOLDER + name, new Response(body));
  }
  return `${FOLDER}${Object.keys(files)[0]}`;
}

/** A worker that finds made-up files, ended with the test. */
export async function driveMadeUp(settings: BodypixSettings): Promise<DrivenSegmenter> {
  const segmenter = bodypix(settings);
  const { runtime } = segmenter.settings as WorkerSettings;
  const startWorker = runtime === 'own' ? startOwn : startTfjs;
  const driven = await driveSegmenter({ ...segmenter, startWorker });
  onTestFinished(() => driven.close());
  return driven;
}

const startOwn = (): Worker =>
  new Worker(new URL('./made-up-own-entry.ts', import.meta.url), { type: 'module' });

const startTfjs = (): Worker =>
  new Worker(new URL('./made-up-tfjs-entry.ts', import.meta.url), { type: 'module' });
