import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright';

/** Bytes of scripts as a host that compresses sends them. */
export async function scriptBytesGzip(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** The scripts of the page itself: what its document names, and not what workers load. */
export const pageScripts = (responses: readonly Response[]): Response[] =>
  responses.filter((response) => /\/index-[^/]*\.js$/.test(response.url()));
