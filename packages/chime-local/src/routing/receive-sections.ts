import type { PacketSink } from '../audio/packet-sink';
import type { MediaCounters } from './media-counters';
import type { ReceivePlan } from './media-room';
import { livingLayer } from './living-layer';
import type { PublishedStream } from './published-stream';
import { VideoSubscription, type SectionFormat } from './video-subscription';

/** So many sources that come and go is what any client has; older ones are not kept. */
const MAX_SOURCES = 256;

interface Section {
  readonly subscription: VideoSubscription;
  streamId: number;
}

function formatOf(plan: ReceivePlan): SectionFormat {
  return { payloadTypes: plan.payloadTypes, orientationId: plan.extensions.orientation };
}

/** The sections in which one client is shown videos. */
export class ReceiveSections {
  /** By mid. */
  #sections = new Map<string, Section>();
  /** Those that rest too: a section that comes back must go on with its numbers. */
  readonly #bySsrc = new Map<number, VideoSubscription>();
  /** Streams that stand still, whether they are received now or not; of those that there are. */
  #paused = new Set<number>();
  #isConnected = false;

  constructor(
    private readonly sink: PacketSink,
    private readonly counters: MediaCounters,
  ) {}

  /** Sections that keep their number go on undisturbed. */
  negotiate(plans: readonly ReceivePlan[]): void {
    const former = this.#sections;
    this.#sections = new Map(plans.map((plan) => [plan.mid, this.#keepOrOpen(plan)]));
    const kept = new Set([...this.#sections.values()].map(({ subscription }) => subscription));
    for (const { subscription } of former.values()) {
      if (!kept.has(subscription)) subscription.rest();
    }
    this.#forgetOldest(kept);
  }

  select(mid: string, streamId: number): void {
    const section = this.#sections.get(mid);
    if (section) section.streamId = streamId;
  }

  pause(streamIds: readonly number[]): void {
    for (const streamId of streamIds) this.#paused.add(streamId);
  }

  resume(streamIds: readonly number[]): void {
    for (const streamId of streamIds) this.#paused.delete(streamId);
  }

  /** Packets reach the client from now on. */
  connect(): void {
    this.#isConnected = true;
  }

  /** Leads each section to what it is to show, if that is there; after any change. */
  link(streams: ReadonlyMap<number, PublishedStream>, nowMs: number): void {
    for (const streamId of this.#paused) if (!streams.has(streamId)) this.#paused.delete(streamId);
    for (const { subscription, streamId } of this.#sections.values()) {
      subscription.follow(livingLayer(streams, streamId), nowMs);
      if (!this.#isConnected || this.#paused.has(streamId)) subscription.hold();
      else subscription.release(nowMs);
    }
  }

  subscription(ssrc: number): VideoSubscription | undefined {
    return this.#bySsrc.get(ssrc);
  }

  close(): void {
    this.negotiate([]);
  }

  #keepOrOpen(plan: ReceivePlan): Section {
    const format = formatOf(plan);
    const subscription = this.#bySsrc.get(plan.ssrc) ?? this.#open(plan.ssrc, format);
    subscription.reformat(format);
    return { subscription, streamId: plan.streamId };
  }

  #open(ssrc: number, format: SectionFormat): VideoSubscription {
    const opened = new VideoSubscription(ssrc, format, this.sink, this.counters);
    this.#bySsrc.set(ssrc, opened);
    return opened;
  }

  #forgetOldest(kept: ReadonlySet<VideoSubscription>): void {
    for (const [ssrc, subscription] of this.#bySsrc) {
      if (this.#bySsrc.size <= MAX_SOURCES) return;
      if (!kept.has(subscription)) this.#bySsrc.delete(ssrc);
    }
  }
}
