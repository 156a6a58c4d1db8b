import type { AudioRoom } from '../audio/audio-room';
import type { OpenCodec } from '../audio/opus-codec';
import type { PacketSink } from '../audio/packet-sink';
import { parseRtcp } from '../rtp/parse-rtcp';
import { parseRtp } from '../rtp/rtp-header';
import { writeReceiverReport } from '../rtp/write-rtcp';
import type { IceCredentials, Transport, TransportServer } from '../transport/transport';
import { AudioLine } from './audio-line';
import { Camera, type StreamDirectory } from './camera';
import type { MediaCounters } from './media-counters';
import type { MediaPeer, PeerOptions, PeerPlan } from './media-room';
import { obeyRtcp } from './obey-rtcp';
import type { PublishedStream } from './published-stream';
import { ReceiveSections } from './receive-sections';
import { SERVICE_SSRC } from './service-ssrc';

/** No network carries more in a packet; it bounds what one can ask for. */
const MAX_RTCP_BYTES = 1500;
const MAX_REPORTS = 31;

/** What a peer is part of. */
export interface PeerSurroundings {
  readonly transports: TransportServer;
  readonly audio: AudioRoom;
  readonly openCodec: OpenCodec;
  readonly directory: StreamDirectory;
  readonly counters: MediaCounters;
  /** Who is shown what may have changed. */
  relink(): void;
  left(peer: Peer): void;
}

/** One client's media: its packets go to the part that they belong to. */
export class Peer implements MediaPeer {
  readonly #transport: Transport;
  readonly #camera: Camera;
  readonly #audio: AudioLine;
  readonly #sections: ReceiveSections;
  #isClosed = false;

  constructor(
    options: PeerOptions,
    private readonly around: PeerSurroundings,
  ) {
    const { counters, openCodec, directory, audio: room } = around;
    this.#transport = around.transports.open({
      connected: () => this.#connect(options),
      lost: (reason) => this.#isClosed || options.listener.lost(reason),
      rtp: (packet) => this.#receiveRtp(packet),
      rtcp: (packet) => this.#receiveRtcp(packet),
    });
    const sink = this.#countedSink();
    this.#camera = new Camera(sink, directory, counters);
    this.#sections = new ReceiveSections(sink, counters);
    this.#audio = new AudioLine({ owner: options.owner, room, openCodec, sink, counters });
  }

  get credentials(): IceCredentials {
    return this.#transport.credentials;
  }

  get audioLevel(): { readonly audioStreamId: number; readonly level: number } | undefined {
    const { audioStreamId, level } = this.#audio;
    return audioStreamId === undefined ? undefined : { audioStreamId, level };
  }

  negotiate(plan: PeerPlan): void {
    if (this.#isClosed) return;
    this.#transport.connect(plan.remote);
    this.#audio.negotiate(plan.audio);
    this.#camera.negotiate(plan.camera, performance.now());
    this.#sections.negotiate(plan.receive);
    this.around.relink();
  }

  select(mid: string, streamId: number): void {
    this.#sections.select(mid, streamId);
    this.around.relink();
  }

  pause(streamIds: readonly number[]): void {
    this.#sections.pause(streamIds);
    this.around.relink();
  }

  resume(streamIds: readonly number[]): void {
    this.#sections.resume(streamIds);
    this.around.relink();
  }

  setMuted(muted: boolean): void {
    this.#audio.setMuted(muted);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#sections.close();
    this.#camera.close();
    this.#audio.close();
    this.#transport.close();
    this.around.left(this);
  }

  /** Leads its sections to the streams that there are. */
  link(streams: ReadonlyMap<number, PublishedStream>, nowMs: number): void {
    this.#sections.link(streams, nowMs);
  }

  /** Each 20 ms. */
  tick(nowMs: number): void {
    this.#camera.tick(nowMs);
  }

  /** Once a second: what came of all that the client sends. */
  report(nowMs: number): void {
    const reports = [...this.#audio.reports(nowMs), ...this.#camera.reports(nowMs)];
    if (reports.length === 0) return;
    this.#transport.sendRtcp(writeReceiverReport(SERVICE_SSRC, reports.slice(0, MAX_REPORTS)));
  }

  #countedSink(): PacketSink {
    const { counters } = this.around;
    return {
      sendRtp: (packet) => {
        counters.packetsOut += 1;
        this.#transport.sendRtp(packet);
      },
      sendRtcp: (packet) => this.#transport.sendRtcp(packet),
    };
  }

  #connect({ listener }: PeerOptions): void {
    if (this.#isClosed) return;
    this.#audio.connect();
    this.#sections.connect();
    this.around.relink();
    listener.connected();
  }

  #receiveRtp(packet: Buffer): void {
    const header = this.#isClosed ? undefined : parseRtp(packet);
    if (!header) return;
    this.around.counters.packetsIn += 1;
    const nowMs = performance.now();
    if (this.#audio.takes(header.payloadType)) this.#audio.receive(packet, header, nowMs);
    else this.#camera.receive(packet, header, nowMs);
  }

  #receiveRtcp(packet: Buffer): void {
    if (this.#isClosed || packet.length > MAX_RTCP_BYTES) return;
    const to = { audio: this.#audio, camera: this.#camera, sections: this.#sections };
    const nowMs = performance.now();
    for (const message of parseRtcp(packet)) obeyRtcp(message, to, nowMs);
  }
}
