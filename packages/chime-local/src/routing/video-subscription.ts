import type { PacketSink } from '../audio/packet-sink';
import type { SenderReport } from '../rtp/rtcp-message';
import { writeSenderReport } from '../rtp/write-rtcp';
import type { MediaCounters } from './media-counters';
import type { PayloadTypes } from './media-room';
import type { PublishedStream, StreamSubscriber } from './published-stream';
import { RateLimit } from './rate-limit';
import type { RecordedPacket } from './recorded-packet';
import { Timeline, type Stretch } from './timeline';

/** A client that asks for everything again and again gets no more than this. */
const REPEATS_PER_SECOND = 256;
const KEY_FRAMES_PER_SECOND = 1;

/** How a client numbers what it is shown. */
export interface SectionFormat {
  readonly payloadTypes: PayloadTypes;
  readonly orientationId: number | undefined;
}

function isSameFormat(one: SectionFormat, other: SectionFormat): boolean {
  const types = [...one.payloadTypes];
  return (
    one.orientationId === other.orientationId &&
    types.length === other.payloadTypes.size &&
    types.every(([codec, type]) => other.payloadTypes.get(codec) === type)
  );
}

type VideoStretch = Stretch<PublishedStream, SectionFormat>;

/** What one client is shown in one section: a stream, or one after the other. */
export class VideoSubscription implements StreamSubscriber {
  readonly #timeline = new Timeline<PublishedStream, SectionFormat>();
  readonly #repeats = new RateLimit(REPEATS_PER_SECOND, REPEATS_PER_SECOND);
  readonly #keyFrames = new RateLimit(1, KEY_FRAMES_PER_SECOND);
  /** What is to be shown. */
  #wanted: PublishedStream | undefined;
  /** What is shown: another than is wanted until that one's key frame comes. */
  #shown: PublishedStream | undefined;
  #isHeld = true;
  #packets = 0;
  #payloadBytes = 0;

  /** It begins held. */
  constructor(
    readonly ssrc: number,
    private format: SectionFormat,
    private readonly sink: PacketSink,
    private readonly counters: MediaCounters,
  ) {}

  /** What was sent before stays as it was, should it be asked for again. */
  reformat(format: SectionFormat): void {
    if (isSameFormat(format, this.format)) return;
    this.format = format;
    this.#timeline.rewrite(format);
  }

  /** Another stream. Where it is the same client's, the former goes on until it can begin. */
  follow(stream: PublishedStream | undefined, nowMs: number): void {
    if (stream === this.#wanted) return;
    if (this.#wanted !== this.#shown) this.#wanted?.remove(this);
    this.#wanted = stream;
    if (this.#shown?.sender !== stream?.sender) this.#hide();
    this.#await(nowMs);
  }

  /** Stands still. */
  hold(): void {
    this.#isHeld = true;
    this.#wanted?.remove(this);
    this.#hide();
  }

  /** Goes on, with a key frame. */
  release(nowMs: number): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#await(nowMs);
  }

  receive(stream: PublishedStream, packet: RecordedPacket, nowMs: number): void {
    if (stream === this.#shown) this.#send(packet, nowMs);
    else if (stream === this.#wanted) this.#beginAt(stream, packet, nowMs);
  }

  noteSenderReport(stream: PublishedStream, report: SenderReport): void {
    const stretch = this.#timeline.current;
    if (stream !== this.#shown || stretch?.source !== stream) return;
    const figures = {
      ssrc: this.ssrc,
      timeMs: report.timeMs,
      rtpTimestamp: stretch.timestampOf(report.rtpTimestamp),
      packets: this.#packets,
      payloadBytes: this.#payloadBytes,
    };
    this.sink.sendRtcp(writeSenderReport(figures));
  }

  interrupt(stream: PublishedStream, nowMs: number): void {
    if (stream === this.#shown) this.#hide();
    this.#await(nowMs);
  }

  withdraw(stream: PublishedStream): void {
    if (stream === this.#wanted) this.#wanted = undefined;
    if (stream === this.#shown) this.#shown = undefined;
    this.#timeline.forget(stream);
  }

  /** Packets that the client did not get, by its own numbers. */
  repeat(numbers: readonly number[], nowMs: number): void {
    for (const number of numbers) {
      if (!this.#repeats.take(nowMs)) return;
      this.#repeatOne(number);
    }
  }

  /** The client cannot go on without one. */
  requestKeyFrame(nowMs: number): void {
    if (this.#keyFrames.take(nowMs)) this.#wanted?.requestKeyFrame(nowMs);
  }

  /** It is shown nothing, until it is led to another stream. */
  rest(): void {
    this.hold();
    this.#wanted = undefined;
    this.#timeline.forgetAll();
  }

  #await(nowMs: number): void {
    if (this.#isHeld || !this.#wanted || this.#wanted === this.#shown) return;
    this.#wanted.add(this);
    this.#wanted.requestKeyFrame(nowMs);
  }

  /** What is wanted stays subscribed to: its next key frame shows it again. */
  #hide(): void {
    if (this.#shown !== this.#wanted) this.#shown?.remove(this);
    this.#shown = undefined;
  }

  #reads(packet: RecordedPacket): boolean {
    return this.format.payloadTypes.has(packet.codec);
  }

  /** What came after a key frame's first packet, which was late, is sent too. */
  #beginAt(stream: PublishedStream, first: RecordedPacket, nowMs: number): void {
    if (!first.startsKeyFrame || !this.#reads(first)) return;
    this.#hide();
    this.#shown = stream;
    this.#timeline.begin(stream, this.format, first.sequence, first.timestamp, nowMs);
    for (let sequence = first.sequence; sequence <= stream.highest; sequence += 1) {
      const packet = stream.find(sequence);
      if (packet) this.#send(packet, nowMs);
    }
  }

  #send(packet: RecordedPacket, nowMs: number): void {
    if (!this.#reads(packet)) this.#hide();
    const stretch = this.#shown && this.#timeline.current;
    const out = stretch?.outOf(packet.sequence);
    if (!stretch || out === undefined) return;
    this.#transmit(packet, stretch, out);
    this.#timeline.noteSent(out, stretch.timestampOf(packet.timestamp), nowMs);
  }

  #transmit(packet: RecordedPacket, stretch: VideoStretch, out: number): void {
    const { payloadTypes, orientationId } = stretch.format;
    const payloadType = payloadTypes.get(packet.codec);
    if (payloadType === undefined) return;
    const view = packet.addressTo({
      ssrc: this.ssrc,
      payloadType,
      sequenceNumber: out & 0xffff,
      timestamp: stretch.timestampOf(packet.timestamp),
      orientationId,
    });
    this.#packets += 1;
    this.#payloadBytes += packet.payloadBytes;
    this.sink.sendRtp(view);
  }

  #repeatOne(number: number): void {
    const sent = this.#timeline.find(number);
    const packet = sent?.stretch.source.find(sent.sequence);
    const out = packet && sent?.stretch.outOf(packet.sequence);
    if (!sent || !packet || out === undefined) return;
    this.#transmit(packet, sent.stretch, out);
    this.counters.nacksAnswered += 1;
  }
}
