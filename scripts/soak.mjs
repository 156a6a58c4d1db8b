/** `npm run soak`: what tests look at for seconds, for as long as is promised, and at what rate. */
import { requireNode } from './require-node.mjs';

requireNode();
const { soak } = await import('./run-soak.mjs');
process.exit(await soak());
