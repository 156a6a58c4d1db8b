import type { Sight } from '@cyclorama/testing/chime-page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_SOAK } from '../../../../scripts/is-soak.mjs';
import { CallRig, type Meeting } from './call-rig';
import type { stage as Stage } from './page/main';
import type { Way } from './page/publish';
import type { SourceName } from './page/sources';

declare const stage: typeof Stage;

const SECONDS = IS_SOAK ? 30 : 8;
/** What a busy machine may take until something shows. */
const PATIENCE_MS = 60_000;
/** Over so much of where a person mostly is; arms and head move in and out of it. */
const PERSON_SHARE = 0.8;

let rig: CallRig;
beforeAll(async () => {
  rig = await CallRig.open();
}, 90_000);
afterAll(() => rig.close());

async function publish({ sender, receiver }: Meeting, way: Way, source: SourceName): Promise<void> {
  const scene = source === 'camera' ? rig.mattes : undefined;
  await receiver.evaluate((scene) => stage.watchNext(scene), scene);
  await sender.evaluate((way, source) => stage.publish(way, source), way, source);
}

/** Waits until the receiver has seen the person for so long since the first time, after some frames. */
async function seesPerson({ receiver }: Meeting, forMs: number, after = 0): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS + forMs;
  const seenForMs = (): Promise<number> =>
    receiver.evaluate((...args) => stage.personSeenForMs(...args), PERSON_SHARE, after);
  while ((await seenForMs()) <= forMs) {
    if (performance.now() > endMs) throw new Error(`No person was seen for ${forMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const sightsOf = ({ receiver }: Meeting): Promise<Sight[]> =>
  receiver.evaluate(() => stage.sights());

function expectNoRoom(way: Way, sights: readonly Sight[]): void {
  const black = sights.filter(({ roomColor }) => Math.max(...roomColor) < 12);
  const leaks = sights.filter((sight) => sight.roomBlue < 0.98 && !black.includes(sight));
  expect(leaks, 'frames in which the room shows').toEqual([]);
  // The SDK captures its canvas before a processor painted on it.
  expect(black.length, 'black frames').toBeLessThanOrEqual(way === 'frame-processor' ? 1 : 0);
}

function expectPersonEachSecond(sights: readonly Sight[]): void {
  const first = sights.find(({ personShown }) => personShown > PERSON_SHARE)?.atMs ?? Infinity;
  for (let second = 1; second <= SECONDS; second++) {
    const sight = sights.findLast((each) => each.atMs <= first + second * 1000);
    expect(sight?.personShown, `person at second ${second}`).toBeGreaterThan(PERSON_SHARE);
  }
  // A machine that runs other tests beside stalls at times.
  expect(sights.length, 'pictures').toBeGreaterThan(2 * SECONDS);
}

/** One sends, and the other gets the person before blue from the first frame on. */
async function expectPersonBeforeBlue(
  meeting: Meeting,
  way: Way,
  source: SourceName,
): Promise<void> {
  await publish(meeting, way, source);
  await seesPerson(meeting, SECONDS * 1000);
  const sights = await sightsOf(meeting);
  expectNoRoom(way, sights);
  expectPersonEachSecond(sights);
}

async function expectPersonReceived(way: Way, source: SourceName): Promise<void> {
  const meeting = await rig.meet(rig.cameraBrowser);
  await expectPersonBeforeBlue(meeting, way, source);
  await meeting.close();
}

describe('what the other one in a meeting receives', { timeout: 180_000 }, () => {
  it.concurrent.each<[Way, SourceName]>([
    ['video-input', 'camera'],
    ['frame-processor', 'camera'],
  ])('is the person before blue, of %s and a %s', async (way, source) => {
    await expectPersonReceived(way, source);
  });
});

// All five at once are more than two cores bear.
describe('what the other one receives besides', { timeout: 180_000 }, () => {
  it.concurrent.each<[Way, SourceName]>([
    ['stream', 'camera'],
    ['video-input', 'movie'],
  ])('is the person before blue, of %s and a %s', async (way, source) => {
    await expectPersonReceived(way, source);
  });

  it.concurrent('is the person before blue, of a shared screen, and nothing after it', async () => {
    const movie = await rig.openPage(rig.screenBrowser);
    await movie.setViewport({ width: 960, height: 540 });
    await movie.evaluate(() => stage.fillWindow());
    const meeting = await rig.meet(rig.screenBrowser);
    await expectPersonBeforeBlue(meeting, 'content-share', 'screen');
    await meeting.sender.evaluate(() => stage.caller.audioVideo.stopContentShare());
    await meeting.sender.evaluate(() => stage.caller.log.waitFor('content-stop'));
    await meeting.receiver.evaluate(() => stage.caller.log.waitFor('tile-removed'));
    await meeting.close();
  });
});

describe('what comes after a lost connection', { timeout: 180_000 }, () => {
  it.concurrent.each<[Way]>([['video-input'], ['frame-processor']])(
    'is the person before blue, of %s',
    async (way) => {
      const meeting = await rig.meet(rig.cameraBrowser);
      await publish(meeting, way, 'camera');
      await seesPerson(meeting, 0);
      await meeting.sender.evaluate(() => stage.loseConnection());
      await meeting.sender.evaluate(() => stage.caller.log.waitFor('start', 2));
      const { length } = await sightsOf(meeting);
      await seesPerson(meeting, 1000, length);
      expectNoRoom(way, await sightsOf(meeting));
      await meeting.close();
    },
  );
});
