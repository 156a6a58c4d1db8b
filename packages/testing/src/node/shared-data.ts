import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A file or folder of the test data that stands beside the repository.
 * @param path - Below the data folder, such as `clips/dancer-a`.
 * @returns Its absolute path; undefined where the data is absent, and then the test skips.
 */
export function sharedData(path: string): string | undefined {
  const absolute = fileURLToPath(new URL(`../../../../../shared/data/${path}`, import.meta.url));
  return existsSync(absolute) ? absolute : undefined;
}
