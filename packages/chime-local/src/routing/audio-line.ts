import type { AudioRoom } from '../audio/audio-room';
import { SILENT_LEVEL } from '../audio/level-meter';
import { Listener } from '../audio/listener';
import type { OpenCodec } from '../audio/opus-codec';
import type { PacketSink } from '../audio/packet-sink';
import { Speaker } from '../audio/speaker';
import { rtpExtension } from '../rtp/header-extensions';
import type { ReceptionReport, SenderReport } from '../rtp/rtcp-message';
import type { RtpHeader } from '../rtp/rtp-header';
import type { MediaCounters } from './media-counters';
import type { AudioPlan } from './media-room';
import { Reception } from './reception';

const AUDIO_CLOCK_RATE = 48_000;

/** Of a client that does not send how loud it is: as a voice. */
const ASSUMED_LEVEL = 30;

/** What an audio line is part of. */
export interface AudioSurroundings {
  readonly owner: string;
  readonly room: AudioRoom;
  readonly openCodec: OpenCodec;
  readonly sink: PacketSink;
  readonly counters: MediaCounters;
}

/** One client's audio, both ways. */
export class AudioLine {
  readonly #speaker: Speaker;
  readonly #reception = new Reception(AUDIO_CLOCK_RATE);
  /** Kept while it does not listen: it must go on with its numbers. */
  #listener: Listener | undefined;
  #plan: AudioPlan | undefined;
  #ssrc: number | undefined;
  #isMuted = false;
  #isConnected = false;

  constructor(private readonly around: AudioSurroundings) {
    this.#speaker = new Speaker(around.owner, around.openCodec);
    around.room.addSpeaker(this.#speaker);
  }

  get audioStreamId(): number | undefined {
    return this.#plan?.audioStreamId;
  }

  /** -dBov, lately. */
  get level(): number {
    return this.#mayBeHeard ? this.#speaker.level : SILENT_LEVEL;
  }

  negotiate(plan: AudioPlan | undefined): void {
    this.#plan = plan;
    if (!this.#mayBeHeard) this.#speaker.silence();
    this.#listen();
  }

  /** Packets reach the client from now on. */
  connect(): void {
    this.#isConnected = true;
    this.#listen();
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    if (isMuted) this.#speaker.silence();
  }

  /** Whether a packet is of this line. */
  takes(payloadType: number): boolean {
    return this.#plan?.payloadType === payloadType;
  }

  receive(packet: Buffer, header: RtpHeader, nowMs: number): void {
    if (header.ssrc !== this.#ssrc) this.#begin(header.ssrc);
    const sequence = this.#reception.receive(header.sequenceNumber, header.timestamp, nowMs);
    if (sequence === undefined || !this.#mayBeHeard) return;
    const payload = packet.subarray(header.headerBytes, packet.length - header.paddingBytes);
    this.#speaker.receive(sequence, payload, this.#levelOf(packet));
  }

  noteSenderReport(report: SenderReport, nowMs: number): void {
    if (report.ssrc === this.#ssrc) this.#reception.noteSenderReport(report.compactNtp, nowMs);
  }

  /** Once a second. */
  reports(nowMs: number): ReceptionReport[] {
    this.around.counters.packetsLost += this.#reception.takeLost();
    if (this.#ssrc === undefined || this.#reception.highest === undefined) return [];
    return [this.#reception.report(this.#ssrc, nowMs)];
  }

  close(): void {
    this.around.room.removeSpeaker(this.#speaker);
    this.#stopListening();
  }

  get #mayBeHeard(): boolean {
    return !this.#isMuted && this.#plan?.maySpeak === true;
  }

  #begin(ssrc: number): void {
    this.#ssrc = ssrc;
    this.#reception.restart();
  }

  #levelOf(packet: Buffer): number {
    const id = this.#plan?.extensions.audioLevel;
    const first = id === undefined ? undefined : rtpExtension(packet, id)?.[0];
    return first === undefined ? ASSUMED_LEVEL : first & 0x7f;
  }

  /** As long as there is somebody to send to, and a number to send under. */
  #listen(): void {
    if (!this.#plan) return this.#stopListening();
    if (this.#isConnected) this.around.room.addListener(this.#listenerFor(this.#plan));
  }

  #listenerFor(plan: AudioPlan): Listener {
    this.#listener ??= new Listener(this.around.owner, plan, this.around.sink);
    this.#listener.output = plan;
    return this.#listener;
  }

  #stopListening(): void {
    if (this.#listener) this.around.room.removeListener(this.#listener);
  }
}
