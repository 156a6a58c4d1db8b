import type { PacketSink } from '../audio/packet-sink';
import { rtpExtension } from '../rtp/header-extensions';
import type { ReceptionReport, SenderReport } from '../rtp/rtcp-message';
import type { RtpHeader } from '../rtp/rtp-header';
import type { CodecKey } from '../sdp/session-description';
import type { MediaCounters } from './media-counters';
import type { CameraPlan } from './media-room';
import { PublishedStream } from './published-stream';
import { RidMemory } from './rid-memory';

/** Where the streams of a room are found. */
export interface StreamDirectory {
  publish(stream: PublishedStream): void;
  withdraw(stream: PublishedStream): void;
  /** A stream began to flow, or ran dry. */
  flowChanged(): void;
}

/** What one client sends of its video: which packet belongs to which layer. */
export class Camera {
  /** By stream id. */
  readonly #streams = new Map<number, PublishedStream>();
  readonly #bySsrc = new Map<number, PublishedStream>();
  readonly #rids = new RidMemory();
  #plan: CameraPlan | undefined;
  #codecs = new Map<number, CodecKey>();

  constructor(
    private readonly sender: PacketSink,
    private readonly directory: StreamDirectory,
    private readonly counters: MediaCounters,
  ) {}

  /** Layers that go on are not disturbed. */
  negotiate(plan: CameraPlan | undefined, nowMs: number): void {
    this.#plan = plan;
    this.#codecs = new Map([...(plan?.payloadTypes ?? [])].map(([codec, type]) => [type, codec]));
    this.#withdrawOthers(plan);
    for (const layer of plan?.layers ?? []) this.#publish(layer.streamId, layer.rid);
    plan?.layers.forEach((layer, i) => {
      const announced = layer.rid === undefined ? plan.ssrcs[i] : this.#rids.ssrcOf(layer.rid);
      if (announced !== undefined) this.#bind(layer.streamId, announced, nowMs);
    });
  }

  receive(packet: Buffer, header: RtpHeader, nowMs: number): void {
    const codec = this.#codecs.get(header.payloadType);
    if (!codec) return;
    const stream = this.#bySsrc.get(header.ssrc) ?? this.#identify(packet, header.ssrc, nowMs);
    stream?.receive({ packet, header, codec, orientation: this.#orientation(packet) }, nowMs);
  }

  noteSenderReport(report: SenderReport, nowMs: number): void {
    this.#bySsrc.get(report.ssrc)?.noteSenderReport(report, nowMs);
  }

  /** The source may go on later under the same number. */
  noteBye(ssrc: number, nowMs: number): void {
    this.#bySsrc.get(ssrc)?.restart(nowMs);
  }

  tick(nowMs: number): void {
    for (const stream of this.#streams.values()) stream.tick(nowMs);
  }

  /** Once a second. */
  reports(nowMs: number): ReceptionReport[] {
    return [...this.#streams.values()].flatMap((stream) => stream.report(nowMs) ?? []);
  }

  close(): void {
    this.#withdrawOthers(undefined);
  }

  #publish(streamId: number, rid: string | undefined): void {
    if (this.#streams.has(streamId)) return;
    const { sender, counters, directory } = this;
    const flowChanged = (): void => directory.flowChanged();
    const stream = new PublishedStream(streamId, rid, { sender, counters, flowChanged });
    this.#streams.set(streamId, stream);
    this.directory.publish(stream);
  }

  #withdrawOthers(plan: CameraPlan | undefined): void {
    for (const stream of this.#streams.values()) {
      const isPlanned = plan?.layers.some(
        (layer) => layer.streamId === stream.streamId && layer.rid === stream.rid,
      );
      if (!isPlanned) this.#withdraw(stream);
    }
  }

  #withdraw(stream: PublishedStream): void {
    this.#streams.delete(stream.streamId);
    this.#unbind(stream);
    this.directory.withdraw(stream);
    stream.close();
  }

  #bind(streamId: number, ssrc: number, nowMs: number): PublishedStream | undefined {
    const stream = this.#streams.get(streamId);
    if (!stream) return undefined;
    this.#unbind(stream);
    this.#bySsrc.set(ssrc, stream);
    stream.bind(ssrc, nowMs);
    return stream;
  }

  #unbind(stream: PublishedStream): void {
    const { ssrc } = stream;
    if (ssrc !== undefined && this.#bySsrc.get(ssrc) === stream) this.#bySsrc.delete(ssrc);
  }

  /** A source that was not announced says by its extensions what it is (RFC 8852, RFC 8843). */
  #identify(packet: Buffer, ssrc: number, nowMs: number): PublishedStream | undefined {
    const plan = this.#plan;
    if (!plan) return undefined;
    const rid = readText(packet, plan.extensions.rid);
    if (rid !== undefined) this.#rids.note(rid, ssrc);
    const isOurs = readText(packet, plan.extensions.mid) === plan.mid;
    const layer = rid === undefined && isOurs ? onlyLayer(plan) : layerNamed(plan, rid);
    return layer && this.#bind(layer.streamId, ssrc, nowMs);
  }

  #orientation(packet: Buffer): number | undefined {
    const id = this.#plan?.extensions.orientation;
    return id === undefined ? undefined : rtpExtension(packet, id)?.[0];
  }
}

function readText(packet: Buffer, id: number | undefined): string | undefined {
  return id === undefined ? undefined : rtpExtension(packet, id)?.toString('latin1');
}

function onlyLayer(plan: CameraPlan): CameraPlan['layers'][number] | undefined {
  return plan.layers.length === 1 ? plan.layers[0] : undefined;
}

function layerNamed(
  plan: CameraPlan,
  rid: string | undefined,
): CameraPlan['layers'][number] | undefined {
  return plan.layers.find((layer) => rid !== undefined && layer.rid === rid);
}
