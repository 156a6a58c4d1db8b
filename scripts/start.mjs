/** `npm start`: installs and builds what is needed, then serves the studio and the meeting. */
import { requireNode } from './require-node.mjs';

requireNode();
const { runServe } = await import('./serve.mjs');
const { installWhenNeeded } = await import('./install.mjs');
const { build } = await import('./build.mjs');

await runServe(process.argv.slice(2), async () => {
  await installWhenNeeded();
  await build();
});
