import { z } from 'zod';
import { LIMITS } from './limits';

/** Line breaks and other controls, and the marks that turn the direction of what follows them. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** 128 bits, base64url. */
export const roomId = z.string().regex(/^[\w-]{22}$/, 'must be an id of a room');

/** 128 bits, base64url. */
export const participantId = z.string().regex(/^[\w-]{22}$/, 'must be an id of a participant');

/** 256 bits, base64url. */
export const secret = z.string().regex(/^[\w-]{43}$/, 'must be a secret of a room');

/** Made by the client, anew for each request that it means, the same where it repeats one. */
export const requestId = z.uuid('must be a UUID');

/** Not trimmed, so that it is what was typed. */
export const passcode = z
  .string()
  .min(LIMITS.passcodeShortest, `must have at least ${LIMITS.passcodeShortest} characters`)
  .max(LIMITS.passcodeLength, `must have at most ${LIMITS.passcodeLength} characters`);

/** One line of plain text; markup in it is text like any other. */
export function oneLine(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .refine((text) => !UNPRINTABLE.test(text), 'must be one line of plain text');
}

/** How many entries a page has; a query's text is read as a number. */
export const pageSize = z.coerce
  .number()
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(LIMITS.pageSize, `must be at most ${LIMITS.pageSize}`)
  .default(LIMITS.defaultPageSize);
