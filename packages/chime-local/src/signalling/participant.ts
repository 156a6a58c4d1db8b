import type { Admission, Attendee } from '../meetings/meeting';
import type { JoinFrame, SubscribeFrame, VideoUpdateFrame } from '../protocol/client-frame';
import type { SubscribeAckOptions } from '../protocol/server-frame';
import { writeServerFrame, type ServerFrame } from '../protocol/server-frame';
import type { MediaPeer, MediaRoom } from '../routing/media-room';
import { parseOffer } from '../sdp/parse-offer';
import type { AnswerSection, Offer } from '../sdp/session-description';
import { writeAnswer } from '../sdp/write-answer';
import type { TransportServer } from '../transport/transport';
import { allot, type Camera } from './camera';
import type { Channel } from './channel';
import type { Ids } from './ids';
import { MessageGate } from './message-gate';
import { rightsOf, type Rights } from './rights';
import { settle, type Grants } from './settle';
import { Ssrcs } from './ssrcs';
import type { Selection, Viewing } from './viewing';

/** What answers say about our end. */
export type MediaEnd = Pick<TransportServer, 'candidates' | 'fingerprint'>;

/**
 * `joined`: it has not subscribed yet; `present`: the others know of it; `vanished`: its connection is
 * lost, it may come again; `gone`: it left, or was put out.
 */
export type ParticipantState = 'joined' | 'present' | 'vanished' | 'gone';

export interface ParticipantOptions {
  readonly admission: Admission;
  readonly join: JoinFrame;
  readonly channel: Channel;
  readonly ids: Ids;
  readonly end: MediaEnd;
  readonly viewing: Viewing;
  /** The meeting's media, from the first subscribe on. */
  readonly openMedia: () => MediaRoom;
  /** Its media will not come any more. */
  readonly mediaLost: (reason: string) => void;
}

/** One connection of a person, or of a person's content share, in a meeting. */
export class Participant {
  state: ParticipantState = 'joined';
  muted = false;
  camera: Camera = [];
  /** What its last index said, so that only another one is sent. */
  lastIndex = '';
  readonly audioStreamId: number;
  readonly viewing: Viewing;
  readonly gate = new MessageGate();
  readonly #options: ParticipantOptions;
  readonly #ssrcs = new Ssrcs();
  #attendee: Attendee;
  #rights: Rights;
  #media: MediaPeer | undefined;
  /** What is in force. */
  #offer: Offer | undefined;
  #hasAudio = false;

  constructor(options: ParticipantOptions) {
    this.#options = options;
    this.#attendee = options.admission.attendee;
    this.#rights = rightsOf(options.admission);
    this.audioStreamId = options.ids.next();
    this.viewing = options.viewing;
  }

  /** True: this is the content share of the attendee. */
  get content(): boolean {
    return this.#options.admission.content;
  }

  /** The person: the same for its content share. */
  get owner(): string {
    return this.#attendee.attendeeId;
  }

  /** By which the others know it. */
  get attendeeId(): string {
    return this.content ? `${this.owner}#content` : this.owner;
  }

  get externalUserId(): string {
    return this.#attendee.externalUserId;
  }

  get audioSessionId(): number {
    return this.#options.join.audioSessionId;
  }

  get rights(): Rights {
    return this.#rights;
  }

  /** The others see it: in the roster, the index and the levels. */
  get listed(): boolean {
    return this.state === 'present' || this.state === 'vanished';
  }

  get hasAudio(): boolean {
    return this.#hasAudio;
  }

  send(frame: ServerFrame): void {
    this.sendBytes(writeServerFrame(frame, Date.now()));
  }

  sendBytes(bytes: Uint8Array): void {
    if (this.state === 'joined' || this.state === 'present') this.#options.channel.send(bytes);
  }

  /**
   * Settles an offer.
   * @param mayStartVideo - False: all places for videos are taken.
   * @throws SdpError where it cannot be answered; then all stays as it was.
   */
  subscribe(frame: SubscribeFrame, mayStartVideo: boolean): SubscribeAckOptions {
    const offer = parseOffer(frame.sdpOffer);
    this.#hasAudio = frame.audio;
    this.camera = allot(this.camera, mayStartVideo ? frame.video : [], this.#options.ids);
    this.#ssrcs.keep(offer.sections.map(({ mid }) => mid));
    this.#view(offer, frame);
    const { plan, sections, tracks } = settle(offer, this.#grants());
    const media = (this.#media ??= this.#openMedia());
    media.negotiate(plan);
    this.#offer = offer;
    this.setMuted(frame.muted);
    const allocations = this.camera.map(({ trackLabel, streamId, groupId }) => ({
      ...{ trackLabel, streamId, groupId },
    }));
    return { sdpAnswer: this.#answer(media, sections), allocations, tracks };
  }

  /** Which stream is for which section goes by their order among the video sections. */
  #view({ sections }: Offer, frame: SubscribeFrame): void {
    const wishes = new Map(frame.videoSubscriptions.map((wish) => [wish.mid, wish]));
    const videos = sections.filter(({ kind }) => kind === 'video');
    this.viewing.clear();
    for (const [place, { mid }] of videos.entries()) {
      const streamId = frame.receiveStreamIds[place] ?? 0;
      const targetBitrateKbps = wishes.get(mid)?.targetBitrateKbps ?? 0;
      this.viewing.open({ mid, streamId, targetBitrateKbps });
    }
  }

  #grants(): Grants {
    const { speak, hear, sendVideo } = this.#rights;
    const audio = { audioStreamId: this.audioStreamId, maySpeak: speak, mayHear: hear };
    return {
      ...(this.#hasAudio && { audio }),
      camera: this.camera,
      maySendVideo: sendVideo,
      shownIn: (mid) => this.viewing.shownIn(mid),
      ssrcOf: (mid) => this.#ssrcs.of(mid),
    };
  }

  #openMedia(): MediaPeer {
    const listener = { connected: () => undefined, lost: this.#options.mediaLost };
    return this.#options.openMedia().addPeer({ owner: this.owner, listener });
  }

  #answer({ credentials: ice }: MediaPeer, sections: readonly AnswerSection[]): string {
    const { fingerprint, candidates } = this.#options.end;
    return writeAnswer({ ice, fingerprint, candidates, sections });
  }

  /** False: nothing changed. */
  setMuted(muted: boolean): boolean {
    const changed = this.muted !== muted;
    this.muted = muted;
    this.#media?.setMuted(muted);
    return changed;
  }

  updateVideos({ updated, removedMids }: VideoUpdateFrame): void {
    for (const mid of removedMids) this.#select([this.viewing.drop(mid)]);
    for (const wish of updated) this.viewing.wish(wish);
    this.reviseViewing();
  }

  /** After cameras, layers or rights changed: shows what there is to show now. */
  reviseViewing(): void {
    this.#select(this.viewing.revise());
  }

  #select(selections: readonly Selection[]): void {
    for (const { mid, streamId } of selections) this.#media?.select(mid, streamId);
  }

  /** A pause is of a tile, whichever layer it shows. */
  pause(streamIds: readonly number[]): void {
    this.#media?.pause(this.viewing.groupsOf(streamIds));
  }

  resume(streamIds: readonly number[]): void {
    this.#media?.resume(this.viewing.groupsOf(streamIds));
  }

  /** Puts other capabilities in force, without a word of the client. */
  changeRights(attendee: Attendee): void {
    this.#attendee = attendee;
    this.#rights = rightsOf({ attendee, content: this.content });
    if (!this.#offer) return;
    this.viewing.revise();
    this.#media?.negotiate(settle(this.#offer, this.#grants()).plan);
  }

  hangUp(code: number, reason: string): void {
    this.#options.channel.close(code, reason);
  }

  /** It is gone, with its media. Again: nothing. */
  close(): void {
    if (this.state === 'gone') return;
    this.state = 'gone';
    this.#media?.close();
  }
}
