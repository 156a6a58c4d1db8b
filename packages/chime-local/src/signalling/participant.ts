import type { Admission, Attendee } from '../meetings/meeting';
import type { JoinFrame } from '../protocol/client-frame';
import { writeServerFrame, type ServerFrame } from '../protocol/server-frame';
import type { MediaRoom } from '../routing/media-room';
import type { Channel } from './channel';
import type { Ids } from './ids';
import { MessageGate } from './message-gate';
import { ParticipantMedia, type MediaEnd } from './participant-media';
import { rightsOf, type Rights } from './rights';
import { CloseCode } from './status';
import type { Viewing } from './viewing';

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
}

/** One connection of a person, or of a person's content share, in a meeting. */
export class Participant {
  /** What its last index said, so that only another one is sent. */
  lastIndex = '';
  readonly audioStreamId: number;
  readonly media: ParticipantMedia;
  readonly gate = new MessageGate();
  readonly #options: ParticipantOptions;
  #state: ParticipantState = 'joined';
  #attendee: Attendee;
  #rights: Rights;

  constructor(options: ParticipantOptions) {
    this.#options = options;
    this.#attendee = options.admission.attendee;
    this.#rights = rightsOf(options.admission);
    this.audioStreamId = options.ids.next();
    const { ids, end, viewing, channel } = options;
    const listener = {
      connected: () => undefined,
      lost: (reason: string) => channel.close(CloseCode.mediaLost, reason),
    };
    const openPeer = () => options.openMedia().addPeer({ owner: this.owner, listener });
    const mediaOptions = { audioStreamId: this.audioStreamId, ids, end, viewing, openPeer };
    this.media = new ParticipantMedia(mediaOptions, this.#rights);
  }

  get state(): ParticipantState {
    return this.#state;
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
    return this.#state === 'present' || this.#state === 'vanished';
  }

  /** Puts other capabilities in force. */
  changeRights(attendee: Attendee): void {
    this.#attendee = attendee;
    this.#rights = rightsOf({ attendee, content: this.content });
    this.media.changeRights(this.#rights);
  }

  send(frame: ServerFrame): void {
    this.sendBytes(writeServerFrame(frame, Date.now()));
  }

  sendBytes(bytes: Uint8Array): void {
    if (this.#state === 'joined' || this.#state === 'present') this.#options.channel.send(bytes);
  }

  hangUp(code: number, reason: string): void {
    this.#options.channel.close(code, reason);
  }

  /** From now on the others know of it. */
  enter(): void {
    if (this.#state === 'joined') this.#state = 'present';
  }

  /** Its connection is lost: nothing more is sent. */
  vanish(): void {
    if (this.#state === 'present') this.#state = 'vanished';
  }

  /** It is gone, with its media. Again: nothing. */
  close(): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.media.close();
  }
}
