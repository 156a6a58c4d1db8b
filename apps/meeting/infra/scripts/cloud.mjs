// `npm run deploy` and `npm run destroy`: builds what the stack consists of, then has the CDK at it.
import { fileURLToPath } from 'node:url';
import { installWhenNeeded } from '../../../../scripts/install.mjs';
import { requireNode } from '../../../../scripts/require-node.mjs';
import { runTool } from '../../../../scripts/run-command.mjs';

const INFRA = fileURLToPath(new URL('..', import.meta.url));

/** What the CDK is told; it asks itself before it destroys. */
const ARGUMENTS = {
  // The stack is checked by cdk-nag before, and there is nobody who would read all its roles again.
  deploy: ['deploy', '--require-approval', 'never'],
  destroy: ['destroy'],
};

async function run(command, args) {
  await installWhenNeeded();
  const { requireCredentials } = await import('./credentials.mjs');
  await requireCredentials();
  await buildAll();
  const code = await runTool('aws-cdk/bin/cdk', [...ARGUMENTS[command], ...args], { cwd: INFRA });
  if (code !== 0) throw new Error(`The CDK ended with code ${code}; its output above says why.`);
}

/** Also before destroying: the CDK looks at the whole stack first. */
async function buildAll() {
  const { build } = await import('../../../../scripts/build.mjs');
  await build();
  const { buildLambda } = await import('../../api/scripts/build-lambda.mjs');
  await buildLambda();
}

requireNode();
// What is asked of AWS here works on Node 20, and a warning would hide what matters.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
try {
  const [command, ...args] = process.argv.slice(2);
  await run(command, args);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
