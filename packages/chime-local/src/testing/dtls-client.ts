import { DtlsClient } from 'werift';
import type { DtlsCertificate } from '../transport/dtls/certificate';
import type { SrtpAgreement } from '../transport/dtls/werift-handshake';
import { KEY_BYTES, SALT_BYTES, type SrtpProfile } from '../transport/srtp/srtp-keys';

const PROFILE_NUMBERS = { AES128_CM_HMAC_SHA1_80: 1, AEAD_AES_128_GCM: 7 } as const;

/** In werift's numbers, after which nothing is sent again. */
const LAST_FLIGHT = 7;

export interface FakeDtlsOptions {
  readonly certificate: DtlsCertificate;
  readonly profile: SrtpProfile;
  send(datagram: Buffer): void;
}

/** The active side of DTLS, by werift. */
export class FakeDtlsClient {
  readonly #client: DtlsClient;

  constructor(private readonly options: FakeDtlsOptions) {
    const { certPem, keyPem, signatureHash } = options.certificate;
    this.#client = new DtlsClient({
      cert: certPem,
      key: keyPem,
      signatureHash,
      extendedMasterSecret: true,
      srtpProfiles: [PROFILE_NUMBERS[options.profile]],
      transport: {
        type: 'udp',
        address: { address: '', family: '', port: 0 },
        closed: false,
        onData: () => undefined,
        send: async (datagram) => options.send(datagram),
        close: async () => undefined,
      },
    });
  }

  /** @param connected - Called with the keys; never where the handshake fails. */
  begin(connected: (agreement: SrtpAgreement) => void): void {
    this.#client.onConnect.once(() => connected(this.#agreement));
    this.#client.connect().catch(() => undefined);
  }

  receive(datagram: Buffer): void {
    this.#client.transport.socket.onData(datagram, ['', 0]);
  }

  /** A record under the keys of the connection. */
  seal(type: number, content: Buffer): Buffer {
    const { cipher, sessionType } = this.#client;
    const header = { type, version: 0xfefd, epoch: 1, sequenceNumber: 100 };
    const sealed = cipher.cipher.encrypt(sessionType, content, header);
    const record = Buffer.alloc(13 + sealed.length);
    record.writeUInt8(type, 0);
    record.writeUInt16BE(header.version, 1);
    record.writeUInt16BE(header.epoch, 3);
    record.writeUIntBE(header.sequenceNumber, 5, 6);
    record.writeUInt16BE(sealed.length, 11);
    sealed.copy(record, 13);
    return record;
  }

  close(): void {
    this.#client.dtls.flight = LAST_FLIGHT;
  }

  get #agreement(): SrtpAgreement {
    const { profile } = this.options;
    const keys = this.#client.extractSessionKeys(KEY_BYTES, SALT_BYTES[profile]);
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
