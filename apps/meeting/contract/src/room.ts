import { z } from 'zod';
import { oneLine, passcode, requestId, roomId, secret } from './fields';
import { LIMITS } from './limits';
import { participant } from './participant';

const who = z.enum(['everyone', 'host']);

/** Who may do a thing in a room. */
export type Who = z.infer<typeof who>;

const settings = z.object({
  /** People wait until the host admits them. */
  waitingRoom: z.boolean(),
  /** Who may share a screen or a movie. */
  sharing: who,
  /** Who may draw on the whiteboard. */
  drawing: who,
});

/** What the host may choose. */
export type RoomSettings = z.infer<typeof settings>;

const options = z.object({
  waitingRoom: settings.shape.waitingRoom.default(false),
  sharing: who.default('everyone'),
  drawing: who.default('everyone'),
  passcode: passcode.optional(),
});

/** `POST /rooms`. */
export const createRoomRequest = z.object({
  name: oneLine(LIMITS.roomNameLength),
  options: options.prefault({}),
  requestId,
});

/** `POST /rooms`, as it is checked: with all options. */
export type CreateRoomRequest = z.infer<typeof createRoomRequest>;

/** A room as everybody in it may see it. */
export const room = settings.extend({
  roomId,
  name: z.string(),
  /** Nobody new comes in. */
  locked: z.boolean(),
  /** Not the passcode itself. */
  hasPasscode: z.boolean(),
  createdAtMs: z.number(),
  expiresAtMs: z.number(),
});

/** A room as everybody in it may see it. */
export type Room = z.infer<typeof room>;

/** Answer of `POST /rooms`; the only time that the secrets are told. */
export const createRoomResponse = z.object({
  room,
  /** Goes into the invite link. */
  secret,
  /** Whoever joins with it is a host. */
  hostSecret: secret,
});

/** Answer of `POST /rooms`; the only time that the secrets are told. */
export type CreateRoomResponse = z.infer<typeof createRoomResponse>;

/** Answer of `GET /rooms/:roomId`: the room, and oneself, so that whoever waits sees the admission. */
export const roomResponse = z.object({ room, you: participant });

/** Answer of `GET /rooms/:roomId`. */
export type RoomResponse = z.infer<typeof roomResponse>;

/** `PATCH /rooms/:roomId`. */
export const changeRoomRequest = settings
  .extend({ locked: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must change something');

/** `PATCH /rooms/:roomId`. */
export type ChangeRoomRequest = z.infer<typeof changeRoomRequest>;
