/** `npm test`: installs what is needed, builds, checks types and style, and runs all tests. */
import { requireNode } from './require-node.mjs';

requireNode();
const { testAll } = await import('./test-all.mjs');
process.exit(await testAll(process.argv.slice(2)));
