import { isIP } from 'node:net';

/** Where media come in, and how clients address the service. */
export interface ChimeLocalOptions {
  /**
   * Address or name to which sockets are bound. Default: `127.0.0.1`, so that nobody outside this
   * machine reaches the service. Its control API asks for no credentials: bind it elsewhere only in
   * networks where everybody may open and end meetings.
   */
  readonly host?: string | undefined;
  /** UDP port of all media, 0 to 65535. Default: 0, any that is free. */
  readonly mediaPort?: number | undefined;
  /**
   * IP addresses at which clients reach the UDP port, where it is not `host`: a LAN address for
   * Firefox, which does not take loopback, or the address outside a container. With one that is no
   * loopback address, the UDP port is bound to all interfaces. Default: none.
   */
  readonly mediaAddresses?: readonly string[] | undefined;
  /**
   * `http:` or `https:` address at which clients reach the service, where that is not the one that
   * the request for a meeting came to: behind a proxy, which may add TLS, or in a container. Its
   * path, if it has one, stands before all paths of the service. Default: none.
   */
  readonly publicUrl?: string | undefined;
  /** Takes what the service tells, a line at a time. Default: warnings alone, as Node's own. */
  readonly log?: ((line: string) => void) | undefined;
}

/** {@link ChimeLocalOptions}, and where requests come in. */
export interface StartOptions extends ChimeLocalOptions {
  /** TCP port of control API and signalling, 0 to 65535. Default: 0, any that is free. */
  readonly port?: number | undefined;
}

/** Options after a check, with their defaults. */
export interface CheckedOptions {
  readonly host: string;
  readonly port: number;
  readonly mediaPort: number;
  readonly mediaAddresses: readonly string[];
  readonly publicUrl: URL | undefined;
}

const HIGHEST_PORT = 65_535;

/** @throws TypeError that names the option and its value. */
export function checkOptions(options: StartOptions): CheckedOptions {
  const { host = '127.0.0.1', port = 0, mediaPort = 0, mediaAddresses = [] } = options;
  if (host === '') throw new TypeError('options.host must be an address or a name, got "".');
  checkPort('port', port);
  checkPort('mediaPort', mediaPort);
  mediaAddresses.forEach(checkAddress);
  return { host, port, mediaPort, mediaAddresses, publicUrl: readUrl(options.publicUrl) };
}

function checkPort(name: string, port: number): void {
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return;
  throw new TypeError(`options.${name} must be a whole number from 0 to 65535, got ${port}.`);
}

function checkAddress(address: string): void {
  if (isIP(address) !== 0) return;
  throw new TypeError(`options.mediaAddresses must be IP addresses, got "${address}".`);
}

function readUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return url;
  throw new TypeError(`options.publicUrl must be an http: or https: address, got "${text}".`);
}
