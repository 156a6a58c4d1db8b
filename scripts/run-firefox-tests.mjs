import { build } from './build.mjs';
import { ensureFirefox } from './ensure-firefox.mjs';
import { installWhenNeeded } from './install.mjs';
import { reportCounts } from './report-counts.mjs';
import { runVitest } from './run-vitest.mjs';

const FAILED = { passed: 0, failed: 1, skipped: [] };

async function countTests(args) {
  const lack = await ensureFirefox();
  if (lack) {
    return { passed: 0, failed: 0, skipped: [{ name: 'all', file: 'Firefox', note: lack }] };
  }
  await installWhenNeeded();
  await build({ engineOnly: true });
  return runVitest(['--config=vitest.firefox.config.ts', ...args]);
}

/** Runs the tests in Firefox, with these vitest arguments; gives the exit code. */
export async function testFirefox(args) {
  const counts = await countTests(args).catch((error) => {
    console.error(error.message);
    return FAILED;
  });
  reportCounts(counts);
  const { passed, failed, skipped } = counts;
  return failed > 0 || passed + skipped.length === 0 ? 1 : 0;
}
