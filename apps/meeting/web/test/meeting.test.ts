import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOST, ROOM, STAMP_TEXTS, VISIT } from '../src/texts';
import type { Person } from './person';
import { hear, lookAt } from './senses';
import { PITCHES_HZ, Stories, type Name } from './stories';

const BLUE = [0, 0, 255];
/** What a voice is louder than, and its absence more quiet, in dB of full scale. */
const HEARD_DB = -45;

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
}, 120_000);
afterAll(() => stories.close());

/** The person, with nothing of the room to the left and right, is what one sees of another. */
async function expectSees(person: Person, other: Name): Promise<void> {
  const look = () => lookAt(person.tile(other), BLUE);
  await expect.poll(async () => (await look()).edge, { message: 'blue' }).toBeGreaterThan(0.9);
  await expect.poll(async () => (await look()).middle, { message: 'person' }).toBeLessThan(0.6);
}

async function expectHears(person: Person, other: Name): Promise<void> {
  await expect.poll(() => hear(person.page, PITCHES_HZ[other])).toBeGreaterThan(HEARD_DB);
}

describe('a meeting', () => {
  let ada: Person;
  let ben: Person;
  let cem: Person;
  let link: string;

  beforeAll(async () => {
    [ada, ben, cem] = await Promise.all([
      stories.person('Ada'),
      stories.person('Ben'),
      stories.person('Cem'),
    ]);
  }, 120_000);

  it('is made by one, and joined by another with the invite link', async () => {
    link = await ada.createRoom('Weekly <b>talk</b>');
    await ada.chooseBlue();
    await ada.join();
    await ben.follow(link);
    await ben.chooseBlue();
    await ben.join();
    await Promise.all([ada.tile('Ben').waitFor(), ben.tile('Ada').waitFor()]);
  });

  it('shows each the other, and nothing of their rooms', async () => {
    await Promise.all([expectSees(ada, 'Ben'), expectSees(ben, 'Ada')]);
  });
});
