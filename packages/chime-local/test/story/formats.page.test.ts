import type { JoinOptions } from '@cyclorama/testing/chime-page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChimeLocal, type RunningChimeLocal } from '../../src';
import { Gathering } from './gathering';
import type { Person, VideoFigures } from './person';
import { BLUE, GREEN, RED, sees } from './senses';

/** As much as browsers make layers of. */
const LARGE = { width: 960, height: 540 };

let chime: RunningChimeLocal;
let gathering: Gathering;

beforeAll(async () => {
  chime = await startChimeLocal();
  gathering = await Gathering.open(chime.endpoint);
}, 90_000);

afterAll(async () => {
  await gathering.close();
  await chime.close();
});

/** Until each of three sees both others. */
async function allSeeEachOther([a, b, c]: readonly [Person, Person, Person]): Promise<void> {
  await Promise.all([sees(b, a.id, RED), sees(c, a.id, RED)]);
  await Promise.all([sees(a, b.id, GREEN), sees(c, b.id, GREEN)]);
  await Promise.all([sees(a, c.id, BLUE), sees(b, c.id, BLUE)]);
}

/** Of three who meet so: what the first sends, once all see each other and it is as is wanted. */
async function meet(
  [a, b, c]: readonly [Person, Person, Person],
  options: JoinOptions,
  isWanted: (videos: readonly VideoFigures[]) => boolean,
): Promise<void> {
  await Promise.all([a.join(options), b.join(options), c.join(options)]);
  await Promise.all([a.showColor(RED, LARGE), b.showColor(GREEN), c.showColor(BLUE)]);
  await allSeeEachOther([a, b, c]);
  const sent = async () => (await a.videos('outbound')).filter(({ frames }) => frames > 0);
  await expect.poll(sent, { timeout: 30_000 }).toSatisfy(isWanted);
  await allSeeEachOther([a, b, c]);
}

const FORMATS: [string, JoinOptions, (videos: readonly VideoFigures[]) => boolean][] = [
  [
    'scalable video',
    { svc: true },
    (videos) => videos.some((video) => video.scalabilityMode === 'L3T3'),
  ],
  [
    'simulcast',
    { simulcast: true },
    (videos) => videos.some(({ rid }) => rid === 'low') && videos.some(({ rid }) => rid === 'hi'),
  ],
  ['VP8', { codec: 'video/VP8' }, ([video]) => video?.codec === 'video/VP8'],
  ['H.264', { codec: 'video/H264' }, ([video]) => video?.codec === 'video/H264'],
];

describe('three people with the real SDK', () => {
  it.for(FORMATS)('see each other by %s', async ([, options, isWanted], { skip }) => {
    const { people } = await gathering.invite(3);
    const [a, b, c] = people as [Person, Person, Person];
    const { codec } = options;
    // Some builds of Chromium have no H.264; the SDK then takes another codec.
    skip(!!codec && !(await a.canEncode(codec)), `This browser does not encode ${codec}.`);
    await meet([a, b, c], options, isWanted);
    await Promise.all(people.map((person) => person.vanish()));
  });
});
