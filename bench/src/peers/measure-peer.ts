import { setTimeout as sleep } from 'node:timers/promises';
import type { LaunchedBrowser } from '../browser/launch';
import { ProcessTree } from '../system/process-tree';
import { within } from './within';

/** A stretch from one frame that came out to a later one. */
export interface PeerStretch {
  /** Those that came out after the first one of the stretch, its last one included. */
  readonly frames: number;
  readonly elapsedMs: number;
  /** Of the whole browser, user and system. */
  readonly cpuMs: number;
}

/** Code is compiled and pools are filled before the measured time. */
const SETTLE_MS = 2000;
/** A slow peer is measured for longer than was asked, until it has given so many frames. */
const LEAST_FRAMES = 5;
const LONGEST_MS = 120_000;
const POLL_MS = 250;

/**
 * Measures a page that was started. The stretch begins and ends with a frame, so that a peer with
 * one frame a second is not rated by where the time was cut.
 */
export async function measurePeer(
  { page, pid }: LaunchedBrowser,
  seconds: number,
): Promise<PeerStretch> {
  const tree = new ProcessTree(pid);
  const mark = async (): Promise<{ atMs: number; cpuMs: number }> => ({
    atMs: await within(
      LONGEST_MS,
      'The next frame',
      page.evaluate(() => window.peerRun.nextFrameMs()),
    ),
    cpuMs: tree.cpuMs(),
  });
  await sleep(SETTLE_MS);
  const first = await mark();
  await waitFor(seconds, () => page.evaluate(() => window.peerRun.framesOut()));
  const last = await mark();
  const frames = await page.evaluate(([from, to]) => window.peerRun.framesBetween(from, to), [
    first.atMs,
    last.atMs,
  ] as const);
  if (frames === 0) throw new Error('No composite came out in the measured time.');
  return { frames, elapsedMs: last.atMs - first.atMs, cpuMs: last.cpuMs - first.cpuMs };
}

async function waitFor(seconds: number, framesOut: () => Promise<number>): Promise<void> {
  const beganAtMs = performance.now();
  const before = await framesOut();
  await sleep(seconds * 1000);
  while (
    performance.now() - beganAtMs < LONGEST_MS &&
    (await within(LONGEST_MS, 'The count of frames', framesOut())) - before < LEAST_FRAMES
  ) {
    await sleep(POLL_MS);
  }
}
