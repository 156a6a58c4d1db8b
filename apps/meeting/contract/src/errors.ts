import { z } from 'zod';

/** Every code that the API refuses with, and the HTTP status that goes with it. */
export const ERROR_STATUS = {
  'bad-request': 400,
  /** No token, or one that is altered or has expired: join again. */
  'bad-token': 401,
  /** Rooms are made by people who are signed in here. */
  'login-needed': 401,
  'not-allowed': 403,
  'wrong-passcode': 403,
  'room-locked': 403,
  /** Not admitted yet. */
  waiting: 403,
  removed: 403,
  /** Also where the secret is wrong: nobody learns which rooms there are. */
  'not-found': 404,
  'room-full': 409,
  'room-ended': 410,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
} as const;

/** Stable; programs go by it. */
export type ErrorCode = keyof typeof ERROR_STATUS;

const codes = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** The one shape of all refusals. */
export const errorResponse = z.object({
  error: z.object({
    code: z.enum(codes),
    /** A sentence for people. */
    message: z.string(),
    retryAfterSeconds: z.number().int().positive().optional(),
  }),
});

/** The one shape of all refusals. */
export type ErrorResponse = z.infer<typeof errorResponse>;
