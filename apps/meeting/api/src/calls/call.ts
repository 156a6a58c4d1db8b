import type { Meeting } from '@aws-sdk/client-chime-sdk-meetings';

/** A meeting of the Chime SDK: one that it can be joined by. */
export type ChimeMeeting = Meeting & { readonly MeetingId: string };

/** The meeting behind a room. */
export interface Call {
  /** Which one of the room's it is, from 1; the service ends them, and the next follows. */
  readonly generation: number;
  readonly meeting: ChimeMeeting;
}

/** Who a participant is in a meeting. */
export interface CallAttendee {
  readonly meetingId: string;
  readonly attendeeId: string;
}
