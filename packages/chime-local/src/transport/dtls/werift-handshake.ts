import {
  DtlsServer,
  ProtectionProfileAeadAes128Gcm,
  ProtectionProfileAes128CmHmacSha1_80,
} from 'werift';
import { KEY_BYTES, SALT_BYTES, type MasterKey, type SrtpProfile } from '../srtp/srtp-keys';
import type { DtlsCertificate } from './certificate';
import { withoutCookie } from './client-hello';
import { ContentType, writeRecord, type DtlsRecord } from './dtls-record';
import { packRecords } from './flight-packer';
import { writeHandshake, type HandshakeMessage } from './handshake-message';

/** What a handshake comes to. */
export interface SrtpAgreement {
  readonly profile: SrtpProfile;
  /** Of what the service sends. */
  readonly local: MasterKey;
  /** Of what the client sends. */
  readonly remote: MasterKey;
}

export interface HandshakeEvents {
  send(datagram: Buffer): void;
  connected(agreement: SrtpAgreement): void;
  failed(reason: string): void;
}

const PROFILES: ReadonlyMap<number | undefined, SrtpProfile> = new Map([
  [ProtectionProfileAeadAes128Gcm, 'AEAD_AES_128_GCM'],
  [ProtectionProfileAes128CmHmacSha1_80, 'AES128_CM_HMAC_SHA1_80'],
]);

/** In the numbers that werift gives to flights: the last one, after which none is sent again. */
const LAST_FLIGHT = 6;

/**
 * werift's DTLS server, on messages that were put together and checked before: it trusts what it is
 * given. It makes the answers and the keys.
 */
export class WeriftHandshake {
  readonly #server: DtlsServer;
  #outgoing: Buffer[] = [];
  #muted = false;

  /** @param hello - The ClientHello with the cookie, which was ours. */
  constructor(
    certificate: DtlsCertificate,
    hello: HandshakeMessage,
    cookie: Buffer,
    private readonly events: HandshakeEvents,
  ) {
    this.#server = this.#createServer(certificate);
    this.#server.dtls.cookie = cookie;
    this.#server.onError.subscribe((error) => this.#fail(error));
    this.#server.onConnect.once(() => this.#connect());
    this.#begin(hello);
  }

  /** In DER. Undefined: it did not come yet, or was none. */
  get clientCertificate(): Buffer | undefined {
    return this.#server.remoteCertificate;
  }

  get masterSecret(): Buffer {
    return this.#server.cipher.masterSecret;
  }

  /** All messages so far, from the second ClientHello on. */
  get transcript(): Buffer {
    return Buffer.concat(this.#server.dtls.sortedHandshakeCache.map((part) => part.serialize()));
  }

  take(message: HandshakeMessage): void {
    this.receive(writeRecord(ContentType.handshake, message.sequence, writeHandshake(message)));
  }

  receive(record: Buffer): void {
    this.#server.transport.socket.onData(record, ['', 0]);
  }

  /** What a record of the client's says. Undefined: forged, or there are no keys yet. */
  decrypt({ type, version, epoch, sequenceNumber, fragment }: DtlsRecord): Buffer | undefined {
    const header = { type, version, epoch, sequenceNumber };
    try {
      return this.#server.cipher.cipher.decrypt(this.#server.sessionType, fragment, header);
    } catch {
      return undefined;
    }
  }

  /** Sends the last flight again. */
  repeat(): void {
    this.#sendAll(this.#server.dtls.lastMessage);
  }

  close(): void {
    this.#muted = true;
    this.#server.dtls.flight = LAST_FLIGHT;
  }

  #createServer({ certPem, keyPem, signatureHash }: DtlsCertificate): DtlsServer {
    return new DtlsServer({
      cert: certPem,
      key: keyPem,
      signatureHash,
      certificateRequest: true,
      extendedMasterSecret: true,
      srtpProfiles: [ProtectionProfileAeadAes128Gcm, ProtectionProfileAes128CmHmacSha1_80],
      transport: {
        type: 'udp',
        address: { address: '', family: '', port: 0 },
        closed: false,
        onData: () => undefined,
        send: async (record) => this.#queue(record),
        close: async () => undefined,
      },
    });
  }

  /** werift reads the random and the extensions of the first ClientHello, which it is shown now. */
  #begin(hello: HandshakeMessage): void {
    this.#muted = true;
    this.take({ ...hello, sequence: 0, body: withoutCookie(hello.body) });
    this.#muted = false;
    this.take(hello);
  }

  /** A flight is sent record by record, at once. */
  #queue(record: Buffer): void {
    if (this.#muted) return;
    if (this.#outgoing.length === 0) queueMicrotask(() => this.#flush());
    this.#outgoing.push(record);
  }

  #flush(): void {
    const records = this.#outgoing;
    this.#outgoing = [];
    this.#sendAll(records);
  }

  #sendAll(records: readonly Buffer[]): void {
    if (this.#muted) return;
    for (const datagram of packRecords(records)) this.events.send(datagram);
  }

  /** Not all that werift rejects with are errors. */
  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (!this.#muted) this.events.failed(`The DTLS handshake failed: ${reason}.`);
  }

  #connect(): void {
    if (this.#muted) return;
    const profile = PROFILES.get(this.#server.srtp.srtpProfile);
    if (profile) this.events.connected(this.#agree(profile));
    else this.events.failed('The client offered no SRTP profile in its DTLS handshake.');
  }

  #agree(profile: SrtpProfile): SrtpAgreement {
    const keys = this.#server.extractSessionKeys(KEY_BYTES, SALT_BYTES[profile]);
    const { localKey, localSalt, remoteKey, remoteSalt } = keys as Record<
      keyof typeof keys,
      Buffer
    >;
    return {
      profile,
      local: { key: localKey, salt: localSalt },
      remote: { key: remoteKey, salt: remoteSalt },
    };
  }
}
