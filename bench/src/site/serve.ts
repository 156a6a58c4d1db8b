import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { STRICT_HEADERS } from '../../../scripts/strict-headers.mjs';
import { FileLog, type ServedBytes } from './file-log';
import { sendFile } from './send-file';

/** Answers one request below its prefix; `rest` is what follows the prefix in the path. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  rest: string,
) => void | Promise<void>;

/** A server on localhost. */
export interface Site {
  readonly url: string;
  /** Sizes of the files of the built page that were asked for so far. */
  servedBytes(isCounted: (path: string) => boolean): Promise<ServedBytes>;
  close(): Promise<void>;
}

/**
 * Serves a folder on localhost.
 * @param routes - By prefix, such as `/frames/`; they come before the folder.
 * @param headers - Sent with every response.
 */
export async function serve(
  folder: string,
  routes: Readonly<Record<string, Route>>,
  headers: Readonly<Record<string, string>> = STRICT_HEADERS,
): Promise<Site> {
  const log = new FileLog(folder);
  const server = createServer((request, response) => {
    for (const header of Object.entries(headers)) response.setHeader(...header);
    answer(folder, routes, log, request, response).catch((error: unknown) => {
      console.error(String(error));
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}/`,
    servedBytes: (isCounted) => log.bytes(isCounted),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

async function answer(
  folder: string,
  routes: Readonly<Record<string, Route>>,
  log: FileLog,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const prefix = Object.keys(routes).find((key) => path.startsWith(key));
  if (prefix !== undefined) return routes[prefix]?.(request, response, path.slice(prefix.length));
  const file = path === '/' ? 'index.html' : path.slice(1);
  log.note(file);
  // Hashed names never change; the page itself is asked for anew.
  response.setHeader('Cache-Control', path === '/' ? 'no-cache' : 'max-age=31536000, immutable');
  return sendFile(folder, file, request, response);
}
