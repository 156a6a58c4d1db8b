import { createChimeLocal, type ChimeLocal } from 'chime-local';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { createLog } from '../log/create-log';
import { faultOf } from '../log/fault';
import { openServices } from '../services';
import { chimeClientFor } from './chime-client';
import { Closing } from './closing';
import { deleteExpired } from './delete-expired';
import { createLocalApp } from './local-app';
import { LOCAL_REGION } from './local-region';
import { openDataFolder } from './open-data-folder';
import type { Pages } from './pages/find-page';
import { Connections } from './server/connections';
import { PATIENCE, type Patience, type TlsFiles } from './server/create-server';
import { listen } from './server/listen';
import { openWebServer } from './server/web-server';

/** Where the whole of it stands. */
export interface LocalMeetingOptions {
  /** What to listen on. Default: `127.0.0.1`, this machine alone. */
  readonly host?: string | undefined;
  /** TCP port of pages, API and signalling. Default: 0, any that is free. */
  readonly port?: number | undefined;
  /** UDP port of all media. Default: 0, any that is free. */
  readonly mediaPort?: number | undefined;
  /** IP addresses at which people reach the UDP port, where that is not `host`. Default: none. */
  readonly mediaAddresses?: readonly string[] | undefined;
  /** Keeps rooms, chat and the signing key; made where there is none. Of one process at a time. */
  readonly dataFolder: string;
  /** Folders of built pages, by the path that they are served under, such as `/meeting/`. */
  readonly pages: Pages;
  /** Without it: plain HTTP, over which browsers give cameras to this machine's own pages alone. */
  readonly tls?: TlsFiles | undefined;
  /** Default: faults alone, to standard error. */
  readonly log?: Logger | undefined;
  /** Default: seconds for a request, thousands of connections. */
  readonly patience?: Partial<Patience> | undefined;
  /** In milliseconds since 1970. Default: the time that it is. */
  readonly now?: (() => number) | undefined;
}

/** A meeting app that listens. */
export interface RunningMeeting {
  /** Its origin, such as `http://localhost:4173`; pages are below it, and the API at `/api`. */
  readonly url: string;
  readonly port: number;
  /** Tells all who are in calls, frees ports and folder. May be called twice. */
  close(): Promise<void>;
}

const REFUSED =
  'The data folder could not be read or written. If its disk is full, free some space and start anew.';

/** How long requests that are being answered may take once it closes. */
const GRACE_MS = 1_000;

/**
 * Starts the meeting app whole on this machine: pages, API, database, and media by `chime-local`.
 * @throws Error that says in a sentence what cannot be had: a port, the folder, the certificate.
 */
export async function startLocalMeeting(options: LocalMeetingOptions): Promise<RunningMeeting> {
  const closing = new Closing();
  try {
    const port = await start(options, closing);
    return { url: originOf(options, port), port, close: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function start(options: LocalMeetingOptions, closing: Closing): Promise<number> {
  const { host = '127.0.0.1', port = 0, dataFolder, pages, tls, log = faultLog() } = options;
  const { keys, ...tables } = await openDataFolder(dataFolder, closing, (error) =>
    log.error({ fault: faultOf(error) }, REFUSED),
  );
  const { mediaPort, mediaAddresses } = options;
  const chime = await createChimeLocal({ host, mediaPort, mediaAddresses });
  closing.later(() => chime.close());
  const client = chimeClientFor(chime);
  const place = { ...tables, now: options.now ?? Date.now };
  await deleteExpired(place);
  const services = openServices({ place, chime: client, mediaRegion: LOCAL_REGION, keys });
  const patience = { ...PATIENCE, ...options.patience };
  const api = createLocalApp(services, log);
  const server = openWebServer({ pages, api, chime, host, tls, patience });
  const connections = new Connections(server, patience.maxConnectionsPerAddress);
  const opened = await listen(server, { host, port });
  closing.later(() => closeServer(server, connections, chime));
  return opened;
}

/** People in calls are told first; whoever does not hang up then is not waited for. */
async function closeServer(server: Server, connections: Connections, chime: ChimeLocal) {
  const closed = once(server, 'close');
  server.close();
  const grace = Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })]);
  await Promise.all([chime.close(), grace]);
  connections.destroyAll();
  await closed;
}

const faultLog = (): Logger => createLog({ level: 'warn', destination: pino.destination(2) });

/** All interfaces have no address of their own, and this machine is one of them. */
function originOf({ host = '127.0.0.1', tls }: LocalMeetingOptions, port: number): string {
  const name = /^(127\.0\.0\.1|0\.0\.0\.0|::1?)$/.test(host) ? 'localhost' : host;
  return `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
