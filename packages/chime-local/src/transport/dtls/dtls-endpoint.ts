import { randomBytes } from 'node:crypto';
import { hasFingerprint, type DtlsCertificate } from './certificate';
import { helloVerifyRequest, readCookie } from './client-hello';
import { isCertificateVerified, isFinishedRight } from './client-proof';
import { ContentType, parseRecords, writeRecord, type DtlsRecord } from './dtls-record';
import { HandshakeAssembly } from './handshake-assembly';
import {
  HandshakeType,
  parseFragments,
  writeHandshake,
  type HandshakeMessage,
} from './handshake-message';
import { WeriftHandshake, type HandshakeEvents } from './werift-handshake';

const COOKIE_BYTES = 20;

/** How often flights go out again because the client asks; one that needs more is none. */
const MAX_REPEATS = 32;

const CLOSE_NOTIFY = 0;
const FATAL = 2;

type State = 'hello' | 'cookie' | 'certificate' | 'key' | 'proof' | 'finished' | 'connected';

/**
 * The passive side of DTLS 1.2 with one client (RFC 6347). Keys and answers are werift's; what it
 * lacks is here: messages that are lost, doubled or out of order, and whether the client is who it
 * says it is.
 */
export class DtlsEndpoint {
  readonly #assembly = new HandshakeAssembly();
  readonly #cookie = randomBytes(COOKIE_BYTES);
  #state: State | 'closed' = 'hello';
  #werift: WeriftHandshake | undefined;
  #repeats = 0;

  /** @param fingerprints - As in SDP: the client's certificate must have one of them. */
  constructor(
    private readonly certificate: DtlsCertificate,
    private readonly fingerprints: readonly string[],
    private readonly events: HandshakeEvents,
  ) {}

  /** Never throws, whatever it is given. */
  receive(datagram: Buffer): void {
    const before = this.#assembly.next;
    let old = false;
    for (const record of parseRecords(datagram)) {
      if (this.#state === 'closed') return;
      const isOld = record.epoch === 0 ? this.#receivePlain(record) : this.#receiveSealed(record);
      old ||= isOld;
    }
    if (old && this.#assembly.next === before) this.#repeat();
  }

  /** Says nothing to the client. */
  close(): void {
    this.#state = 'closed';
    this.#werift?.close();
  }

  /** @returns whether the client says again what it said. */
  #receivePlain({ type, fragment }: DtlsRecord): boolean {
    // Plain alerts could be anybody's; who gives up falls silent too.
    if (type !== ContentType.handshake) return false;
    let old = false;
    for (const part of parseFragments(fragment)) old = this.#assembly.add(part) || old;
    for (let next = this.#assembly.peek(); next; next = this.#assembly.peek()) this.#take(next);
    return old;
  }

  /** As `#receivePlain`. */
  #receiveSealed(record: DtlsRecord): boolean {
    const plain = record.epoch === 1 ? this.#werift?.decrypt(record) : undefined;
    if (!plain) return false;
    if (record.type === ContentType.alert) this.#takeAlert(plain);
    if (record.type !== ContentType.handshake) return false;
    if (this.#state === 'finished') this.#takeFinished(record, plain);
    return this.#state === 'connected';
  }

  /** What does not belong here is dropped, and its number waited for anew. */
  #take(message: HandshakeMessage): void {
    if (!this.#isExpected(message)) {
      this.#assembly.drop();
      return;
    }
    this.#assembly.accept();
    if (this.#state === 'hello') this.#takeHello();
    else if (this.#state === 'cookie') this.#takeCookie(message);
    else if (this.#state === 'certificate') this.#takeCertificate(message);
    else if (this.#state === 'key') this.#takeKey(message);
    else this.#takeProof(message);
  }

  #isExpected({ type, body }: HandshakeMessage): boolean {
    switch (this.#state) {
      case 'hello':
        return type === HandshakeType.clientHello;
      case 'cookie':
        return (
          type === HandshakeType.clientHello && readCookie(body)?.equals(this.#cookie) === true
        );
      case 'certificate':
        return type === HandshakeType.certificate;
      case 'key':
        return type === HandshakeType.clientKeyExchange;
      case 'proof':
        return type === HandshakeType.certificateVerify;
      default:
        return false;
    }
  }

  #takeHello(): void {
    this.#state = 'cookie';
    this.#sendHelloVerifyRequest();
  }

  /** Only now the handshake costs something. */
  #takeCookie(hello: HandshakeMessage): void {
    this.#state = 'certificate';
    this.#werift = new WeriftHandshake(this.certificate, hello, this.#cookie, {
      send: (datagram) => this.events.send(datagram),
      connected: (agreement) => {
        this.#state = 'connected';
        this.events.connected(agreement);
      },
      failed: (reason) => this.#fail(reason),
    });
  }

  #takeCertificate(message: HandshakeMessage): void {
    this.#state = 'key';
    this.#werift?.take(message);
    const shown = this.#werift?.clientCertificate;
    if (!shown || !this.fingerprints.some((fingerprint) => hasFingerprint(shown, fingerprint))) {
      this.#fail('The client showed another certificate than its offer says.');
    }
  }

  #takeKey(message: HandshakeMessage): void {
    this.#state = 'proof';
    this.#werift?.take(message);
  }

  #takeProof(message: HandshakeMessage): void {
    const werift = this.#werift;
    const certificate = werift?.clientCertificate;
    if (!werift || !certificate) return;
    this.#state = 'finished';
    if (isCertificateVerified(certificate, werift.transcript, message.body)) werift.take(message);
    else this.#fail('The client showed a certificate that is not its own.');
  }

  #takeFinished({ bytes }: DtlsRecord, plain: Buffer): void {
    const [message] = parseFragments(plain);
    const werift = this.#werift;
    if (message?.type !== HandshakeType.finished || !werift) return;
    if (isFinishedRight(werift.masterSecret, werift.transcript, message.part))
      werift.receive(bytes);
    else this.#fail('The DTLS handshake was tampered with.');
  }

  #takeAlert(plain: Buffer): void {
    if (plain[0] !== FATAL && plain[1] !== CLOSE_NOTIFY) return;
    this.#fail('The client closed its DTLS connection.');
  }

  #repeat(): void {
    if (this.#repeats >= MAX_REPEATS || this.#state === 'closed') return;
    this.#repeats += 1;
    if (this.#state === 'cookie') this.#sendHelloVerifyRequest();
    else this.#werift?.repeat();
  }

  #sendHelloVerifyRequest(): void {
    const body = helloVerifyRequest(this.#cookie);
    const message = { type: HandshakeType.helloVerifyRequest, sequence: 0, body };
    this.events.send(writeRecord(ContentType.handshake, 0, writeHandshake(message)));
  }

  #fail(reason: string): void {
    if (this.#state === 'closed') return;
    this.close();
    this.events.failed(reason);
  }
}
