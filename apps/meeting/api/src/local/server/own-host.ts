import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const LOOPBACK = /^(.+\.)?localhost\.?$/i;

/**
 * Whether a request is addressed to this machine, and comes from a page of it if from any: a page
 * elsewhere must not act through the browser of somebody who is here, neither across origins nor by a
 * name of its own that leads here (DNS rebinding).
 * @param host - What the server listens on.
 */
export function isOwnRequest(request: IncomingMessage, host: string): boolean {
  const isEncrypted = 'encrypted' in request.socket;
  const { host: addressed = '', origin } = request.headers;
  const own = readUrl(`${isEncrypted ? 'https' : 'http'}://${addressed}`);
  if (!own || !(isEncrypted || isOwnName(own.hostname, host))) return false;
  // Pages that have no origin, `null`, come from anywhere.
  return origin === undefined || readUrl(origin)?.host === own.host;
}

/** A name that leads here has no certificate of ours: only without TLS it must be looked at. */
function isOwnName(name: string, host: string): boolean {
  const bare = name.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) !== 0 || LOOPBACK.test(bare) || bare === host;
}

const readUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);
