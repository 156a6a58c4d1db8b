/** `npm run test:firefox`: the engine and the studio in a real Firefox, or why that cannot be. */
import { requireNode } from './require-node.mjs';

requireNode();
const { testFirefox } = await import('./run-firefox-tests.mjs');
process.exit(await testFirefox(process.argv.slice(2)));
