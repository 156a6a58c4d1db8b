import type { Admission, Attendee, MeetingDirectory } from '../meetings/meeting';
import type { JoinFrame, SentDataMessage, SubscribeFrame } from '../protocol/client-frame';
import {
  audioMetadata,
  audioStatus,
  audioStreams,
  bitrates,
  dataMessages,
  index,
  joinAck,
  notification,
  subscribeAck,
  writeServerFrame,
  type DataMessage,
  type ServerFrame,
} from '../protocol/server-frame';
import type { MediaRoom, MediaServer } from '../routing/media-room';
import type { Channel } from './channel';
import type { Ids } from './ids';
import { faultOf, MessageBoard } from './message-board';
import { Participant, type MediaEnd } from './participant';
import { Pulse } from './pulse';
import { cameIn, levelsOf, turnedMute, wentAway } from './roster';
import { AudioStatus, CloseCode, FailureStatus } from './status';
import { indexFor, MAX_VIDEOS, mayStartVideo, visibleTo } from './video-index';
import { Viewing } from './viewing';

/** How long somebody whose connection was lost may take to come again before it is said to be gone. */
const GRACE_MS = 5000;
/** How long a client that was told its end may take to close the connection itself. */
const PARTING_MS = 1000;
const MAX_CONTENT_SHARES = 2;
/** In place of the client's own estimate, on which it would decline videos; kbit/s. */
const DOWNLINK_KBPS = 100_000;

/** What the rooms of one service share. */
export interface House {
  readonly directory: Pick<MeetingDirectory, 'setConnections'>;
  readonly media: MediaServer;
  readonly end: MediaEnd;
  readonly ids: Ids;
  readonly log: (line: string) => void;
}

/** All connections of one meeting. */
export class MeetingRoom {
  readonly #participants = new Set<Participant>();
  readonly #graces = new Map<Participant, ReturnType<typeof setTimeout>>();
  readonly #board = new MessageBoard();
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
    return this.#participants.size;
  }

  /** Somebody's connection comes in; the others hear of it when it subscribes. */
  join(admission: Admission, join: JoinFrame, channel: Channel): Participant {
    const participant: Participant = new Participant({
      ...{ admission, join, channel },
      ...{ ids: this.house.ids, end: this.house.end },
      viewing: new Viewing(() =>
        visibleTo(participant, this.#participants).map(({ camera }) => camera),
      ),
      openMedia: () => (this.#media ??= this.house.media.openRoom()),
      mediaLost: (reason) => channel.close(CloseCode.mediaLost, reason),
    });
    this.#participants.add(participant);
    this.#formerOf(participant).forEach((former) => this.#prolongGrace(former));
    this.#countConnections();
    this.#pulse.start();
    participant.send(joinAck(MAX_VIDEOS, join.networkAdaption));
    this.#publish();
    return participant;
  }

  /** @throws SdpError where the offer cannot be answered. */
  subscribe(participant: Participant, frame: SubscribeFrame): void {
    const refusal = this.#refusalOf(participant);
    if (refusal !== undefined) return this.#putOut(participant, refusal);
    const mayStart = mayStartVideo(participant, this.#participants);
    const ack = participant.subscribe(frame, mayStart);
    const viewOnly = {
      status: FailureStatus.viewOnly,
      description: `There are ${MAX_VIDEOS} videos in this meeting already.`,
    };
    const refused = !mayStart && frame.video.length > 0;
    participant.send(subscribeAck(ack, refused ? viewOnly : undefined));
    if (participant.state === 'joined') this.#enter(participant);
    this.#warnIfNotShown(participant);
    this.#publish();
  }

  /** Content that may not be shown, or has no place. */
  #refusalOf(participant: Participant): number | undefined {
    if (!participant.content) return undefined;
    if (!participant.rights.sendVideo) return AudioStatus.notAllowed;
    const others = this.#listed().filter(
      ({ content, owner }) => content && owner !== participant.owner,
    );
    return others.length < MAX_CONTENT_SHARES ? undefined : AudioStatus.atCapacity;
  }

  #warnIfNotShown(participant: Participant): void {
    if (participant.camera.length === 0 || participant.rights.sendVideo) return;
    const message = 'This attendee may not send video: its capability Video is Receive or None.';
    participant.send(notification('warning', message));
  }

  #enter(participant: Participant): void {
    const formers = this.#formerOf(participant);
    const others = this.#listed().filter((other) => !formers.includes(other));
    participant.state = 'present';
    const people = [...others, participant].filter(({ hasAudio }) => hasAudio);
    participant.send(audioStreams(people.map(cameIn)));
    if (participant.hasAudio) {
      this.#tell(audioStreams([cameIn(participant)]), (other) => other !== participant);
    }
    // Only now, so that nobody sees a leave.
    for (const former of formers) this.#replace(former, participant);
    const missed = this.#board.read(participant.attendeeId);
    if (missed.length > 0) participant.send(dataMessages(missed));
    this.house.log(`${participant.attendeeId} is in meeting ${this.meetingId}`);
  }

  /** Other connections of the same person, or of the same content share. */
  #formerOf(participant: Participant): Participant[] {
    return this.#listed().filter(
      (other) => other !== participant && other.attendeeId === participant.attendeeId,
    );
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
    if (participant.setMuted(muted) && participant.listed) {
      this.#tell(audioStreams([turnedMute(participant)]));
    }
  }

  post(participant: Participant, messages: readonly SentDataMessage[]): void {
    for (const message of messages) {
      const verdict = participant.gate.judge();
      if (verdict === 'disconnect') return hangUpOnFlood(participant);
      const fault = faultOf(message);
      if (fault !== undefined) participant.send(notification('warning', fault));
      else this.#deliver(participant, message, verdict === 'throttle');
    }
  }

  #deliver(participant: Participant, sent: SentDataMessage, throttled: boolean): void {
    const message: DataMessage = {
      ...sent,
      senderAttendeeId: participant.attendeeId,
      senderExternalUserId: participant.externalUserId,
      ingestTimeNs: throttled ? 0 : Date.now() * 1e6,
    };
    if (throttled) return participant.send(dataMessages([message]));
    this.#board.keep(message);
    this.#tell(dataMessages([message]), (other) => other !== participant && !other.content);
  }

  leave(participant: Participant): void {
    this.#remove(participant, false);
  }

  /** Its connection is lost: it may come again. */
  vanish(participant: Participant): void {
    if (participant.state === 'joined') return this.#remove(participant, false);
    if (participant.state !== 'present') return;
    participant.state = 'vanished';
    this.#prolongGrace(participant);
    this.#publish();
  }

  #prolongGrace(participant: Participant): void {
    if (participant.state !== 'vanished') return;
    clearTimeout(this.#graces.get(participant));
    this.#graces.set(
      participant,
      setTimeout(() => this.#remove(participant, true), GRACE_MS),
    );
  }

  /** Deleted by the control API, with its content share. */
  kick(attendeeId: string): void {
    for (const participant of this.#ofOwner(attendeeId)) {
      this.#putOut(participant, AudioStatus.attendeeRemoved);
    }
  }

  changeRights(attendee: Attendee): void {
    for (const participant of this.#ofOwner(attendee.attendeeId)) {
      participant.changeRights(attendee);
      const shares = participant.content && participant.listed;
      if (shares && !participant.rights.sendVideo) {
        this.#putOut(participant, AudioStatus.notAllowed);
      }
    }
    this.#publish();
  }

  #ofOwner(attendeeId: string): Participant[] {
    return [...this.#participants].filter(({ owner }) => owner === attendeeId);
  }

  /** Tells all that the meeting has ended. */
  end(): void {
    const all = [...this.#participants];
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
    setTimeout(() => participant.hangUp(CloseCode.done, why), PARTING_MS);
  }

  #remove(participant: Participant, dropped: boolean): void {
    clearTimeout(this.#graces.get(participant));
    this.#graces.delete(participant);
    if (!this.#participants.delete(participant)) return;
    const known = participant.listed && participant.hasAudio;
    participant.close();
    if (known) this.#tell(audioStreams([wentAway(participant, dropped)]));
    this.house.log(
      `${participant.attendeeId} ${dropped ? 'was lost from' : 'left'} meeting ${this.meetingId}`,
    );
    this.#publish();
    if (this.#participants.size === 0) this.#rest();
    this.#countConnections();
  }

  /** Nobody is there: nothing runs until somebody comes. */
  #rest(): void {
    this.#pulse.stop();
    this.#media?.close();
    this.#media = undefined;
  }

  #countConnections(): void {
    this.house.directory.setConnections(this.meetingId, this.#participants.size);
  }

  #listed(): Participant[] {
    return [...this.#participants].filter(({ listed }) => listed);
  }

  /** To those who are present; the frame is written once. */
  #tell(frame: ServerFrame, whom: (participant: Participant) => boolean = () => true): void {
    const bytes = writeServerFrame(frame, Date.now());
    for (const participant of this.#participants) {
      if (participant.state === 'present' && whom(participant)) participant.sendBytes(bytes);
    }
  }

  /** Shows each what is on, where that is another thing than before. */
  #publish(): void {
    const all = [...this.#participants];
    for (const participant of all) {
      participant.reviseViewing();
      const options = indexFor(participant, all);
      const said = JSON.stringify(options);
      if (said === participant.lastIndex) continue;
      participant.lastIndex = said;
      participant.send(index(options));
    }
  }

  #tellLevels(): void {
    const people = this.#listed().filter(({ hasAudio }) => hasAudio);
    const levels = this.#media?.audioLevels();
    if (levels && people.length > 0) this.#tell(audioMetadata(levelsOf(people, levels)));
  }

  #tellBitrates(): void {
    const measured = this.#media?.bitrates();
    if (measured) this.#tell(bitrates(measured, DOWNLINK_KBPS));
  }
}

function hangUpOnFlood(participant: Participant): void {
  const why = 'Too many data messages: at most 100 a second, 200 at once.';
  participant.send(notification('error', why));
  participant.hangUp(CloseCode.tooMuch, why);
}
