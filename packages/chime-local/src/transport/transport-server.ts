import { networkInterfaces } from 'node:os';
import { Claims } from './claims';
import { ClientTransport, type TransportHost } from './client-transport';
import { createCertificate, type DtlsCertificate } from './dtls/certificate';
import { FaultGuard, guardListener } from './fault-guard';
import { localUfrag } from './stun/answer-binding';
import { parseStun } from './stun/stun-message';
import type { Candidate, Transport, TransportListener, TransportServer } from './transport';
import { packetKind } from './udp/packet-kind';
import { addressKey, type RemoteAddress } from './udp/remote-address';
import { UdpPort } from './udp/udp-port';

export interface TransportOptions {
  /** What the socket is bound to. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where clients reach it; empty: at `host`, or where that is all interfaces at each of them. */
  readonly addresses: readonly string[];
  /** After how much silence a client is lost. Default: 5,000. */
  readonly silenceMs?: number;
  /** How long a client may take until it is connected. Default: 15,000. */
  readonly handshakeMs?: number;
  /** Is told of faults in the handling of packets. Default: Node's own warnings. */
  readonly log?: ((line: string) => void) | undefined;
}

const SILENCE_MS = 5_000;
const HANDSHAKE_MS = 15_000;

/** How finely silence is measured. */
const SILENCE_BEATS = 10;

const ALL_INTERFACES: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', 'IPv4'],
  ['::', 'IPv6'],
]);

function interfaceAddresses(family: string): string[] {
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return interfaces.filter((one) => one.family === family).map(({ address }) => address);
}

function announcedAddresses(bound: string, addresses: readonly string[]): readonly string[] {
  if (addresses.length > 0) return addresses;
  const family = ALL_INTERFACES.get(bound);
  return family === undefined ? [bound] : interfaceAddresses(family);
}

/** Finds whose each packet is, and counts the beats by which silence is measured. */
class UdpTransportServer implements TransportServer, TransportHost {
  readonly ufrags = new Claims<ClientTransport>();
  readonly addresses = new Claims<ClientTransport>();
  readonly silenceBeats = SILENCE_BEATS;
  readonly handshakeBeats: number;
  readonly #transports = new Set<ClientTransport>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly udp: UdpPort,
    readonly certificate: DtlsCertificate,
    readonly candidates: readonly Candidate[],
    private readonly guard: FaultGuard,
    silenceMs: number,
    handshakeMs: number,
  ) {
    const beatMs = silenceMs / SILENCE_BEATS;
    this.handshakeBeats = Math.ceil(handshakeMs / beatMs);
    this.#timer = setInterval(() => this.#beat(), beatMs);
  }

  get fingerprint(): string {
    return this.certificate.fingerprint;
  }

  open(listener: TransportListener): Transport {
    const transport = new ClientTransport(this, guardListener(listener, this.guard));
    this.#transports.add(transport);
    return transport;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const transport of this.#transports) transport.close();
    await this.udp.close();
  }

  send(packet: Buffer, to: RemoteAddress): void {
    this.udp.send(packet, to);
  }

  closed(transport: ClientTransport): void {
    this.#transports.delete(transport);
  }

  /** Whatever it is, it ends nothing but itself; from port 0 it could not even be answered. */
  receive(packet: Buffer, source: RemoteAddress): void {
    if (source.port !== 0) this.guard.run(() => this.#receive(packet, source));
  }

  /** Strangers get no answer, and cost no more than a look into a table. */
  #receive(packet: Buffer, source: RemoteAddress): void {
    const kind = packetKind(packet);
    if (kind === undefined) return;
    if (kind === 'stun') this.#receiveCheck(packet, source);
    else this.addresses.find(addressKey(source))?.receive(kind, packet);
  }

  #receiveCheck(packet: Buffer, source: RemoteAddress): void {
    const message = parseStun(packet);
    const ufrag = message && localUfrag(message);
    if (message && ufrag !== undefined) {
      this.ufrags.find(ufrag)?.receiveCheck(message, ufrag, source);
    }
  }

  #beat(): void {
    for (const transport of this.#transports) this.guard.run(() => transport.beat());
  }
}

/** Opens the UDP port of the media. @throws Error where it cannot be had. */
export async function openTransportServer({
  host,
  port,
  addresses,
  silenceMs = SILENCE_MS,
  handshakeMs = HANDSHAKE_MS,
  log,
}: TransportOptions): Promise<TransportServer> {
  const certificate = await createCertificate();
  const udp = await UdpPort.open(host, port, (packet, source) => server.receive(packet, source));
  const bound = udp.address;
  const candidates = announcedAddresses(bound.address, addresses).map((address) => ({
    address,
    port: bound.port,
  }));
  const guard = new FaultGuard(log);
  const server = new UdpTransportServer(
    udp,
    certificate,
    candidates,
    guard,
    silenceMs,
    handshakeMs,
  );
  return server;
}
