import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { HOST, ROOM, SHARE, STAMP_TEXTS, VISIT } from '../src/texts';
import { PATIENCE_MS, type Person } from './person';
import { contrastOf, hear, lookAt, moves } from './senses';
import { PITCHES_HZ, Stories, type Name } from './stories';

const MOVIE = fileURLToPath(new URL('../../../studio/public/sample/sample.webm', import.meta.url));
const PATIENT = { timeout: PATIENCE_MS };
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
  await expect.poll(() => moves(person.tile(other)), { ...PATIENT, message: 'live' }).toBe(true);
  await expect
    .poll(async () => (await look()).edge, { ...PATIENT, message: 'blue' })
    .toBeGreaterThan(0.9);
  await expect
    .poll(async () => (await look()).middle, { ...PATIENT, message: 'person' })
    .toBeLessThan(0.6);
}

async function expectHears(person: Person, other: Name): Promise<void> {
  await expect.poll(() => hear(person.page, PITCHES_HZ[other]), PATIENT).toBeGreaterThan(HEARD_DB);
}

/** Others see something of what is shared, and it is not of one colour. */
async function expectPicture(person: Person): Promise<void> {
  await expect.poll(() => contrastOf(person.share), PATIENT).toBeGreaterThan(40);
}

describe('a meeting', { timeout: 3 * PATIENCE_MS }, () => {
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

  it('lets each hear the other', async () => {
    await Promise.all([expectHears(ada, 'Ben'), expectHears(ben, 'Ada')]);
    expect(await hear(ada.page, PITCHES_HZ.Cem), 'who is not there').toBeLessThan(HEARD_DB);
  });

  it('carries what is said both ways, and tells a late third of it', async () => {
    await Promise.all([ada.openChat(), ben.openChat()]);
    await ada.say('<img src=x onerror=alert(1)> hello');
    await ben.reads('<img src=x onerror=alert(1)> hello');
    await ben.say('https://example.org/agenda');
    await ada.reads('https://example.org/agenda');
    await cem.follow(link);
    await cem.join();
    await cem.openChat();
    await cem.reads('<img src=x onerror=alert(1)> hello');
    await cem.reads('https://example.org/agenda');
    expect(await ada.page.locator('img[src=x]').count()).toBe(0);
  });

  it('floats a stamp over the right video, for all three', async () => {
    const all = [ada, ben, cem];
    const floats = all.map((person) =>
      person.tile('Ben').locator('[data-float=heart]').waitFor({ state: 'attached' }),
    );
    await ada.button(STAMP_TEXTS.open).click();
    await ada.page.getByLabel(STAMP_TEXTS.target).selectOption({ label: 'Ben' });
    await ada.button('Heart').click();
    await Promise.all(floats);
    for (const person of all) {
      expect(await person.tile('Ada').locator('[data-float]').count()).toBe(0);
      await person.receives('Heart');
    }
  });

  it('shows what one shares to the others: a screen', async () => {
    await ben.button(SHARE.button).click();
    await ben.button(SHARE.screen).click();
    await Promise.all([ada, cem].map((person) => expectPicture(person)));
    await ben.button(SHARE.stop).first().click();
    await ada.share.waitFor({ state: 'detached' });
  });

  it('shows what one shares to the others: a movie, with another background in it', async () => {
    await ada.button(SHARE.button).click();
    await ada.page.getByLabel(SHARE.effect).check();
    await ada.page.locator('input[type=file][accept^=video]').setInputFiles(MOVIE);
    await expectPicture(cem);
    await expect
      .poll(async () => (await lookAt(cem.share, BLUE)).edge, PATIENT)
      .toBeGreaterThan(0.9);
    await ada.button(SHARE.stop).first().click();
    await cem.share.waitFor({ state: 'detached' });
  });

  it('goes on when the service was killed and is there again, with all that was said', async () => {
    await stories.crashAndRestart();
    await ben.say('Are you back?');
    for (const person of [ada, cem]) {
      await person.reads('Are you back?');
      await person.reads('https://example.org/agenda');
    }
    await Promise.all([expectSees(ada, 'Ben'), expectSees(ben, 'Ada'), expectHears(ben, 'Ada')]);
  });

  it('puts one out for good, also by what they had before', async () => {
    const room = cem.roomRequest();
    await ada.button(ROOM.people).click();
    await ada.button(HOST.actionsFor('Cem')).click();
    await ada.button(HOST.remove).click();
    await ada.button(HOST.removeNow).click();
    await cem.page.getByRole('heading', { name: VISIT.farewells.removed.heading }).waitFor();
    await ben.tile('Cem').waitFor({ state: 'detached' });
    const answer = await room.repeat();
    expect(answer).toMatchObject({ error: { code: 'removed' } });
    const stranger = await stories.person('Cem');
    await stranger.follow(link);
    await stranger.knock();
    await ada.button(HOST.admitOne('Cem')).waitFor();
    expect(await stranger.page.getByRole('group', { name: ROOM.bar }).count()).toBe(0);
  });

  it('is ended by the host for all, who are told', async () => {
    await ada.button(ROOM.leave).click();
    await ada.button(ROOM.endForAll).click();
    await ada.button(HOST.endNow).click();
    for (const { page } of [ada, ben]) {
      await page.getByRole('heading', { name: VISIT.farewells.ended.heading }).waitFor();
    }
  });

  it('breaks no policy, and nothing in it breaks', () => {
    expect([ada, ben, cem].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
