import { parseRtcp } from '../../rtp/parse-rtcp';
import type { RtcpMessage } from '../../rtp/rtcp-message';
import { parseRtp, type RtpHeader } from '../../rtp/rtp-header';
import type {
  RemoteTransport,
  Transport,
  TransportListener,
  TransportServer,
} from '../../transport/transport';

/** The client's end of a transport without a network: what it got, and a way to send. */
export class FakeTransport implements Transport {
  readonly credentials = { ufrag: 'ufrag', password: 'password' };
  readonly remotes: RemoteTransport[] = [];
  readonly rtp: Buffer[] = [];
  readonly rtcp: RtcpMessage[] = [];
  isClosed = false;
  /** Packets are counted and not kept. */
  isForgetful = false;
  sentRtp = 0;
  sentRtcp = 0;

  constructor(readonly client: TransportListener) {}

  connect(remote: RemoteTransport): void {
    this.remotes.push(remote);
  }

  sendRtp(packet: Buffer): void {
    this.sentRtp += 1;
    if (!this.isForgetful) this.rtp.push(Buffer.from(packet));
  }

  sendRtcp(packet: Buffer): void {
    this.sentRtcp += 1;
    if (!this.isForgetful) this.rtcp.push(...parseRtcp(packet));
  }

  close(): void {
    this.isClosed = true;
  }

  /** What came under one source's number. */
  headers(ssrc: number): RtpHeader[] {
    return this.rtp.flatMap((packet) => parseRtp(packet) ?? []).filter((rtp) => rtp.ssrc === ssrc);
  }

  payloads(ssrc: number): Buffer[] {
    return this.rtp
      .filter((packet) => parseRtp(packet)?.ssrc === ssrc)
      .map((packet) => packet.subarray(parseRtp(packet)?.headerBytes));
  }

  messages<T extends RtcpMessage['type']>(type: T): Extract<RtcpMessage, { type: T }>[] {
    return this.rtcp.filter((message) => isOf(message, type));
  }
}

function isOf<T extends RtcpMessage['type']>(
  message: RtcpMessage,
  type: T,
): message is Extract<RtcpMessage, { type: T }> {
  return message.type === type;
}

/** Transports whose clients a test plays. */
export class FakeTransports implements TransportServer {
  readonly candidates = [{ address: '127.0.0.1', port: 1 }];
  readonly fingerprint = 'sha-256 00';
  readonly opened: FakeTransport[] = [];

  open(client: TransportListener): FakeTransport {
    const transport = new FakeTransport(client);
    this.opened.push(transport);
    return transport;
  }

  async close(): Promise<void> {
    for (const transport of this.opened) transport.close();
  }
}
