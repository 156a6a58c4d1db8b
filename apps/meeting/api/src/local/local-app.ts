import { paths } from '@cyclorama/meeting-contract';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApp } from '../app';
import type { Services } from '../services';
import { ownSignalling } from './own-signalling';

/** The API as a server of this machine has it. */
export function createLocalApp(services: Services, log: Logger): Hono {
  const app = createApp(services, {
    addressOf: (context) => getConnInfo(context).remote.address ?? 'unknown',
    log,
  });
  const local = new Hono();
  local.use(paths.call(':roomId'), ownSignalling());
  local.all('*', ({ req, env }) => app.fetch(req.raw, env as object));
  return local;
}
