import type { Claims } from './claims';
import type { DtlsCertificate } from './dtls/certificate';
import { DtlsEndpoint } from './dtls/dtls-endpoint';
import type { SrtpAgreement } from './dtls/werift-handshake';
import { ClientPaths } from './ice/client-paths';
import { IceLite } from './ice/ice-lite';
import { RecentChecks } from './ice/recent-checks';
import { SrtpReceiver } from './srtp/srtp-receiver';
import { SrtpSender } from './srtp/srtp-sender';
import { answerBinding } from './stun/answer-binding';
import type { StunMessage } from './stun/stun-message';
import type { IceCredentials, RemoteTransport, Transport, TransportListener } from './transport';
import type { PacketKind } from './udp/packet-kind';
import { addressKey, type RemoteAddress } from './udp/remote-address';

/** What all clients share. */
export interface TransportHost {
  readonly certificate: DtlsCertificate;
  /** By our user fragment. */
  readonly ufrags: Claims<ClientTransport>;
  /** By the address that packets come from. */
  readonly addresses: Claims<ClientTransport>;
  /** After so many beats without a true packet a client is lost. */
  readonly silenceBeats: number;
  /** After so many a client that is not connected is. */
  readonly handshakeBeats: number;
  send(packet: Buffer, to: RemoteAddress): void;
  closed(transport: ClientTransport): void;
}

interface SrtpEnds {
  readonly sender: SrtpSender;
  readonly receiver: SrtpReceiver;
}

/** What a client's end must be for as long as the transport lives. */
function haveSameFingerprints(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((fingerprint) => b.includes(fingerprint));
}

/**
 * The way to one client: the addresses it stands behind, its handshake, its keys. Whatever comes from
 * the network is dropped in silence unless it is true.
 */
export class ClientTransport implements Transport {
  readonly #ice = new IceLite();
  readonly #checks = new RecentChecks();
  readonly #paths = new ClientPaths();
  #state: 'idle' | 'connecting' | 'connected' | 'closed' = 'idle';
  #fingerprints: readonly string[] = [];
  #dtls: DtlsEndpoint | undefined;
  #srtp: SrtpEnds | undefined;
  #beats = 0;

  constructor(
    private readonly host: TransportHost,
    private readonly listener: TransportListener,
  ) {}

  get credentials(): IceCredentials {
    return this.#ice.credentials;
  }

  connect({ ice, fingerprints }: RemoteTransport): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'idle') this.#begin(fingerprints);
    if (!haveSameFingerprints(this.#fingerprints, fingerprints)) {
      this.#lose('The client changed its certificate; that takes a new connection.');
      return;
    }
    const before = this.#ice.ufrags;
    this.#ice.connect(ice);
    this.#claim(before);
  }

  sendRtp(packet: Buffer): void {
    this.#send(this.#srtp?.sender.protectRtp(packet));
  }

  sendRtcp(packet: Buffer): void {
    this.#send(this.#srtp?.sender.protectRtcp(packet));
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#dtls?.close();
    this.#srtp = undefined;
    for (const ufrag of this.#ice.ufrags) this.host.ufrags.release(ufrag, this);
    for (const key of this.#paths.keys()) this.host.addresses.release(key, this);
    this.host.closed(this);
  }

  /** A check for one of our user fragments, whoever sent it. */
  receiveCheck(message: StunMessage, ufrag: string, source: RemoteAddress): void {
    const password = this.#ice.passwordOf(ufrag);
    if (password === undefined) return;
    const { response, valid, nominated } = answerBinding(message, source, password);
    if (valid && this.#isAnothers(source)) return;
    if (valid && !this.#checks.add(message.transactionId, addressKey(source))) return;
    if (response) this.host.send(response, source);
    if (valid) this.#acceptPath(ufrag, source, nominated);
  }

  /** From an address that stood a check. */
  receive(kind: Exclude<PacketKind, 'stun'>, packet: Buffer): void {
    if (kind === 'dtls') this.#dtls?.receive(packet);
    else if (kind === 'rtp') this.#receiveRtp(packet);
    else this.#receiveRtcp(packet);
  }

  /**
   * Beats are counted, and not time: a machine that slept has not waited for the client.
   */
  beat(): void {
    this.#beats += 1;
    const { silenceBeats, handshakeBeats } = this.host;
    if (this.#state === 'connected' && this.#beats > silenceBeats) {
      this.#lose('The client fell silent.');
    } else if (this.#state === 'connecting' && this.#beats > handshakeBeats) {
      this.#lose(
        this.#paths.selected
          ? 'The client did not finish the DTLS handshake in time.'
          : 'No connectivity check of the client came: it cannot reach the media port.',
      );
    }
  }

  #begin(fingerprints: readonly string[]): void {
    this.#state = 'connecting';
    this.#fingerprints = fingerprints;
    this.#dtls = new DtlsEndpoint(this.host.certificate, fingerprints, {
      send: (datagram) => this.#send(datagram),
      connected: (agreement) => this.#agree(agreement),
      failed: (reason) => this.#lose(reason),
    });
  }

  #agree({ profile, local, remote }: SrtpAgreement): void {
    this.#state = 'connected';
    this.#beats = 0;
    this.#srtp = {
      sender: new SrtpSender(profile, local),
      receiver: new SrtpReceiver(profile, remote),
    };
    this.listener.connected();
  }

  /**
   * A source can be forged: whoever is in a meeting could turn another one's packets to itself, and
   * its own media to the other, by a good check. So an address stays with whom it serves.
   */
  #isAnothers(source: RemoteAddress): boolean {
    const owner = this.host.addresses.find(addressKey(source));
    return owner !== undefined && owner !== this && owner.#state === 'connected';
  }

  #acceptPath(ufrag: string, source: RemoteAddress, nominated: boolean): void {
    this.#hear();
    this.host.addresses.claim(addressKey(source), this);
    const dropped = this.#paths.add(source, nominated);
    if (dropped !== undefined) this.host.addresses.release(dropped, this);
    const before = this.#ice.ufrags;
    this.#ice.settle(ufrag);
    this.#claim(before);
  }

  /** After a change of the user fragments. */
  #claim(before: readonly string[]): void {
    const now = this.#ice.ufrags;
    if (now === before) return;
    for (const ufrag of before) this.host.ufrags.release(ufrag, this);
    for (const ufrag of now) this.host.ufrags.claim(ufrag, this);
  }

  #receiveRtp(packet: Buffer): void {
    const plain = this.#srtp?.receiver.unprotectRtp(packet);
    if (!plain) return;
    this.#hear();
    this.listener.rtp(plain);
  }

  #receiveRtcp(packet: Buffer): void {
    const plain = this.#srtp?.receiver.unprotectRtcp(packet);
    if (!plain) return;
    this.#hear();
    this.listener.rtcp(plain);
  }

  #hear(): void {
    if (this.#state === 'connected') this.#beats = 0;
  }

  #send(packet: Buffer | undefined): void {
    const to = this.#paths.selected;
    if (packet && to) this.host.send(packet, to);
  }

  #lose(reason: string): void {
    if (this.#state === 'closed') return;
    this.close();
    this.listener.lost(reason);
  }
}
