import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { errorResponse } from './control/error-response';
import type { ChimeLocalFigures } from './figures';
import { listenError } from './listen-error';
import { isLoopback } from './network';
import { checkOptions, type CheckedOptions, type StartOptions } from './options';
import { createChimeLocal, type ChimeLocal } from './service';

/** A meeting of all attendees there may be, each with a content share, and three times more. */
const MAX_CONNECTIONS = 2048;

/** With which requests are waited for that come in pieces. */
const PATIENCE = {
  requestTimeout: 15_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 2000,
} as const;

/** A service that listens. */
export interface RunningChimeLocal {
  /** For the `endpoint` of `@aws-sdk/client-chime-sdk-meetings`, such as `http://127.0.0.1:9090`. */
  readonly endpoint: string;
  /** TCP port of control API and signalling. */
  readonly port: number;
  /** Where clients reach the UDP port. */
  readonly candidates: ChimeLocal['candidates'];
  /** What it did since it began. */
  figures(): ChimeLocalFigures;
  /** Tells all clients at once that their meetings are over, and frees both ports. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts the meeting service of the Amazon Chime SDK on this machine: a stand-in for development,
 * tests and trials, not a production media service.
 * @param options - All may be left out: then it listens on free ports of 127.0.0.1.
 * @throws TypeError where an option is wrong, before anything is opened.
 * @throws ListenError where a port cannot be had.
 */
export async function startChimeLocal(options: StartOptions = {}): Promise<RunningChimeLocal> {
  const checked = checkOptions(options);
  warnIfReachable(checked, options.log ?? ((line) => process.emitWarning(line, 'ChimeLocal')));
  const service = await createChimeLocal(options);
  try {
    const server = await listen(service, checked);
    return new RunningService(service, server, checked.host);
  } catch (error) {
    await service.close();
    throw listenError({ kind: 'TCP', host: checked.host, port: checked.port }, error);
  }
}

function warnIfReachable({ host, mediaAddresses }: CheckedOptions, warn: (line: string) => void) {
  if (!isLoopback(host)) {
    warn(
      `It listens on ${host}: whoever reaches that may open and end meetings, since nobody is asked ` +
        'for credentials. Leave the host out to serve this machine alone.',
    );
  } else if (mediaAddresses.some((address) => !isLoopback(address))) {
    warn(
      'Its UDP port is open on all interfaces, since a media address is not this machine alone.',
    );
  }
}

async function listen(service: ChimeLocal, { host, port }: CheckedOptions): Promise<Server> {
  const answer = getRequestListener((request) => service.fetch(request), {
    // Of the server's own: an address that cannot be read, or none.
    errorHandler: (error) => errorResponse(400, 'BadRequest', messageOf(error)),
  });
  const server = createServer(PATIENCE, (request, response) => void answer(request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.on('upgrade', (request, socket, head) => service.upgrade(request, socket, head));
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

class RunningService implements RunningChimeLocal {
  readonly endpoint: string;
  readonly port: number;
  readonly #service: ChimeLocal;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #closed: Promise<void> | undefined;

  constructor(service: ChimeLocal, server: Server, host: string) {
    this.#service = service;
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.endpoint = `http://${nameOf(host)}:${this.port}`;
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  get candidates(): ChimeLocal['candidates'] {
    return this.#service.candidates;
  }

  figures(): ChimeLocalFigures {
    return this.#service.figures();
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    await this.#service.close();
    // Those that were upgraded, too: the server itself waits for them to hang up.
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** All interfaces have no address of their own; this machine is one of them. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
