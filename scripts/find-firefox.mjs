import { findProgram } from './find-browser.mjs';

/** Where Firefox usually is, by platform. Its long-lived edition first, which the tests are made for. */
const USUAL_PLACES = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => `${folder}\\Mozilla Firefox\\firefox.exe`),
};

/**
 * Finds an installed Firefox: `FIREFOX_PATH` first, then the usual places.
 * @returns Its program's path; undefined where there is none.
 * @throws Error when `FIREFOX_PATH` names nothing.
 */
export function findFirefox(environment = process.env, platform = process.platform) {
  return findProgram('FIREFOX_PATH', environment, USUAL_PLACES[platform]);
}
