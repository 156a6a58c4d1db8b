import { fakeWorkerTracks, type WorkerTracks } from '@cyclorama/testing/browser';
import { afterEach, beforeEach } from 'vitest';
import type { PathChoice } from '../options';
import type { Path } from '../stats';

/** Every path, to run a block of tests on each. */
export const PATHS = ['tracks', 'worker-tracks', 'canvas'] as const satisfies readonly Path[];

/**
 * Runs the tests of a block on a path; `worker-tracks` in a browser that is made up for it.
 * @returns What the processor is to be told.
 */
export function onPath(path: Path): PathChoice {
  let browser: WorkerTracks | undefined;
  if (path === 'worker-tracks') beforeEach(() => void (browser = fakeWorkerTracks()));
  afterEach(() => browser?.restore());
  return path === 'canvas' ? 'canvas' : 'auto';
}
