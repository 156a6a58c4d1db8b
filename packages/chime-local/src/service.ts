import type { Hono } from 'hono';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAddressedBy } from './control/access';
import { createControlApi } from './control/control-api';
import { processFigures, type ChimeLocalFigures } from './figures';
import { listenError } from './listen-error';
import { MeetingStore } from './meetings/meeting-store';
import { hostnameOf, isLoopback } from './network';
import { checkOptions, type ChimeLocalOptions, type CheckedOptions } from './options';
import { PublicAddress } from './public-address';
import { createMediaServer } from './routing/media-server';
import type { MediaServer } from './routing/media-room';
import { createSignalling, type Signalling } from './signalling/signalling';
import type { TransportServer } from './transport/transport';
import { openTransportServer } from './transport/transport-server';

/** The service behind a server of the caller's, which hands it requests and upgrades. */
export interface ChimeLocal {
  /** Where clients reach the UDP port. */
  readonly candidates: readonly {
    /** An IP address. */
    readonly address: string;
    /** Of UDP, 1 to 65535. */
    readonly port: number;
  }[];
  /** Answers a request of the control API, or for `/health`; never rejects. */
  fetch(request: Request): Promise<Response>;
  /**
   * Takes over a connection of signalling; what is not one is refused. The arguments are those of
   * an `upgrade` event of Node's HTTP server.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** What it did since it began. */
  figures(): ChimeLocalFigures;
  /** Tells all clients that their meetings are over, and frees the UDP port. May be called twice. */
  close(): Promise<void>;
}

/** What one service is made of, from below. */
interface Parts {
  readonly transports: TransportServer;
  readonly media: MediaServer;
  readonly store: MeetingStore;
  readonly signalling: Signalling;
}

/**
 * Makes the service without a server of its own, for one that is there already: behind TLS, or on
 * the port of an app. See {@link startChimeLocal} for one that stands alone.
 * @param options - All may be left out. `publicUrl` where TLS or a path is in between.
 * @throws TypeError where an option is wrong, before anything is opened.
 * @throws ListenError where the UDP port cannot be had.
 */
export async function createChimeLocal(options: ChimeLocalOptions = {}): Promise<ChimeLocal> {
  const checked = checkOptions(options);
  const parts = await openParts(checked, options.log);
  return new Service(parts, checked);
}

async function openParts(options: CheckedOptions, log: ChimeLocalOptions['log']): Promise<Parts> {
  const transports = await openTransports(options, log);
  const media = createMediaServer(transports);
  const store = new MeetingStore();
  const signalling = createSignalling({ directory: store, media, transports, ...(log && { log }) });
  return { transports, media, store, signalling };
}

/** A client elsewhere cannot reach a port that is bound to loopback, whatever it is told. */
async function openTransports(
  { host, mediaPort, mediaAddresses }: CheckedOptions,
  log: ChimeLocalOptions['log'],
) {
  const reachesOut = isLoopback(host) && mediaAddresses.some((address) => !isLoopback(address));
  const bound = reachesOut ? '0.0.0.0' : host;
  try {
    return await openTransportServer({
      ...{ host: bound, port: mediaPort, addresses: mediaAddresses, log },
    });
  } catch (error) {
    throw listenError({ kind: 'UDP', host: bound, port: mediaPort }, error);
  }
}

class Service implements ChimeLocal {
  readonly #parts: Parts;
  readonly #address: PublicAddress;
  readonly #api: Hono;
  readonly #hosts: readonly string[];
  readonly #began = performance.now();
  #closed: Promise<void> | undefined;

  constructor(parts: Parts, { host, publicUrl }: CheckedOptions) {
    this.#parts = parts;
    this.#address = new PublicAddress(publicUrl);
    this.#hosts = [host.toLowerCase(), ...(publicUrl ? [publicUrl.hostname] : [])];
    this.#api = createControlApi({
      store: parts.store,
      baseFor: (request) => this.#address.signalingBase(request),
      pathOf: (request) => this.#address.innerPath(new URL(request.url).pathname),
      hosts: this.#hosts,
    });
    this.#api.get('/health', (context) => context.json({ status: 'ok' }));
    const isForAll = ![host, publicUrl?.hostname ?? host].every(isLoopback);
    if (!isForAll) this.#api.get('/debug/stats', (context) => context.json(this.figures()));
  }

  get candidates(): ChimeLocal['candidates'] {
    return this.#parts.transports.candidates;
  }

  async fetch(request: Request): Promise<Response> {
    return this.#api.fetch(request);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const [path = ''] = (request.url ?? '').split('?');
    if (!isAddressedBy(hostnameOf(`http://${request.headers.host}`) ?? '', this.#hosts)) {
      return refuseUpgrade(socket, '403 Forbidden');
    }
    if (this.#address.innerPath(path).startsWith('/control/') && !this.#closed) {
      this.#parts.signalling.upgrade(request, socket, head);
      return;
    }
    refuseUpgrade(socket, '404 Not Found');
  }

  figures(): ChimeLocalFigures {
    const { media, store } = this.#parts;
    return {
      uptimeMs: Math.round(performance.now() - this.#began),
      meetings: store.size,
      media: media.figures(),
      ...processFigures(),
    };
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeParts();
    return this.#closed;
  }

  /** From above, so that clients are told while there is still a way to them. */
  async #closeParts(): Promise<void> {
    const { transports, media, store, signalling } = this.#parts;
    await signalling.close();
    store.close();
    await media.close();
    await transports.close();
  }
}

/** Whoever does not hang up by itself is not waited for. */
function refuseUpgrade(socket: Duplex, status: string): void {
  const destroy = () => void socket.destroy();
  socket.once('error', destroy).once('finish', destroy);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
