import { getRequestListener } from '@hono/node-server';
import type { ChimeLocal } from 'chime-local';
import type { Hono } from 'hono';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { API_BASE } from '@cyclorama/meeting-contract';
import { strictHeaders } from '../../../../../../scripts/strict-headers.mjs';
import { Refusal } from '../../access/refusal';
import type { Pages } from '../pages/find-page';
import { servePages } from '../pages/serve-pages';
import { createWebServer, type Patience, type TlsFiles } from './create-server';
import { isOwnRequest } from './own-host';

/** What is served from one port. */
export interface Served {
  readonly pages: Pages;
  readonly api: Hono;
  /** Takes the connections of signalling. */
  readonly chime: Pick<ChimeLocal, 'upgrade'>;
  readonly host: string;
  readonly tls: TlsFiles | undefined;
  readonly patience: Patience;
}

const HEADERS = Object.entries(strictHeaders());

/** Pages, API and signalling on one server, which does not listen yet. */
export function openWebServer({ pages, api, chime, host, tls, patience }: Served): Server {
  const answerApi = getRequestListener((request, env) => api.fetch(request, env), {
    // Of the server's own: an address that cannot be read, or none.
    errorHandler: () => Response.json(unreadable.response, { status: unreadable.status }),
  });
  const answer: RequestListener = (request, response) => {
    for (const [name, value] of HEADERS) response.setHeader(name, value);
    if (!isOwnRequest(request, host)) return sendRefusal(response);
    if (isForApi(request)) return void answerApi(request, response);
    servePages(pages, request, response).catch(() => response.destroy());
  };
  const server = createWebServer(answer, tls, patience);
  server.on('upgrade', (request, socket, head) => upgrade(chime, host, { request, socket, head }));
  return server;
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

function upgrade(chime: Served['chime'], host: string, { request, socket, head }: Upgrade): void {
  if (!isOwnRequest(request, host)) return refuseUpgrade(socket);
  // It would look at the name again, and does not know those of the certificate.
  request.headers.host = 'localhost';
  chime.upgrade(request, socket, head);
}

const isForApi = ({ url = '' }: IncomingMessage): boolean =>
  url === API_BASE || url.startsWith(`${API_BASE}/`) || url.startsWith(`${API_BASE}?`);

const foreign = new Refusal('not-allowed', 'Pages of other sites may not use this one.');
const unreadable = new Refusal('bad-request', 'The address of this request cannot be read.');

function sendRefusal(response: ServerResponse): void {
  response.writeHead(foreign.status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(foreign.response));
}

/** Whoever does not hang up by itself is not waited for. */
function refuseUpgrade(socket: Duplex): void {
  const destroy = () => void socket.destroy();
  socket.once('error', destroy).once('finish', destroy);
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
