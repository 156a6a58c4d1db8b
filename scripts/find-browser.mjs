import { existsSync } from 'node:fs';

/** Where Chrome and Chromium usually are, by platform. */
const USUAL_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`),
};

/** For a browser that a test or a bench drives: quiet on the network, with a made-up camera. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/**
 * Finds an installed program: the one that a variable names, or the first of some places.
 * @throws Error when the variable names nothing.
 */
export function findProgram(variable, environment, places = []) {
  const chosen = environment[variable];
  if (chosen && !existsSync(chosen)) {
    throw new Error(`${variable} names ${chosen}, and there is no such file. Correct or unset it.`);
  }
  return chosen || places.find((path) => existsSync(path));
}

/**
 * Finds an installed Chrome or Chromium: `CHROME_PATH` first, then the usual places.
 * @returns Its program's path; undefined where there is none.
 * @throws Error when `CHROME_PATH` names nothing.
 */
export function findBrowser(environment = process.env, platform = process.platform) {
  return findProgram('CHROME_PATH', environment, USUAL_PLACES[platform]);
}
