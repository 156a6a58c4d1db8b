import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { byteRange, type ByteRange } from './byte-range';
import { contentTypeOf } from './content-types';
import { findPage, type Found, type Pages } from './find-page';

type File = Extract<Found, { type: 'file' }>;

/** Names with their content's hash in them, as Vite makes them: what they name never changes. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * Answers with a file of built pages, or the part of it that is asked for. It is our own: sirv knows no
 * `If-Range` and lists the files once, at its start; Hono's `serveStatic` sends no 304. Here each
 * answer, a 404 and a 416 too, comes from one place.
 */
export async function servePages(
  pages: Pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  const found = await findPage(pages, path);
  if (!/^(GET|HEAD)$/.test(request.method ?? '')) {
    say(response, 405, 'Here are pages: GET and HEAD alone.', { Allow: 'GET, HEAD' });
  } else if (!found) {
    say(response, 404, 'There is nothing at this address.');
  } else if (found.type === 'moved') {
    say(response, 308, 'Moved.', { Location: found.to });
  } else {
    response.setHeader('Cache-Control', cacheControl(path));
    await serveFile(found, request, response);
  }
}

async function serveFile(file: File, request: IncomingMessage, response: ServerResponse) {
  const etag = `"${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}"`;
  response.setHeader('ETag', etag);
  const range = byteRange(rangeOf(request, etag), file.size);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
  } else if (range === 'none') {
    say(response, 416, 'No such part.', { 'Content-Range': `bytes */${file.size}` });
  } else {
    await send(file, range, request, response);
  }
}

/** Anything else is asked for anew, and mostly answered by a 304. */
const cacheControl = (path: string): string =>
  HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** A part of another version is of no use. */
function rangeOf({ headers }: IncomingMessage, etag: string): string | undefined {
  const wanted = headers['if-range'];
  return wanted === undefined || wanted === etag ? headers.range : undefined;
}

async function send(
  { path, size }: File,
  range: ByteRange | undefined,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range ? 206 : 200, {
    'Content-Type': contentTypeOf(path),
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  });
  if (method === 'HEAD' || size === 0) response.end();
  // A browser that has seen enough hangs up; that is no error.
  else await pipeline(createReadStream(path, { start, end }), response).catch(() => undefined);
}

function say(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}
