import type { Admission, Attendee, MeetingDirectory } from '../meetings/meeting';
import type { JoinFrame, SentDataMessage, SubscribeFrame } from '../protocol/client-frame';
import {
  audioMetadata,
  audioStatus,
  audioStreams,
  bitrates,
  joinAck,
  notification,
  subscribeAck,
} from '../protocol/server-frame';
import type { MediaRoom, MediaServer } from '../routing/media-room';
import { Audience } from './audience';
import type { Channel } from './channel';
import { Conversation } from './conversation';
import { Graces } from './graces';
import type { Ids } from './ids';
import { Participant } from './participant';
import type { MediaEnd } from './participant-media';
import { Pulse } from './pulse';
import { cameIn, levelsOf, turnedMute, wentAway } from './roster';
import { AudioStatus, CloseCode, FailureStatus } from './status';
import { mayStartVideo, visibleTo } from './video-index';
import { MAX_VIDEOS, Viewing } from './viewing';

/** How long a client that was told its end may take to close the connection itself. */
const PARTING_MS = 1000;
const MAX_CONTENT_SHARES = 2;
/** Of one attendee and its content share that have joined and not subscribed. */
const MAX_WAITING = 4;
/** In place of the client's own estimate, on which it would decline videos; kbit/s. */
const DOWNLINK_KBPS = 100_000;

const VIEW_ONLY = {
  status: FailureStatus.viewOnly,
  description: `There are ${MAX_VIDEOS} videos in this meeting already.`,
};
const NOT_SHOWN = 'This attendee may not send video: its capability Video is Receive or None.';

/** What the rooms of one service share. */
export interface House {
  readonly directory: Pick<MeetingDirectory, 'setConnections'>;
  readonly media: MediaServer;
  readonly end: MediaEnd;
  readonly ids: Ids;
  readonly log: (line: string) => void;
}

/** One meeting: who comes, changes and goes, and who is told. */
export class MeetingRoom {
  readonly #audience = new Audience();
  readonly #conversation = new Conversation(this.#audience);
  readonly #graces = new Graces((participant) => this.#remove(participant, true));
  readonly #pulse = new Pulse(
    () => this.#tellLevels(),
    () => this.#tellBitrates(),
  );
  #media: MediaRoom | undefined;

  constructor(
    readonly meetingId: string,
    readonly house: House,
  ) {}

  get size(): number {
    return this.#audience.size;
  }

  /** Somebody's connection comes in; the others hear of it when it subscribes. */
  join(admission: Admission, join: JoinFrame, channel: Channel): Participant {
    const { ids, end, media } = this.house;
    const visible = () => visibleTo(participant, this.#audience.all);
    const participant: Participant = new Participant({
      ...{ admission, join, channel, ids, end },
      viewing: new Viewing(() => visible().map((other) => other.media.camera)),
      openMedia: () => (this.#media ??= media.openRoom()),
    });
    this.#makePlace(participant);
    this.#audience.add(participant);
    for (const former of this.#audience.formerOf(participant)) {
      if (former.state === 'vanished') this.#graces.give(former);
    }
    this.#countConnections();
    this.#pulse.start();
    participant.send(joinAck(MAX_VIDEOS, join.networkAdaption));
    this.#audience.showVideosTo(participant);
    return participant;
  }

  /** A client that gave up without a word leaves a connection behind; many are none's. */
  #makePlace({ owner }: Participant): void {
    const [oldest, ...rest] = this.#audience.waitingOf(owner);
    if (!oldest || rest.length + 1 < MAX_WAITING) return;
    this.#remove(oldest, false);
    oldest.hangUp(CloseCode.tooMany, 'Too many connections of this attendee.');
  }

  /** @throws SdpError where the offer cannot be answered. */
  subscribe(participant: Participant, frame: SubscribeFrame): void {
    const refusal = this.#refusalOf(participant);
    if (refusal !== undefined) return this.#putOut(participant, refusal);
    const mayStart = mayStartVideo(participant, this.#audience.all);
    const { muted } = participant.media;
    const ack = participant.media.subscribe(frame, mayStart);
    const refused = !mayStart && frame.video.length > 0;
    participant.send(subscribeAck(ack, refused ? VIEW_ONLY : undefined));
    if (participant.state === 'joined') this.#enter(participant);
    else if (muted !== frame.muted) this.#tellMute(participant);
    if (frame.video.length > 0 && !participant.rights.sendVideo) {
      participant.send(notification('warning', NOT_SHOWN));
    }
    this.#audience.showVideos();
  }

  /** Content that may not be shown, or has no place. */
  #refusalOf({ content, rights, owner }: Participant): number | undefined {
    if (!content) return undefined;
    if (!rights.sendVideo) return AudioStatus.notAllowed;
    const others = this.#audience.listed.filter((other) => other.content && other.owner !== owner);
    return others.length < MAX_CONTENT_SHARES ? undefined : AudioStatus.atCapacity;
  }

  #enter(participant: Participant): void {
    const formers = this.#audience.formerOf(participant);
    participant.enter();
    const people = this.#audience.listed.filter(
      (other) => other.media.hasAudio && !formers.includes(other),
    );
    participant.send(audioStreams(people.map(cameIn)));
    if (participant.media.hasAudio) {
      this.#audience.tell(audioStreams([cameIn(participant)]), (other) => other !== participant);
    }
    // Only now, so that nobody sees a leave.
    for (const former of formers) this.#replace(former, participant);
    this.#conversation.catchUp(participant);
    this.house.log(`${participant.attendeeId} is in meeting ${this.meetingId}`);
  }

  /** A client that comes again knows of it; one elsewhere is told. */
  #replace(former: Participant, { audioSessionId }: Participant): void {
    if (former.audioSessionId !== audioSessionId) {
      return this.#putOut(former, AudioStatus.joinedElsewhere);
    }
    this.#remove(former, false);
    former.hangUp(CloseCode.done, 'This client came again.');
  }

  mute(participant: Participant, muted: boolean): void {
    if (participant.media.setMuted(muted) && participant.listed) this.#tellMute(participant);
  }

  #tellMute(participant: Participant): void {
    this.#audience.tell(audioStreams([turnedMute(participant)]));
  }

  post(participant: Participant, messages: readonly SentDataMessage[]): void {
    this.#conversation.post(participant, messages);
  }

  leave(participant: Participant): void {
    this.#remove(participant, false);
  }

  /** Its connection is lost: it may come again. */
  vanish(participant: Participant): void {
    if (participant.state === 'joined') return this.#remove(participant, false);
    if (participant.state !== 'present') return;
    participant.vanish();
    this.#graces.give(participant);
    this.#audience.showVideos();
  }

  /** Deleted by the control API, with its content share. */
  kick(attendeeId: string): void {
    for (const participant of this.#audience.ofOwner(attendeeId)) {
      this.#putOut(participant, AudioStatus.attendeeRemoved);
    }
  }

  changeRights(attendee: Attendee): void {
    for (const participant of this.#audience.ofOwner(attendee.attendeeId)) {
      participant.changeRights(attendee);
      const { content, listed, rights } = participant;
      if (content && listed && !rights.sendVideo) {
        this.#putOut(participant, AudioStatus.notAllowed);
      }
    }
    this.#audience.showVideos();
  }

  /** Tells all that the meeting has ended. */
  end(): void {
    const { all } = this.#audience;
    for (const participant of all) participant.send(audioStatus(AudioStatus.meetingEnded));
    // All before any: none is told of the others.
    for (const participant of all) participant.close();
    for (const participant of all) this.#part(participant, 'The meeting has ended.');
  }

  #putOut(participant: Participant, status: number): void {
    participant.send(audioStatus(status));
    this.#part(participant, `Put out with status ${status}.`);
  }

  #part(participant: Participant, why: string): void {
    this.#remove(participant, false);
    setTimeout(() => participant.hangUp(CloseCode.done, why), PARTING_MS).unref();
  }

  #remove(participant: Participant, dropped: boolean): void {
    this.#graces.end(participant);
    if (!this.#audience.delete(participant)) return;
    const { listed } = participant;
    const known = listed && participant.media.hasAudio;
    participant.close();
    if (known) this.#audience.tell(audioStreams([wentAway(participant, dropped)]));
    const how = dropped ? 'was lost from' : 'left';
    this.house.log(`${participant.attendeeId} ${how} meeting ${this.meetingId}`);
    if (listed) this.#audience.showVideos();
    if (this.size === 0) this.#rest();
    this.#countConnections();
  }

  /** Nobody is there: nothing runs until somebody comes. */
  #rest(): void {
    this.#pulse.stop();
    this.#audience.close();
    this.#media?.close();
    this.#media = undefined;
  }

  #countConnections(): void {
    this.house.directory.setConnections(this.meetingId, this.size);
  }

  #tellLevels(): void {
    const people = this.#audience.listed.filter(({ media }) => media.hasAudio);
    const levels = this.#media?.audioLevels();
    if (levels && people.length > 0) this.#audience.tell(audioMetadata(levelsOf(people, levels)));
  }

  #tellBitrates(): void {
    const measured = this.#media?.bitrates();
    if (measured) this.#audience.tell(bitrates(measured, DOWNLINK_KBPS));
  }
}
