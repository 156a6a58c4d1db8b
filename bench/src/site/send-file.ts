import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentType } from './content-types';

/** Sends a file of a folder, or the part that is asked for, without which a movie cannot seek. */
export async function sendFile(
  folder: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const root = resolve(folder);
  const path = resolve(root, file);
  const found = path.startsWith(root + sep) ? await stat(path).catch(() => undefined) : undefined;
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const { start, end } = parseRange(request.headers.range, found.size);
  response.writeHead(request.headers.range ? 206 : 200, {
    'Content-Type': contentType(path),
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    ...(request.headers.range && { 'Content-Range': `bytes ${start}-${end}/${found.size}` }),
  });
  // A browser that has seen enough hangs up; that is no error.
  await pipeline(createReadStream(path, { start, end }), response).catch(() => undefined);
}

function parseRange(range: string | undefined, size: number): { start: number; end: number } {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  return { start: Math.min(Number(from ?? 0), end), end };
}
