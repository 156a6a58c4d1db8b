import { z } from 'zod';
import { oneLine, pageSize, participantId, passcode, requestId, secret } from './fields';
import { LIMITS } from './limits';

const role = z.enum(['host', 'guest']);

/** What a participant may do. */
export type Role = z.infer<typeof role>;

const state = z.enum(['waiting', 'admitted', 'removed', 'left']);

/** Where a participant stands. */
export type ParticipantState = z.infer<typeof state>;

/** A participant as the others in the room may see them. */
export const participant = z.object({
  /** Also the `ExternalUserId` of their attendee. */
  participantId,
  name: z.string(),
  role,
  state,
  joinedAtMs: z.number(),
  /** When a host last asked them to mute themselves. */
  muteRequestedAtMs: z.number().optional(),
});

/** A participant as the others in the room may see them. */
export type Participant = z.infer<typeof participant>;

/** `POST /rooms/:roomId/join`. */
export const joinRequest = z.object({
  secret,
  name: oneLine(LIMITS.nameLength),
  passcode: passcode.optional(),
  hostSecret: secret.optional(),
  requestId,
});

/** `POST /rooms/:roomId/join`. */
export type JoinRequest = z.infer<typeof joinRequest>;

/** Answer of `POST /rooms/:roomId/join`. */
export const joinResponse = z.object({
  participant,
  /** Goes with every further request, as `Authorization: Bearer`. */
  token: z.string(),
  admission: z.enum(['admitted', 'waiting']),
});

/** Answer of `POST /rooms/:roomId/join`. */
export type JoinResponse = z.infer<typeof joinResponse>;

/** Query of `GET /rooms/:roomId/participants`. */
export const participantsQuery = z.object({ after: participantId.optional(), limit: pageSize });

/** Query of `GET /rooms/:roomId/participants`. */
export type ParticipantsQuery = z.infer<typeof participantsQuery>;

/** Answer of `GET /rooms/:roomId/participants`. */
export const participantsResponse = z.object({
  /** Who is in; for a host, who waits too. */
  participants: z.array(participant),
  /** Asks, as `after`, for the rest. */
  next: participantId.optional(),
});

/** Answer of `GET /rooms/:roomId/participants`. */
export type ParticipantsResponse = z.infer<typeof participantsResponse>;

/** Answer of what changes a participant. */
export const participantResponse = z.object({ participant });

/** Answer of what changes a participant. */
export type ParticipantResponse = z.infer<typeof participantResponse>;

/** Answer of `POST /rooms/:roomId/call`: what `MeetingSessionConfiguration` takes. */
export const callResponse = z.object({
  Meeting: z.looseObject({ MeetingId: z.string() }),
  Attendee: z.looseObject({
    AttendeeId: z.string(),
    ExternalUserId: z.string(),
    JoinToken: z.string(),
  }),
});

/** Answer of `POST /rooms/:roomId/call`. */
export type CallResponse = z.infer<typeof callResponse>;
