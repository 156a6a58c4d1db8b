import {
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  UpdateAttendeeCapabilitiesCommand,
  type Attendee,
  type AttendeeCapabilities,
  type ChimeSDKMeetingsClient,
} from '@aws-sdk/client-chime-sdk-meetings';
import { Refusal } from '../access/refusal';
import type { CallAttendee, ChimeMeeting } from './call';
import { refuseAtLimit, unlessGone } from './chime-answers';

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

  /**
   * Again for the same user: the same attendee, as it is. Undefined where the meeting has ended.
   * @throws Refusal where it is full.
   */
  async createAttendee(
    meetingId: string,
    userId: string,
    capabilities: AttendeeCapabilities,
  ): Promise<JoinableAttendee | undefined> {
    const wanted = {
      MeetingId: meetingId,
      ExternalUserId: userId,
      Capabilities: capabilities,
    };
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

  /** What they may do from now on; one who is gone is no matter. */
  async allow(
    { meetingId, attendeeId }: CallAttendee,
    capabilities: AttendeeCapabilities,
  ): Promise<void> {
    const command = new UpdateAttendeeCapabilitiesCommand({
      MeetingId: meetingId,
      AttendeeId: attendeeId,
      Capabilities: capabilities,
    });
    await unlessGone(this.#client.send(command));
  }

  /** As {@link ChimeCalls.allow}, for all but these. @returns false where it or one of them is gone. */
  async allowAllBut(
    meetingId: string,
    attendeeIds: readonly [string, ...string[]],
    capabilities: AttendeeCapabilities,
  ): Promise<boolean> {
    const command = new BatchUpdateAttendeeCapabilitiesExceptCommand({
      MeetingId: meetingId,
      ExcludedAttendeeIds: attendeeIds.map((AttendeeId) => ({ AttendeeId })),
      Capabilities: capabilities,
    });
    return (await unlessGone(this.#client.send(command))) !== undefined;
  }

  /** Tells all who are in it that it is over; one that is gone is no matter. */
  async deleteMeeting(meetingId: string): Promise<void> {
    await unlessGone(this.#client.send(new DeleteMeetingCommand({ MeetingId: meetingId })));
  }
}

const full = () => new Refusal('room-full', 'This meeting is full.');

const noMoreMeetings = () =>
  new Refusal('unavailable', 'There are too many meetings now. Try again in a minute.', 60);
