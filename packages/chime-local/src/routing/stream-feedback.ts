import type { PacketSink } from '../audio/packet-sink';
import { writeNack, writePli } from '../rtp/write-rtcp';
import { KeyFrameRequest } from './key-frame-request';
import { MissingPackets } from './missing-packets';
import { SERVICE_SSRC } from './service-ssrc';

/** What the sender of a stream is asked for: packets again, and key frames. */
export class StreamFeedback {
  readonly #missing = new MissingPackets();
  readonly #keyFrame = new KeyFrameRequest();
  /** Under which the stream comes; undefined: not known yet, so nothing can be asked. */
  ssrc: number | undefined;

  constructor(readonly sender: PacketSink) {}

  noteArrival(sequence: number, startsKeyFrame: boolean, nowMs: number): void {
    this.#missing.noteArrival(sequence, nowMs);
    if (startsKeyFrame) this.#keyFrame.settle();
  }

  /** What is missing before the next packet is not asked for. */
  clear(): void {
    this.#missing.clear();
  }

  /** Nobody looks any more. */
  settle(): void {
    this.#keyFrame.settle();
  }

  wantKeyFrame(nowMs: number): void {
    this.#keyFrame.want();
    this.#askForKeyFrame(nowMs);
  }

  /** @param isSeen - Whether anybody would miss what is lost for good. */
  tick(isSeen: boolean, nowMs: number): void {
    this.#askForMissing(nowMs);
    if (this.#missing.takeAbandoned() && isSeen) this.#keyFrame.want();
    this.#askForKeyFrame(nowMs);
  }

  #askForMissing(nowMs: number): void {
    const due = this.#missing.takeDue(nowMs);
    if (due.length === 0 || this.ssrc === undefined) return;
    const numbers = due.map((sequence) => sequence & 0xffff);
    this.sender.sendRtcp(writeNack(SERVICE_SSRC, this.ssrc, numbers));
  }

  #askForKeyFrame(nowMs: number): void {
    if (this.ssrc === undefined || !this.#keyFrame.takeDue(nowMs)) return;
    this.sender.sendRtcp(writePli(SERVICE_SSRC, this.ssrc));
  }
}
