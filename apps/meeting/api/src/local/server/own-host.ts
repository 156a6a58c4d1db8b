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
  const { host: addressed = '', origin } = request.headers;
  if (!isOwnHost(addressed, host, 'encrypted' in request.socket)) return false;
  return origin === undefined || originHost(origin) === addressed.toLowerCase();
}

/** A name that leads here has no certificate of ours, so that over TLS all names are our own. */
function isOwnHost(addressed: string, host: string, isEncrypted: boolean): boolean {
  const url = `http://${addressed}`;
  if (!URL.canParse(url)) return false;
  const hostname = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return isEncrypted || isIP(hostname) !== 0 || LOOPBACK.test(hostname) || hostname === host;
}

/** Undefined for pages that have no origin, which come from anywhere. */
function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
