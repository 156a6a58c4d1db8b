import {
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  LimitExceededException,
  NotFoundException,
  type Attendee,
  type ChimeSDKMeetingsClient,
} from '@aws-sdk/client-chime-sdk-meetings';
import { Refusal } from '../access/refusal';
import type { CallAttendee, ChimeMeeting } from './call';

/** An attendee with all that one joins with. */
export interface JoinableAttendee extends Attendee {
  readonly AttendeeId: string;
  readonly ExternalUserId: string;
  readonly JoinToken: string;
}

/** The Chime SDK's meetings, or what stands in for them. */
export class ChimeCalls {
  readonly #client: ChimeSDKMeetingsClient;
  readonly #mediaRegion: string;

  constructor(client: ChimeSDKMeetingsClient, mediaRegion: string) {
    this.#client = client;
    this.#mediaRegion = mediaRegion;
  }

  /** The same meeting for all who ask for this generation while it lasts. @throws Refusal */
  async createMeeting(roomId: string, generation: number): Promise<ChimeMeeting> {
    const command = new CreateMeetingCommand({
      ClientRequestToken: `${roomId}-${generation}`,
      ExternalMeetingId: roomId,
      MediaRegion: this.#mediaRegion,
    });
    const { Meeting } = await this.#client.send(command).catch(refuseAtLimit(noMoreMeetings));
    if (Meeting?.MeetingId === undefined) throw noMoreMeetings();
    return { ...Meeting, MeetingId: Meeting.MeetingId };
  }

  /** Undefined where the meeting has ended. @throws Refusal where it is full. */
  async createAttendee(meetingId: string, userId: string): Promise<JoinableAttendee | undefined> {
    const wanted = { MeetingId: meetingId, ExternalUserId: userId };
    const answer = await unlessGone(this.#client.send(new CreateAttendeeCommand(wanted))).catch(
      refuseAtLimit(full),
    );
    const { AttendeeId, ExternalUserId, JoinToken } = answer?.Attendee ?? {};
    if (!AttendeeId || !ExternalUserId || !JoinToken) return undefined;
    return { ...answer?.Attendee, AttendeeId, ExternalUserId, JoinToken };
  }

  /** Puts them out; one who is gone is no matter. */
  async deleteAttendee({ meetingId, attendeeId }: CallAttendee): Promise<void> {
    const command = new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId });
    await unlessGone(this.#client.send(command));
  }

  /** Tells all who are in it that it is over; one that is gone is no matter. */
  async deleteMeeting(meetingId: string): Promise<void> {
    await unlessGone(this.#client.send(new DeleteMeetingCommand({ MeetingId: meetingId })));
  }
}

async function unlessGone<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

function refuseAtLimit(refusal: () => Refusal): (error: unknown) => never {
  return (error) => {
    throw error instanceof LimitExceededException ? refusal() : error;
  };
}

const full = () => new Refusal('room-full', 'This meeting is full.');

const noMoreMeetings = () =>
  new Refusal('unavailable', 'There are too many meetings now. Try again in a minute.', 60);
