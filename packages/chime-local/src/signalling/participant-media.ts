import type { SubscribeFrame, VideoUpdateFrame } from '../protocol/client-frame';
import type { SubscribeAckOptions, VideoCodec } from '../protocol/server-frame';
import type { MediaPeer } from '../routing/media-room';
import { payloadTypes } from '../sdp/codecs';
import { parseOffer } from '../sdp/parse-offer';
import type { AnswerSection, Offer } from '../sdp/session-description';
import { writeAnswer } from '../sdp/write-answer';
import type { TransportServer } from '../transport/transport';
import { allot, type Camera } from './camera';
import type { Ids } from './ids';
import type { Rights } from './rights';
import { settle, type Grants } from './settle';
import { Ssrcs } from './ssrcs';
import type { Selection, Viewing } from './viewing';

/** What answers say about our end. */
export type MediaEnd = Pick<TransportServer, 'candidates' | 'fingerprint'>;

export interface ParticipantMediaOptions {
  readonly audioStreamId: number;
  readonly ids: Ids;
  readonly end: MediaEnd;
  readonly viewing: Viewing;
  /** At the first subscribe. */
  readonly openPeer: () => MediaPeer;
}

/** What one participant sends and receives: its offers, and what came of them. */
export class ParticipantMedia {
  readonly #options: ParticipantMediaOptions;
  readonly #ssrcs = new Ssrcs();
  #rights: Rights;
  #peer: MediaPeer | undefined;
  #camera: Camera = [];
  #muted = false;
  #hasAudio = false;
  /** The one in force. */
  #offer: Offer | undefined;

  constructor(options: ParticipantMediaOptions, rights: Rights) {
    this.#options = options;
    this.#rights = rights;
  }

  /** What it sends; empty: its camera is off. */
  get camera(): Camera {
    return this.#camera;
  }

  get muted(): boolean {
    return this.#muted;
  }

  /** False: it neither speaks nor hears, and is in no roster. */
  get hasAudio(): boolean {
    return this.#hasAudio;
  }

  /** The video formats that it can receive; undefined: it has not said. */
  get videoCodecs(): readonly VideoCodec[] | undefined {
    const section = this.#offer?.sections.find(({ kind, stopped }) => kind === 'video' && !stopped);
    return section && [...payloadTypes(section).keys()].filter((key) => key !== 'opus');
  }

  /**
   * Settles an offer.
   * @param mayStartVideo - False: all places for videos are taken.
   * @throws SdpError where it cannot be answered; then all stays as it was.
   */
  subscribe(frame: SubscribeFrame, mayStartVideo: boolean): SubscribeAckOptions {
    const offer = parseOffer(frame.sdpOffer);
    this.#offer = offer;
    this.#hasAudio = frame.audio;
    this.#camera = allot(this.#camera, mayStartVideo ? frame.video : [], this.#options.ids);
    this.#ssrcs.keep(offer.sections.map(({ mid }) => mid));
    this.#view(offer, frame);
    const { plan, sections, tracks } = settle(offer, this.#grants());
    const peer = (this.#peer ??= this.#options.openPeer());
    peer.negotiate(plan);
    this.setMuted(frame.muted);
    const allocations = this.#camera.map(({ trackLabel, streamId, groupId }) => ({
      ...{ trackLabel, streamId, groupId },
    }));
    return { sdpAnswer: this.#answer(peer, sections), allocations, tracks };
  }

  /** Which stream is for which section goes by their order among the video sections. */
  #view({ sections }: Offer, frame: SubscribeFrame): void {
    const { viewing } = this.#options;
    const wishes = new Map(frame.videoSubscriptions.map((wish) => [wish.mid, wish]));
    const videos = sections.filter(({ kind }) => kind === 'video');
    viewing.clear();
    for (const [place, { mid }] of videos.entries()) {
      const streamId = frame.receiveStreamIds[place] ?? 0;
      const targetBitrateKbps = wishes.get(mid)?.targetBitrateKbps ?? 0;
      viewing.open({ mid, streamId, targetBitrateKbps });
    }
  }

  #grants(): Grants {
    const { audioStreamId, viewing } = this.#options;
    const { speak, hear, sendVideo } = this.#rights;
    return {
      ...(this.#hasAudio && { audio: { audioStreamId, maySpeak: speak, mayHear: hear } }),
      camera: this.#camera,
      maySendVideo: sendVideo,
      shownIn: (mid) => viewing.shownIn(mid),
      ssrcOf: (mid) => this.#ssrcs.of(mid),
    };
  }

  #answer({ credentials: ice }: MediaPeer, sections: readonly AnswerSection[]): string {
    const { fingerprint, candidates } = this.#options.end;
    return writeAnswer({ ice, fingerprint, candidates, sections });
  }

  /** False: nothing changed. */
  setMuted(muted: boolean): boolean {
    const changed = this.#muted !== muted;
    this.#muted = muted;
    this.#peer?.setMuted(muted);
    return changed;
  }

  updateVideos({ updated, removedMids }: VideoUpdateFrame): void {
    const { viewing } = this.#options;
    this.#select(viewing.drop(removedMids));
    for (const wish of updated) viewing.wish(wish);
    this.reviseViewing();
  }

  /** After cameras, layers or rights changed: shows what there is to show now. */
  reviseViewing(): void {
    this.#select(this.#options.viewing.revise());
  }

  #select(selections: readonly Selection[]): void {
    for (const { mid, streamId } of selections) this.#peer?.select(mid, streamId);
  }

  /** A pause is of a tile, whichever layer it shows. */
  pause(streamIds: readonly number[]): void {
    this.#peer?.pause(this.#options.viewing.groupsOf(streamIds));
  }

  resume(streamIds: readonly number[]): void {
    this.#peer?.resume(this.#options.viewing.groupsOf(streamIds));
  }

  /** Puts other rights in force, without a word of the client. */
  changeRights(rights: Rights): void {
    this.#rights = rights;
    if (!this.#offer) return;
    this.#options.viewing.revise();
    this.#peer?.negotiate(settle(this.#offer, this.#grants()).plan);
  }

  close(): void {
    this.#peer?.close();
  }
}
