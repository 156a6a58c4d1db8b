/** `npm run screenshots`: makes the pictures of the documentation anew, from what is built, in a real browser. */
import { chromium } from 'playwright';
import { build } from '../build.mjs';
import { BROWSER_FLAGS, findBrowser } from '../find-browser.mjs';
import { shootMeeting } from './meeting.mjs';
import { shootStudio } from './studio.mjs';

/** All, or those that are named. */
const PAGES = { studio: shootStudio, meeting: shootMeeting };
const names = process.argv.slice(2);

await build();
const args = [...BROWSER_FLAGS, '--autoplay-policy=no-user-gesture-required'];
const browser = await chromium.launch({ args, executablePath: findBrowser() });
try {
  for (const [name, shootPage] of Object.entries(PAGES)) {
    if (names.length === 0 || names.includes(name)) await shootPage(browser);
  }
} finally {
  await browser.close();
}
