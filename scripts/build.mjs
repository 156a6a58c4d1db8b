import { fileURLToPath } from 'node:url';
import { runNpm } from './run-command.mjs';

/** What has a build, in the order of the import rule: the engine copies the kernels. */
const ENGINE = ['@cyclorama/kernels', 'cyclorama'];
const ADAPTERS = ['@cyclorama/adapters'];
const APPS = ['@cyclorama/studio', '@cyclorama/meeting-web'];
const SERVICES = ['chime-local'];

/**
 * Builds the workspaces in order; throws at the first that fails.
 * @param options - `engineOnly` leaves adapters, apps and services out; `stdio` says where npm's output goes.
 */
export async function build({ engineOnly = false, stdio = 'inherit' } = {}) {
  for (const workspace of engineOnly ? ENGINE : [...ENGINE, ...ADAPTERS, ...APPS, ...SERVICES]) {
    const args = ['run', 'build', '--silent', '--if-present', '-w', workspace];
    const code = await runNpm(args, { stdio });
    if (code !== 0) throw new Error(`The build of ${workspace} ended with code ${code}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
