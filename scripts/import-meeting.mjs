import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run-command.mjs';

const API = join(ROOT, 'apps/meeting/api');

/** Ours is bundled, and what is nobody else's: the contract's zod is not at the root. */
const isInstalled = (id) => !/^([./]|@cyclorama\/|zod$)/.test(id) && !/^[a-z]:/i.test(id);

/**
 * The meeting's local server from its sources, without a build. In one file it starts in half the time
 * that it takes tsx, which looks at each module of each package.
 */
export async function importMeeting() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: join(API, 'src/local/start-local-meeting.ts'),
    external: (id) => id.startsWith('node:') || isInstalled(id),
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node20' },
  });
  // Of this process alone: others may start at the same time.
  const file = join(API, `.cache/local-${process.pid}.js`);
  try {
    await bundle.write({ file, format: 'es' });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
