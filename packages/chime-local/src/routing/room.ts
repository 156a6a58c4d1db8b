import { AudioRoom } from '../audio/audio-room';
import type { OpenCodec } from '../audio/opus-codec';
import type { TransportServer } from '../transport/transport';
import type { StreamDirectory } from './camera';
import type { MediaCounters } from './media-counters';
import type { MediaPeer, MediaRoom, PeerOptions } from './media-room';
import { Peer } from './peer';
import type { PublishedStream } from './published-stream';

/** What a room is part of. */
export interface RoomSurroundings {
  readonly transports: TransportServer;
  readonly openCodec: OpenCodec;
  readonly counters: MediaCounters;
  /** Peers came or went. */
  changed(): void;
  closed(room: Room): void;
}

/** The peers of one meeting, and the streams that they publish to each other. */
export class Room implements MediaRoom, StreamDirectory {
  readonly #peers = new Set<Peer>();
  /** By stream id. */
  readonly #streams = new Map<number, PublishedStream>();
  readonly #audio: AudioRoom;

  constructor(private readonly around: RoomSurroundings) {
    this.#audio = new AudioRoom(around.openCodec);
  }

  addPeer(options: PeerOptions): MediaPeer {
    const { transports, openCodec, counters } = this.around;
    const peer = new Peer(options, {
      transports,
      openCodec,
      counters,
      audio: this.#audio,
      directory: this,
      relink: () => this.#relink(),
      left: (one) => this.#remove(one),
    });
    this.#peers.add(peer);
    counters.peers += 1;
    this.around.changed();
    return peer;
  }

  audioLevels(): ReadonlyMap<number, number> {
    const levels = new Map<number, number>();
    for (const { audioLevel } of this.#peers) {
      if (audioLevel) levels.set(audioLevel.audioStreamId, audioLevel.level);
    }
    return levels;
  }

  bitrates(): ReadonlyMap<number, number> {
    return new Map([...this.#streams].map(([streamId, { bitrate }]) => [streamId, bitrate]));
  }

  close(): void {
    for (const peer of this.#peers) peer.close();
    this.#audio.close();
    this.around.closed(this);
  }

  publish(stream: PublishedStream): void {
    this.#streams.set(stream.streamId, stream);
  }

  withdraw(stream: PublishedStream): void {
    if (this.#streams.get(stream.streamId) === stream) this.#streams.delete(stream.streamId);
  }

  flowChanged(): void {
    this.#relink();
  }

  /** The next 20 ms. */
  tick(nowMs: number): void {
    this.#audio.tick();
    for (const peer of this.#peers) peer.tick(nowMs);
  }

  /** Ticks that were missed. */
  skip(ticks: number): void {
    this.#audio.skip(ticks);
  }

  /** Once a second. */
  report(nowMs: number): void {
    this.#audio.report();
    for (const peer of this.#peers) peer.report(nowMs);
  }

  #relink(): void {
    const nowMs = performance.now();
    for (const peer of this.#peers) peer.link(this.#streams, nowMs);
  }

  #remove(peer: Peer): void {
    if (!this.#peers.delete(peer)) return;
    this.around.counters.peers -= 1;
    this.around.changed();
  }
}
