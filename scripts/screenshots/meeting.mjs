import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { ROOT } from '../run-command.mjs';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };
const FOLDER = join(ROOT, 'docs/meeting');

const PEOPLE = [
  ['Ada', 'Living room'],
  ['Ben', 'Library'],
  ['Cem', 'Lake'],
  ['Dora', 'Office'],
  ['Eve', 'Evening'],
  ['Finn', 'Mountains'],
];

/** The camera is the studio's sample, for which nobody need be asked. */
function useSample() {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    if (!wanted.video) return open(wanted);
    const video = Object.assign(document.createElement('video'), { muted: true, loop: true });
    video.src = '/sample/sample.webm';
    await video.play();
    return video.captureStream();
  };
}

async function shoot(page, name, look = {}) {
  await page.setViewportSize(look.viewport ?? WIDE);
  await page.emulateMedia({ colorScheme: look.colorScheme ?? 'light' });
  await page.waitForTimeout(1500); // Until videos fill their places.
  const path = join(FOLDER, `${name}.jpg`);
  await page.screenshot({ path, type: 'jpeg', quality: 66 });
  await page.setViewportSize(WIDE);
  console.log(path);
}

/** Somebody in a lobby, with a background behind them. */
async function arrive(browser, address, [name, background]) {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  await page.addInitScript(useSample);
  await page.goto(address);
  if (!address.includes('#')) await makeRoom(page);
  await page.getByLabel('Your name', { exact: true }).fill(name);
  await page.getByRole('button', { name: background, exact: true }).click();
  await page.waitForTimeout(2500); // Until the first composite.
  return page;
}

async function makeRoom(page) {
  await shoot(page, 'front');
  await page.getByLabel('Name of the room').fill('Weekly planning');
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.waitForURL(/#/);
}

async function enter(page) {
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('group', { name: 'Controls' }).waitFor();
}

async function say(page, text) {
  await page.getByLabel('Message to everyone').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
}

async function talk(ada, ben) {
  for (const page of [ada, ben]) await page.getByRole('button', { name: /^Chat/ }).click();
  await say(ada, 'Good morning! The agenda: https://example.org/agenda');
  await say(ben, 'Thanks. May we begin with the second point?');
  await say(ada, 'Gladly.');
  await ben.getByRole('button', { name: 'Send a stamp' }).click();
  await ben.locator('[data-stamp=thumbs-up]').click();
}

async function tell(browser, home) {
  const ada = await arrive(browser, home, PEOPLE[0]);
  await shoot(ada, 'lobby');
  await shoot(ada, 'lobby-phone', { viewport: PHONE, colorScheme: 'dark' });
  const link = ada.url();
  await enter(ada);
  const ben = await arrive(browser, link, PEOPLE[1]);
  await enter(ben);
  await shoot(ada, 'two', { colorScheme: 'dark' });
  await talk(ada, ben);
  await shoot(ada, 'chat');
  await shoot(ada, 'chat-phone', { viewport: PHONE });
  await ada.getByRole('button', { name: 'Close panel' }).click();
  for (const person of PEOPLE.slice(2)) await enter(await arrive(browser, link, person));
  await ada.waitForTimeout(3000);
  await shoot(ada, 'six');
  await shoot(ada, 'six-phone', { viewport: PHONE, colorScheme: 'dark' });
}

/** Makes the pictures in docs/meeting: from the front page to a room of six. */
export async function shootMeeting(browser) {
  mkdirSync(FOLDER, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'cyclorama-screenshots-'));
  const testing = '../../packages/testing/src/node/index.ts';
  const { startMeetingProcess } = await tsImport(testing, import.meta.url);
  const service = await startMeetingProcess('--port', '0', '--data', data);
  try {
    await tell(browser, `${service.url}/meeting/`);
  } finally {
    await service.end('SIGTERM');
    rmSync(data, { recursive: true });
  }
}
