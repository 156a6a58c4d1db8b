import { axeViolations } from '@cyclorama/testing/page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRONT, HOST, LOBBY, ROOM, SHARE, STAMP_TEXTS } from '../src/texts';
import type { Person } from './person';
import { Stories } from './stories';

/** A phone and a desktop, one light and one dark. */
const LOOKS = [
  { width: 360, height: 780, colorScheme: 'dark' },
  { width: 1440, height: 900, colorScheme: 'light' },
] as const;

let stories: Stories;
let ada: Person;
beforeAll(async () => {
  stories = await Stories.open();
  ada = await stories.person('Ada');
}, 120_000);
afterAll(() => stories.close());

/** Neither a rule broken nor anything beside the page's edge, at any width and in either scheme. */
async function expectForEveryone(): Promise<void> {
  for (const { colorScheme, ...size } of LOOKS) {
    await ada.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await ada.page.setViewportSize(size);
    expect(await axeViolations(ada.page), `at ${size.width} pixels`).toEqual([]);
    const beyondPx = await ada.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyondPx, `beside ${size.width} pixels`).toBe(0);
  }
}

describe('the meeting for everyone', () => {
  it('on the front page, with all options and a link that is none', async () => {
    await ada.page.goto(ada.home);
    await ada.page.getByText(FRONT.options, { exact: true }).click();
    await ada.page.getByLabel(FRONT.link).fill('nothing');
    await ada.button(FRONT.open).click();
    await expectForEveryone();
  });

  it('in the lobby', async () => {
    await ada.createRoom('Weekly');
    await ada.page.getByRole('heading', { name: LOBBY.heading }).waitFor();
    await expectForEveryone();
  });

  it('in the room, alone, with chat and with people', async () => {
    await ada.join();
    await expectForEveryone();
    await ada.openChat();
    await ada.say('Hello **all**, see https://example.org');
    await ada.reads('https://example.org');
    await expectForEveryone();
    await ada.page.getByRole('tab', { name: ROOM.people }).click();
    await expectForEveryone();
    await ada.button(ROOM.closePanel).click();
  });

  it.each([SHARE.button, STAMP_TEXTS.open, HOST.controls, ROOM.background, ROOM.help])(
    'with "%s" open',
    async (name) => {
      await ada.button(name).click();
      await expectForEveryone();
      await ada.page.keyboard.press('Escape');
    },
  );

  it('with the whiteboard', async () => {
    await ada.button(ROOM.whiteboard).click();
    await expectForEveryone();
    await ada.button(ROOM.whiteboard).click();
  });

  it('at the farewell', async () => {
    await ada.button(ROOM.leave).click();
    await ada.button(ROOM.leaveOnly).click();
    await ada.page.getByRole('heading', { level: 1 }).waitFor();
    await expectForEveryone();
    expect(ada.complaints).toEqual([]);
  });
});
