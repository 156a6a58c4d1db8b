/**
 * Finds an installed Chrome or Chromium: `CHROME_PATH` first, then the usual places.
 * @returns Its program's path; undefined where there is none.
 * @throws Error when `CHROME_PATH` names nothing.
 */
export function findBrowser(
  environment?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
): string | undefined;
