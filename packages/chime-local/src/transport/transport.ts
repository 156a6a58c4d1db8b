/** User fragment and password of one end (RFC 8445, section 5.3). */
export interface IceCredentials {
  readonly ufrag: string;
  readonly password: string;
}

/** What a client's offer says about its end. */
export interface RemoteTransport {
  readonly ice: IceCredentials;
  /** As in SDP: `sha-256 AA:BB:…` (RFC 8122). One of them must be the certificate's. */
  readonly fingerprints: readonly string[];
}

/** Where clients reach the UDP port. */
export interface Candidate {
  readonly address: string;
  readonly port: number;
}

/** What a transport tells its owner. Packets are valid until the call returns. */
export interface TransportListener {
  /** Keys are agreed on: from now on packets flow. */
  connected(): void;
  /** Nothing more will come: the client fell silent, left, or its certificate was another's. */
  lost(reason: string): void;
  /** A whole RTP packet (RFC 3550), decrypted and not seen before. */
  rtp(packet: Buffer): void;
  /** A compound RTCP packet, decrypted and not seen before. */
  rtcp(packet: Buffer): void;
}

/** One client's encrypted way: ICE-lite, DTLS as the passive side, SRTP. */
export interface Transport {
  /** Our end's, for the answer; others after an ICE restart. */
  readonly credentials: IceCredentials;
  /** Names the other end. Again with the same values: nothing; with others: an ICE restart. */
  connect(remote: RemoteTransport): void;
  /**
   * Encrypts and sends a plain packet, which stays the caller's. Dropped before `connected`. One that
   * is sent again must be the same byte for byte: another under its sequence number would give the
   * keys away.
   */
  sendRtp(packet: Buffer): void;
  sendRtcp(packet: Buffer): void;
  close(): void;
}

/** One UDP port for all clients. */
export interface TransportServer {
  readonly candidates: readonly Candidate[];
  /** Of our certificate, as in SDP: `sha-256 AA:BB:…`. */
  readonly fingerprint: string;
  open(listener: TransportListener): Transport;
  close(): Promise<void>;
}
