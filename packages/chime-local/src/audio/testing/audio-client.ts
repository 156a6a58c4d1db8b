import type { AudioRoom } from '../audio-room';
import { openLibopus } from '../libopus';
import { Listener } from '../listener';
import type { OpenCodec } from '../opus-codec';
import { SILENCE } from '../opus-packet';
import { Speaker } from '../speaker';
import { toneFrame } from './tones';

/** Someone in an audio room: sends a tone, and keeps what it gets. */
export class AudioClient {
  readonly received: Buffer[] = [];
  readonly reports: Buffer[] = [];
  readonly speaker: Speaker;
  readonly listener: Listener;
  readonly #encoder = openLibopus();
  readonly #decoder = openLibopus();
  #sequence = 100;

  constructor(
    room: AudioRoom,
    readonly owner: string,
    openCodec: OpenCodec = openLibopus,
    mayHear = true,
  ) {
    this.speaker = new Speaker(owner, openCodec);
    const sink = {
      sendRtp: (packet: Buffer) => void this.received.push(Buffer.from(packet)),
      sendRtcp: (packet: Buffer) => void this.reports.push(packet),
    };
    this.listener = new Listener(owner, { ssrc: 7, payloadType: 111, mayHear }, sink);
    room.addSpeaker(this.speaker);
    room.addListener(this.listener);
  }

  /** One packet of a tone; undefined: of silence. */
  say(hertz?: number): Buffer {
    const n = (this.#sequence += 1);
    const spoken = hertz === undefined ? SILENCE : this.#encoder.encode(toneFrame(hertz, n));
    const packet = spoken ?? SILENCE;
    this.speaker.receive(n, packet, hertz === undefined ? 127 : 20);
    return packet;
  }

  /** A packet that gets lost on its way. */
  lose(): void {
    this.#sequence += 1;
  }

  payloads(): Buffer[] {
    return this.received.map((packet) => packet.subarray(12));
  }

  /** What the client's loudspeaker plays of its last packets. */
  heard(packets: number): number[] {
    const pcm = this.payloads().map((payload) => [...(this.#decoder.decode(payload) ?? [])]);
    return pcm.slice(-packets).flat();
  }

  close(): void {
    this.#encoder.close();
    this.#decoder.close();
  }
}
