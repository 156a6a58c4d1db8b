import { fileURLToPath } from 'node:url';
import { runNpm } from './run-command.mjs';

/** What has a build, in the order of the import rule: the engine copies the kernels, apps bundle both. */
const WORKSPACES = ['@cyclorama/kernels', 'cyclorama', '@cyclorama/studio'];

/** Builds the workspaces in order; throws at the first that fails. */
export async function build() {
  for (const workspace of WORKSPACES) {
    const code = await runNpm(['run', 'build', '--silent', '--if-present', '-w', workspace]);
    if (code !== 0) throw new Error(`The build of ${workspace} ended with code ${code}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
