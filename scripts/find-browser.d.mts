/** For a browser that a test or a bench drives: quiet on the network, with a made-up camera. */
export const BROWSER_FLAGS: readonly string[];

/**
 * Finds an installed Chrome or Chromium: `CHROME_PATH` first, then the usual places.
 * @returns Its program's path; undefined where there is none.
 * @throws Error when `CHROME_PATH` names nothing.
 */
export function findBrowser(
  environment?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
): string | undefined;
