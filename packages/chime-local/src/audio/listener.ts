import { FIXED_HEADER_BYTES } from '../rtp/rtp-header';
import { writeSenderReport } from '../rtp/write-rtcp';
import { FRAME_SAMPLES } from './opus-packet';
import type { PacketSink } from './packet-sink';

const MAX_PACKET_BYTES = 1500;

/** Where a listener's packets go, and how that client numbers them. */
export interface ListenerOutput {
  readonly ssrc: number;
  readonly payloadType: number;
  /** False: it gets silence. */
  readonly mayHear: boolean;
}

/** One client's ear: a packet each 20 ms, numbered without gaps whoever is heard. */
export class Listener {
  readonly #packet = Buffer.alloc(MAX_PACKET_BYTES);
  #sequence = Math.floor(Math.random() * 0x8000);
  #timestamp = Math.floor(Math.random() * 2 ** 32);
  #packets = 0;
  #payloadBytes = 0;

  constructor(
    readonly owner: string,
    public output: ListenerOutput,
    private readonly sink: PacketSink,
  ) {
    this.#packet[0] = 0x80;
  }

  /** One packet further; undefined: it was lost, which the client's own decoder conceals best. */
  send(payload: Buffer | undefined): void {
    if (payload) this.#write(payload);
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.skip(1);
  }

  /** Time goes on without packets. */
  skip(ticks: number): void {
    this.#timestamp = (this.#timestamp + ticks * FRAME_SAMPLES) >>> 0;
  }

  /** Tells the client what the media's clock shows now. */
  report(): void {
    const figures = {
      ssrc: this.output.ssrc,
      timeMs: Date.now(),
      rtpTimestamp: this.#timestamp,
      packets: this.#packets,
      payloadBytes: this.#payloadBytes,
    };
    this.sink.sendRtcp(writeSenderReport(figures));
  }

  #write(payload: Buffer): void {
    const packet = this.#packet;
    packet[1] = this.output.payloadType;
    packet.writeUInt16BE(this.#sequence, 2);
    packet.writeUInt32BE(this.#timestamp, 4);
    packet.writeUInt32BE(this.output.ssrc, 8);
    const bytes = payload.copy(packet, FIXED_HEADER_BYTES);
    this.#packets += 1;
    this.#payloadBytes += bytes;
    this.sink.sendRtp(packet.subarray(0, FIXED_HEADER_BYTES + bytes));
  }
}
