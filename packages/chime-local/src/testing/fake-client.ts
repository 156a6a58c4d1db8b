import { createSocket, type Socket } from 'node:dgram';
import { EventEmitter, once } from 'node:events';
import { createCertificate, type DtlsCertificate } from '../transport/dtls/certificate';
import { ContentType } from '../transport/dtls/dtls-record';
import type { SrtpAgreement } from '../transport/dtls/werift-handshake';
import { createIceCredentials } from '../transport/ice/ice-credentials';
import type { SrtpProfile } from '../transport/srtp/srtp-keys';
import { SrtpReceiver } from '../transport/srtp/srtp-receiver';
import { SrtpSender } from '../transport/srtp/srtp-sender';
import type { Candidate, IceCredentials, RemoteTransport } from '../transport/transport';
import { packetKind } from '../transport/udp/packet-kind';
import { writeCheck } from './connectivity-check';
import { FakeDtlsClient } from './dtls-client';

export interface FakeClientOptions {
  readonly profile?: SrtpProfile;
  /** Loses datagrams. */
  readonly drop?: (datagram: Buffer, direction: 'in' | 'out') => boolean;
  /** Shown instead of the one that `remote` names. */
  readonly certificate?: DtlsCertificate;
}

interface Server {
  readonly candidate: Candidate;
  readonly credentials: IceCredentials;
}

const CHECK_EVERY_MS = 50;

const CLOSE_NOTIFY = Buffer.from([1, 0]);

/** The other end of a transport without a browser: ICE, DTLS as the active side, SRTP. */
export class FakeClient {
  readonly rtpPackets: Buffer[] = [];
  readonly rtcpPackets: Buffer[] = [];
  /** As they came, all kinds of them. */
  readonly datagrams: Buffer[] = [];
  readonly sent: Buffer[] = [];
  readonly #events = new EventEmitter();
  readonly #dtls: FakeDtlsClient;
  #ice = createIceCredentials();
  #socket = this.#openSocket();
  #server: Server | undefined;
  #srtp: { sender: SrtpSender; receiver: SrtpReceiver } | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly certificate: DtlsCertificate,
    private readonly options: FakeClientOptions,
  ) {
    this.#dtls = new FakeDtlsClient({
      certificate: options.certificate ?? certificate,
      profile: options.profile ?? 'AEAD_AES_128_GCM',
      send: (datagram) => this.send(datagram),
    });
  }

  static async open(options: FakeClientOptions = {}): Promise<FakeClient> {
    return new FakeClient(await createCertificate(), options);
  }

  /** What its offer says. */
  get remote(): RemoteTransport {
    return { ice: this.#ice, fingerprints: [this.certificate.fingerprint] };
  }

  /** From which it sends. */
  get port(): number {
    return this.#socket.address().port;
  }

  get isConnected(): boolean {
    return this.#srtp !== undefined;
  }

  /** Begins with checks and the handshake, by what the answer says. */
  begin(candidate: Candidate, credentials: IceCredentials): void {
    this.#server = { candidate, credentials };
    this.#timer = setInterval(() => this.check(), CHECK_EVERY_MS);
    this.check();
    this.#dtls.begin((agreement) => this.#agree(agreement));
  }

  async connect(candidate: Candidate, credentials: IceCredentials): Promise<void> {
    this.begin(candidate, credentials);
    await this.until(({ isConnected }) => isConnected);
  }

  check(nominate = true): void {
    if (!this.#server) return;
    const { credentials } = this.#server;
    this.send(writeCheck({ remote: credentials, ufrag: this.#ice.ufrag, nominate }));
  }

  /** No more checks: all that is heard of it is what the test sends. */
  stopChecks(): void {
    clearInterval(this.#timer);
  }

  /** What a restart's offer says. @returns what the answer's end is told by. */
  restart(): RemoteTransport {
    this.#ice = createIceCredentials();
    return this.remote;
  }

  /** Goes on by what the answer to a restart says. */
  follow(credentials: IceCredentials): void {
    if (this.#server) this.#server = { ...this.#server, credentials };
  }

  /** Goes on from another port, as after a change of the network. */
  rebind(): void {
    this.#socket.close();
    this.#socket = this.#openSocket();
  }

  /** A datagram as it is, or is not. */
  send(datagram: Buffer): void {
    if (!this.#server || this.options.drop?.(datagram, 'out')) return;
    const { address, port } = this.#server.candidate;
    this.sent.push(Buffer.from(datagram));
    this.#socket.send(datagram, port, address);
  }

  sendRtp(packet: Buffer): void {
    const sealed = this.#srtp?.sender.protectRtp(packet);
    if (sealed) this.send(sealed);
  }

  sendRtcp(packet: Buffer): void {
    const sealed = this.#srtp?.sender.protectRtcp(packet);
    if (sealed) this.send(sealed);
  }

  /** As a browser whose connection is closed. */
  sendCloseNotify(): void {
    this.send(this.#dtls.seal(ContentType.alert, CLOSE_NOTIFY));
  }

  /** Resolves once this holds. The test's own time limit ends it otherwise. */
  async until(condition: (client: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#events, 'came');
  }

  /** Says nothing: the other end sees silence. */
  close(): void {
    this.stopChecks();
    this.#server = undefined;
    this.#dtls.close();
    this.#socket.close();
  }

  #openSocket(): Socket {
    const socket = createSocket('udp4');
    socket.on('message', (datagram) => this.#receive(datagram));
    return socket;
  }

  #receive(datagram: Buffer): void {
    if (this.options.drop?.(datagram, 'in')) return;
    this.datagrams.push(Buffer.from(datagram));
    this.#dispatch(datagram);
    this.#events.emit('came');
  }

  #dispatch(datagram: Buffer): void {
    const kind = packetKind(datagram);
    if (kind === 'dtls') this.#dtls.receive(datagram);
    const rtp = kind === 'rtp' ? this.#srtp?.receiver.unprotectRtp(datagram) : undefined;
    const rtcp = kind === 'rtcp' ? this.#srtp?.receiver.unprotectRtcp(datagram) : undefined;
    if (rtp) this.rtpPackets.push(rtp);
    if (rtcp) this.rtcpPackets.push(rtcp);
  }

  #agree({ profile, local, remote }: SrtpAgreement): void {
    this.#srtp = {
      sender: new SrtpSender(profile, local),
      receiver: new SrtpReceiver(profile, remote),
    };
    this.#events.emit('came');
  }
}
