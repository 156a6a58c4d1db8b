import type { PacketSink } from '../audio/packet-sink';
import type { ReceptionReport, SenderReport } from '../rtp/rtcp-message';
import type { RtpHeader } from '../rtp/rtp-header';
import type { CodecKey } from '../sdp/session-description';
import { BitrateMeter } from './bitrate-meter';
import { startsKeyFrame } from './key-frame';
import type { MediaCounters } from './media-counters';
import { PacketHistory } from './packet-history';
import { MAX_PAYLOAD_BYTES, type RecordedPacket } from './recorded-packet';
import { Reception } from './reception';
import { isLeap } from './sequence-numbers';
import { StreamFeedback } from './stream-feedback';

const VIDEO_CLOCK_RATE = 90_000;

/** Who is shown a stream. */
export interface StreamSubscriber {
  receive(stream: PublishedStream, packet: RecordedPacket, nowMs: number): void;
  noteSenderReport(stream: PublishedStream, report: SenderReport): void;
  /** What comes next does not go on with what came before. */
  interrupt(stream: PublishedStream, nowMs: number): void;
  /** Nothing more comes. */
  withdraw(stream: PublishedStream): void;
}

/** A packet as it came, and what its section says about it. */
export interface ArrivedPacket {
  readonly packet: Buffer;
  readonly header: RtpHeader;
  readonly codec: CodecKey;
  readonly orientation: number | undefined;
}

/** What a stream is part of. */
export interface StreamSurroundings {
  /** Takes what is asked of the client that sends. */
  readonly sender: PacketSink;
  readonly counters: MediaCounters;
  /** A stream began to flow, or ran dry. */
  flowChanged(): void;
}

/** One layer of one client's video. */
export class PublishedStream {
  readonly #reception = new Reception(VIDEO_CLOCK_RATE);
  readonly #history = new PacketHistory();
  readonly #meter = new BitrateMeter();
  readonly #feedback: StreamFeedback;
  /** Another array after each change: a change may happen while it is walked. */
  #subscribers: readonly StreamSubscriber[] = [];
  #isFlowing = false;
  #cameSinceReport = false;

  constructor(
    readonly streamId: number,
    readonly rid: string | undefined,
    private readonly around: StreamSurroundings,
  ) {
    this.#feedback = new StreamFeedback(around.sender);
  }

  /** Whose it is. */
  get sender(): PacketSink {
    return this.around.sender;
  }

  /** Whether packets came in the last second or two. */
  get isFlowing(): boolean {
    return this.#isFlowing;
  }

  /** Under which it comes; undefined: not known yet. */
  get ssrc(): number | undefined {
    return this.#feedback.ssrc;
  }

  /** The highest sequence number, without turns; -1: nothing came. */
  get highest(): number {
    return this.#reception.highest ?? -1;
  }

  /** Bits a second, over the last full second. */
  get bitrate(): number {
    return this.#meter.bitrate;
  }

  /** It comes under this number from now on. */
  bind(ssrc: number, nowMs: number): void {
    const before = this.#feedback.ssrc;
    this.#feedback.ssrc = ssrc;
    if (before !== undefined && before !== ssrc) this.restart(nowMs);
  }

  receive(arrived: ArrivedPacket, nowMs: number): void {
    const { packet, header } = arrived;
    if (packet.length - header.headerBytes > MAX_PAYLOAD_BYTES) return;
    const before = this.highest;
    const sequence = this.#reception.receive(header.sequenceNumber, header.timestamp, nowMs);
    if (sequence === undefined) return;
    this.#meter.add(packet.length);
    this.#cameSinceReport = true;
    this.#setFlowing(true);
    if (before >= 0 && isLeap(before, sequence)) this.#interrupt(nowMs);
    const record = this.#history.claim(sequence);
    if (record) this.#forward(record, sequence, arrived, nowMs);
  }

  find(sequence: number): RecordedPacket | undefined {
    return this.#history.find(sequence);
  }

  /** The next packet is a beginning: another source, or the same after a goodbye. */
  restart(nowMs: number): void {
    this.#reception.restart();
    this.#interrupt(nowMs);
  }

  add(subscriber: StreamSubscriber): void {
    if (this.#subscribers.includes(subscriber)) return;
    this.#subscribers = [...this.#subscribers, subscriber];
  }

  remove(subscriber: StreamSubscriber): void {
    this.#subscribers = this.#subscribers.filter((one) => one !== subscriber);
    if (this.#subscribers.length === 0) this.#feedback.settle();
  }

  requestKeyFrame(nowMs: number): void {
    this.#feedback.wantKeyFrame(nowMs);
  }

  /** Asks the sender for what is due. */
  tick(nowMs: number): void {
    this.#feedback.tick(this.#subscribers.length > 0, nowMs);
  }

  /** Once a second. Undefined: nothing came yet. */
  report(nowMs: number): ReceptionReport | undefined {
    this.#meter.read(nowMs);
    this.#setFlowing(this.#cameSinceReport);
    this.#cameSinceReport = false;
    this.around.counters.packetsLost += this.#reception.takeLost();
    if (this.ssrc === undefined || this.highest < 0) return undefined;
    return this.#reception.report(this.ssrc, nowMs);
  }

  noteSenderReport(report: SenderReport, nowMs: number): void {
    this.#reception.noteSenderReport(report.compactNtp, nowMs);
    for (const subscriber of this.#subscribers) subscriber.noteSenderReport(this, report);
  }

  close(): void {
    for (const subscriber of this.#subscribers) subscriber.withdraw(this);
    this.#subscribers = [];
  }

  #forward(record: RecordedPacket, sequence: number, arrived: ArrivedPacket, nowMs: number): void {
    record.record(sequence, arrived.packet, arrived.header);
    record.codec = arrived.codec;
    record.orientation = arrived.orientation;
    record.startsKeyFrame = startsKeyFrame(arrived.codec, record.payload);
    this.#feedback.noteArrival(sequence, record.startsKeyFrame, nowMs);
    for (const subscriber of this.#subscribers) subscriber.receive(this, record, nowMs);
  }

  #setFlowing(isFlowing: boolean): void {
    if (isFlowing === this.#isFlowing) return;
    this.#isFlowing = isFlowing;
    this.around.flowChanged();
  }

  #interrupt(nowMs: number): void {
    this.#feedback.clear();
    for (const subscriber of this.#subscribers) subscriber.interrupt(this, nowMs);
  }
}
