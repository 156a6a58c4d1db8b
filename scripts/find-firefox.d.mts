/**
 * Finds an installed Firefox: `FIREFOX_PATH` first, then the usual places.
 * @returns Its program's path; undefined where there is none.
 * @throws Error when `FIREFOX_PATH` names nothing.
 */
export function findFirefox(
  environment?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
): string | undefined;
