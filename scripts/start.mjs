/** `npm start`: installs and builds what is needed, then serves the studio on localhost. */
import { requireNode } from './require-node.mjs';

requireNode();
const { serveStudio } = await import('./serve-studio.mjs');
try {
  await serveStudio(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
