import { createSocket, type Socket } from 'node:dgram';
import { EventEmitter, once } from 'node:events';
import { DtlsClient } from 'werift';
import { createCertificate, type DtlsCertificate } from '../transport/dtls/certificate';
import { ContentType, writeRecord } from '../transport/dtls/dtls-record';
import { createIceCredentials } from '../transport/ice/ice-credentials';
import { KEY_BYTES, SALT_BYTES, type SrtpProfile } from '../transport/srtp/srtp-keys';
import { SrtpReceiver } from '../transport/srtp/srtp-receiver';
import { SrtpSender } from '../transport/srtp/srtp-sender';
import type { Candidate, IceCredentials, RemoteTransport } from '../transport/transport';
import { packetKind } from '../transport/udp/packet-kind';
import { writeCheck } from './connectivity-check';

export interface FakeClientOptions {
  readonly profile?: SrtpProfile;
  /** How often checks go out. Default: each 50 ms. */
  readonly checkEveryMs?: number;
  /** Loses a datagram. */
  readonly drop?: (datagram: Buffer, direction: 'in' | 'out') => boolean;
  /** Shown instead of the one that `remote` names. */
  readonly certificate?: DtlsCertificate;
}

const PROFILE_NUMBERS = { AES128_CM_HMAC_SHA1_80: 1, AEAD_AES_128_GCM: 7 } as const;

const CHECK_EVERY_MS = 50;

/** One end of a call without a browser: ICE, DTLS by werift as the active side, and our SRTP. */
export class FakeClient {
  readonly rtpPackets: Buffer[] = [];
  readonly rtcpPackets: Buffer[] = [];
  /** Datagrams as they came, of all kinds. */
  readonly datagrams: Buffer[] = [];
  /** Of those sent. */
  readonly sent: Buffer[] = [];
  readonly #events = new EventEmitter();
  readonly #ice = createIceCredentials();
  #socket: Socket;
  #dtls: DtlsClient | undefined;
  #srtp: { sender: SrtpSender; receiver: SrtpReceiver } | undefined;
  #server: { candidate: Candidate; credentials: IceCredentials } | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly certificate: DtlsCertificate,
    private readonly options: FakeClientOptions,
  ) {
    this.#socket = this.#openSocket();
  }

  static async open(options: FakeClientOptions = {}): Promise<FakeClient> {
    return new FakeClient(await createCertificate(), options);
  }

  /** What its offer would say. */
  get remote(): RemoteTransport {
    return { ice: this.#ice, fingerprints: [this.certificate.fingerprint] };
  }

  /** Begins with checks and the handshake; `until(isConnected)` waits for their end. */
  begin(candidate: Candidate, credentials: IceCredentials): void {
    this.#server = { candidate, credentials };
    this.#timer = setInterval(() => this.check(), this.options.checkEveryMs ?? CHECK_EVERY_MS);
    this.check();
    const dtls = this.#createDtls();
    this.#dtls = dtls;
    dtls.onConnect.once(() => this.#agree(dtls));
    // Its failure shows as a connection that never comes.
    dtls.connect().catch(() => undefined);
  }

  async connect(candidate: Candidate, credentials: IceCredentials): Promise<void> {
    this.begin(candidate, credentials);
    await this.until(() => this.isConnected);
  }

  get isConnected(): boolean {
    return this.#srtp !== undefined;
  }

  /** One connectivity check. */
  check(nominate = true): void {
    if (!this.#server) return;
    const { credentials } = this.#server;
    this.send(writeCheck({ remote: credentials, ufrag: this.#ice.ufrag, nominate }));
  }

  /** As a datagram, whatever it is. */
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

  /** Goes on from another port, as after a change of the network. */
  async rebind(): Promise<void> {
    this.#socket.close();
    this.#socket = this.#openSocket();
  }

  /** No more checks: all that is heard of it is what the test sends. */
  stopChecks(): void {
    clearInterval(this.#timer);
  }

  /** As a browser does whose connection is closed. */
  sendCloseNotify(): void {
    if (!this.#dtls) return;
    const { cipher, sessionType } = this.#dtls;
    const header = { type: ContentType.alert, version: 0xfefd, epoch: 1, sequenceNumber: 100 };
    const sealed = cipher.cipher.encrypt(sessionType, Buffer.from([1, 0]), header);
    const record = writeRecord(header.type, header.sequenceNumber, sealed);
    record.writeUInt16BE(header.epoch, 3);
    this.send(record);
  }

  /** Resolves once this holds. The test's own time limit ends it otherwise. */
  async until(condition: (client: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#events, 'came');
  }

  /** Says nothing; the other end sees silence. */
  close(): void {
    this.stopChecks();
    this.#server = undefined;
    this.#socket.close();
    if (this.#dtls) this.#dtls.dtls.flight = 7;
  }

  #openSocket(): Socket {
    const socket = createSocket('udp4');
    socket.on('message', (datagram) => this.#receive(datagram));
    return socket;
  }

  #createDtls(): DtlsClient {
    const { certPem, keyPem, signatureHash } = this.options.certificate ?? this.certificate;
    return new DtlsClient({
      cert: certPem,
      key: keyPem,
      signatureHash,
      extendedMasterSecret: true,
      srtpProfiles: [PROFILE_NUMBERS[this.options.profile ?? 'AEAD_AES_128_GCM']],
      transport: {
        type: 'udp',
        address: { address: '', family: '', port: 0 },
        closed: false,
        onData: () => undefined,
        send: async (datagram) => this.send(datagram),
        close: async () => undefined,
      },
    });
  }

  #receive(datagram: Buffer): void {
    if (this.options.drop?.(datagram, 'in')) return;
    this.datagrams.push(Buffer.from(datagram));
    this.#dispatch(datagram);
    this.#events.emit('came');
  }

  #dispatch(datagram: Buffer): void {
    const kind = packetKind(datagram);
    if (kind === 'dtls') this.#dtls?.transport.socket.onData(datagram, ['', 0]);
    const rtp = kind === 'rtp' ? this.#srtp?.receiver.unprotectRtp(datagram) : undefined;
    const rtcp = kind === 'rtcp' ? this.#srtp?.receiver.unprotectRtcp(datagram) : undefined;
    if (rtp) this.rtpPackets.push(rtp);
    if (rtcp) this.rtcpPackets.push(rtcp);
  }

  #agree(dtls: DtlsClient): void {
    const profile = this.options.profile ?? 'AEAD_AES_128_GCM';
    const keys = dtls.extractSessionKeys(KEY_BYTES, SALT_BYTES[profile]) as Record<string, Buffer>;
    const { localKey, localSalt, remoteKey, remoteSalt } = keys as Record<
      'localKey' | 'localSalt' | 'remoteKey' | 'remoteSalt',
      Buffer
    >;
    this.#srtp = {
      sender: new SrtpSender(profile, { key: localKey, salt: localSalt }),
      receiver: new SrtpReceiver(profile, { key: remoteKey, salt: remoteSalt }),
    };
    this.#events.emit('came');
  }
}
