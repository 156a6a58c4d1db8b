import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { findFreePort } from './free-port.mjs';
import { installWhenNeeded } from './install.mjs';
import { ROOT } from './run-command.mjs';

const USAGE = 'Usage: npm start -- [--port NUMBER]';

function readPort(args) {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: '4173' } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`--port must be a number from 1 to 65535, got ${values.port}. ${USAGE}`);
}

function closeOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('\nClosing.');
      // Open connections of the browser must not hold the process.
      void server.close().finally(() => process.exit(0));
      setTimeout(() => process.exit(0), 1000).unref();
    });
  }
}

/** Serves the built studio by Vite's preview, whose configuration sends the security policy. */
export async function serveStudio(args) {
  const wanted = readPort(args);
  await installWhenNeeded();
  await build();
  const port = await findFreePort(wanted);
  const { preview } = await import('vite');
  const server = await preview({
    root: join(ROOT, 'apps/studio'),
    preview: { port, strictPort: true },
  });
  closeOnSignal(server);
  console.log(`\nCyclorama studio: http://localhost:${port}/\nPress Ctrl-C to end.`);
}
