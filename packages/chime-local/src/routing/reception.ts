import type { ReceptionReport } from '../rtp/rtcp-message';
import { SequenceNumbers, TURN, isLeap } from './sequence-numbers';

/** What came of one source, for the reports to its sender (RFC 3550, appendix A.3 and A.8). */
export class Reception {
  readonly #numbers = new SequenceNumbers();
  #first = 0;
  #received = 0;
  #expectedBefore = 0;
  #receivedBefore = 0;
  #lostBefore = 0;
  #transit: number | undefined;
  #jitter = 0;
  #lastSenderReport = 0;
  #senderReportMs = 0;

  /** @param clockRate - Of the timestamps, in hertz. */
  constructor(private readonly clockRate: number) {}

  /** The highest sequence number, without turns; undefined: nothing came. */
  get highest(): number | undefined {
    return this.#numbers.highest;
  }

  /** @returns the sequence number without turns; undefined: a stray packet. */
  receive(sequenceNumber: number, timestamp: number, nowMs: number): number | undefined {
    const highest = this.#numbers.highest;
    const sequence = this.#numbers.unwrap(sequenceNumber);
    if (sequence === undefined) return undefined;
    if (highest === undefined || isLeap(highest, sequence)) this.#begin(sequence);
    this.#received += 1;
    this.#measureJitter(timestamp, nowMs);
    return sequence;
  }

  /** The next packet is of another source, or its sender began anew. */
  restart(): void {
    this.#numbers.restart();
  }

  noteSenderReport(compactNtp: number, nowMs: number): void {
    this.#lastSenderReport = compactNtp;
    this.#senderReportMs = nowMs;
  }

  /** How many more are missing than at the last call; late ones make it negative. */
  takeLost(): number {
    const lost = Math.max(0, this.#expected - this.#received);
    const more = lost - this.#lostBefore;
    this.#lostBefore = lost;
    return more;
  }

  /** The loss is that since the last call. */
  report(ssrc: number, nowMs: number): ReceptionReport {
    return {
      ssrc,
      fractionLost: this.#takeFractionLost(),
      packetsLost: this.#expected - this.#received,
      highestSequence: ((this.#numbers.highest ?? TURN) - TURN) >>> 0,
      jitter: Math.min(0xffffffff, Math.round(this.#jitter)),
      lastSenderReport: this.#lastSenderReport,
      delaySinceLastReport: this.#delaySinceSenderReport(nowMs),
    };
  }

  get #expected(): number {
    const highest = this.#numbers.highest;
    return highest === undefined ? 0 : highest - this.#first + 1;
  }

  #begin(sequence: number): void {
    this.#first = sequence;
    this.#received = this.#expectedBefore = this.#receivedBefore = this.#lostBefore = 0;
    this.#transit = undefined;
  }

  #measureJitter(timestamp: number, nowMs: number): void {
    const arrival = Math.round((nowMs * this.clockRate) / 1000);
    const transit = (arrival - timestamp) | 0;
    const change = Math.abs((transit - (this.#transit ?? transit)) | 0);
    this.#jitter += (change - this.#jitter) / 16;
    this.#transit = transit;
  }

  #takeFractionLost(): number {
    const expected = this.#expected - this.#expectedBefore;
    const lost = expected - (this.#received - this.#receivedBefore);
    this.#expectedBefore = this.#expected;
    this.#receivedBefore = this.#received;
    return expected > 0 && lost > 0 ? Math.min(255, Math.floor((lost * 256) / expected)) : 0;
  }

  #delaySinceSenderReport(nowMs: number): number {
    if (this.#lastSenderReport === 0) return 0;
    return Math.round(((nowMs - this.#senderReportMs) * 65536) / 1000) >>> 0;
  }
}
