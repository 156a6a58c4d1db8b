import { build } from './build.mjs';
import { installWhenNeeded } from './install.mjs';
import { SOAK } from './is-soak.mjs';
import { reportCounts } from './report-counts.mjs';
import { runVitest } from './run-vitest.mjs';

const LONG = ['packages/adapters/test/call', 'packages/engine/test/hidden-tab'];

/** Runs the tests of which the long observation is a part; gives the exit code. */
export async function soak() {
  await installWhenNeeded();
  await build({ engineOnly: true });
  const counts = await runVitest(['--project=page', ...LONG], SOAK);
  reportCounts(counts);
  return counts.failed > 0 ? 1 : 0;
}
