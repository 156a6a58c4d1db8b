import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** A certificate, with all that belongs to its chain, and its key, as PEM. */
export interface TlsFiles {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/** How long the server waits for requests that come in pieces, and how many connections it bears. */
export interface Patience {
  readonly requestTimeout: number;
  readonly headersTimeout: number;
  readonly connectionsCheckingInterval: number;
  /** All addresses together. */
  readonly maxConnections: number;
  readonly maxConnectionsPerAddress: number;
}

export const PATIENCE: Patience = {
  requestTimeout: 15_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxConnections: 2_048,
  maxConnectionsPerAddress: 512,
};

/** A server that does not listen yet. @throws Error where certificate or key are none. */
export function createWebServer(
  answer: RequestListener,
  tls: TlsFiles | undefined,
  patience: Patience,
): Server {
  const server = tls ? createTls(answer, tls, patience) : createServer(patience, answer);
  server.maxConnections = patience.maxConnections;
  return server;
}

function createTls(answer: RequestListener, tls: TlsFiles, patience: Patience): Server {
  const options = { ...patience, ...tls, handshakeTimeout: patience.headersTimeout };
  try {
    return createTlsServer(options, answer);
  } catch (error) {
    throw new Error(
      'The certificate and its key could not be used. Both must be PEM and belong together ' +
        `(${error instanceof Error ? error.message : String(error)}).`,
      { cause: error },
    );
  }
}
