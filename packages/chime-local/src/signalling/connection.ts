import type { Admission, MeetingDirectory } from '../meetings/meeting';
import type { ClientFrame, JoinFrame, SubscribeFrame } from '../protocol/client-frame';
import { FrameError } from '../protocol/frame-error';
import { readClientFrame } from '../protocol/read-client-frame';
import {
  leaveAck,
  notification,
  pong,
  primaryMeetingRefused,
  subscribeRefused,
  writeServerFrame,
  type ServerFrame,
} from '../protocol/server-frame';
import { SdpError } from '../sdp/sdp-error';
import type { Channel, Receiver } from './channel';
import type { MeetingRoom } from './meeting-room';
import type { Participant } from './participant';
import { reasonFor } from './refusal';
import { CloseCode, FailureStatus } from './status';
import { TokenBucket } from './token-bucket';

/** A client may open its connection well before it starts. */
const JOIN_TIMEOUT_MS = 60_000;
/** How long a client that left may take to close the connection itself. */
const PARTING_MS = 5000;

/** The SDK's JOIN has a few hundred: names and versions of browser, system and app. */
export const MAX_JOIN_BYTES = 4096;
/** Many times what 25 videos that come and go at once need. */
const BYTES_PER_SECOND = 1024 * 1024;
const BURST_BYTES = 4 * BYTES_PER_SECOND;

export interface ConnectionOptions {
  readonly joinToken: string;
  readonly channel: Channel;
  readonly directory: Pick<MeetingDirectory, 'admit' | 'hasEnded'>;
  readonly roomOf: (admission: Admission) => MeetingRoom;
  readonly log: (line: string) => void;
}

/** Somebody who joined: its place in the meeting. */
interface Place {
  readonly room: MeetingRoom;
  readonly participant: Participant;
}

/** What one client says, in order: JOIN, then the rest. */
export class Connection implements Channel, Receiver {
  #state: 'opened' | 'joined' | 'left' | 'closed' = 'opened';
  #place: Place | undefined;
  readonly #options: ConnectionOptions;
  readonly #frames = new TokenBucket(300, 600);
  readonly #bytes = new TokenBucket(BYTES_PER_SECOND, BURST_BYTES);
  #timeout: ReturnType<typeof setTimeout>;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const why = `No JOIN came within ${JOIN_TIMEOUT_MS / 1000} s.`;
    this.#timeout = setTimeout(() => this.close(CloseCode.joinTimeout, why), JOIN_TIMEOUT_MS);
  }

  receive(bytes: Uint8Array): void {
    if (this.#state === 'closed') return;
    if (!this.#frames.take() || !this.#bytes.take(bytes.length)) {
      return this.close(CloseCode.tooMuch, 'Too many frames, or bytes, a second.');
    }
    if (this.#state === 'opened' && bytes.length > MAX_JOIN_BYTES) {
      return this.close(
        CloseCode.badFrame,
        `Before JOIN a frame has at most ${MAX_JOIN_BYTES} bytes.`,
      );
    }
    try {
      this.#take(readClientFrame(bytes));
    } catch (error) {
      this.#fail(error);
    }
  }

  disconnected(): void {
    clearTimeout(this.#timeout);
    this.#state = 'closed';
    if (this.#place) this.#place.room.vanish(this.#place.participant);
  }

  send(bytes: Uint8Array): void {
    if (this.#state !== 'closed') this.#options.channel.send(bytes);
  }

  close(code: number, reason: string): void {
    if (this.#state === 'closed') return;
    this.disconnected();
    this.#options.channel.close(code, reason);
  }

  #say(frame: ServerFrame): void {
    this.send(writeServerFrame(frame, Date.now()));
  }

  #take(frame: ClientFrame): void {
    if (frame.kind === 'ping') return this.#say(pong(frame.pingId));
    if (frame.kind === 'leave') return this.#leave();
    if (frame.kind === 'join') return this.#join(frame);
    if (this.#state === 'opened') throw new FrameError(`JOIN must come before ${frame.kind}.`);
    const place = this.#place;
    // Who was put out may still have something on its way.
    if (place && place.participant.state !== 'gone') this.#act(frame, place);
  }

  #join(frame: JoinFrame): void {
    if (this.#state !== 'opened') throw new FrameError('JOIN came twice.');
    clearTimeout(this.#timeout);
    const { directory, joinToken, roomOf } = this.#options;
    const admission = directory.admit(joinToken);
    if (!admission) {
      const { code, reason } = reasonFor(joinToken, directory);
      return this.close(code, reason);
    }
    this.#state = 'joined';
    const room = roomOf(admission);
    this.#place = { room, participant: room.join(admission, frame, this) };
  }

  #act(frame: Exclude<ClientFrame, { kind: 'ping' | 'leave' | 'join' }>, place: Place): void {
    const { room, participant } = place;
    switch (frame.kind) {
      case 'subscribe':
        return this.#subscribe(frame, place);
      case 'mute':
        return room.mute(participant, frame.muted);
      case 'pause':
        return participant.media.pause(frame.streamIds);
      case 'resume':
        return participant.media.resume(frame.streamIds);
      case 'videoUpdate':
        return participant.media.updateVideos(frame);
      case 'dataMessages':
        return room.post(participant, frame.messages);
      case 'primaryMeetingJoin':
        return this.#refusePrimaryMeeting();
      case 'pong':
      case 'other':
        return;
      default:
        frame satisfies never;
    }
  }

  #subscribe(frame: SubscribeFrame, { room, participant }: Place): void {
    try {
      room.subscribe(participant, frame);
    } catch (error) {
      if (!(error instanceof SdpError)) throw error;
      const description = `The offer cannot be answered: ${error.message}`;
      this.#say(notification('error', description));
      this.#say(subscribeRefused({ status: FailureStatus.badRequest, description }));
      this.#options.log(`${participant.attendeeId}: ${description}`);
    }
  }

  #refusePrimaryMeeting(): void {
    const description = 'chime-local has no primary meetings.';
    this.#say(notification('error', description));
    this.#say(primaryMeetingRefused({ status: FailureStatus.badRequest, description }));
  }

  #leave(): void {
    this.#say(leaveAck());
    this.#state = 'left';
    clearTimeout(this.#timeout);
    this.#timeout = setTimeout(() => this.close(CloseCode.done, 'Left.'), PARTING_MS);
    if (this.#place) this.#place.room.leave(this.#place.participant);
  }

  #fail(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#options.log(`A connection is closed: ${why}`);
    const known = error instanceof FrameError;
    this.close(known ? CloseCode.badFrame : CloseCode.serverError, known ? why : 'Server error.');
  }
}
