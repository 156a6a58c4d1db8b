import { z } from 'zod';
import { LIMITS } from './limits';

/** Line breaks and other controls, and the marks that turn the direction of what stands by them. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** What comes along with pasted text and nobody wrote: controls, but for new lines and tabs. */
const UNWRITTEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One that leaves a mark on the page: neither blank nor ignored, and no accent on nothing. */
const VISIBLE = /[^\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Text of which half a pair is missing becomes another where it is written as UTF-8. */
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

/** 128 bits, base64url. */
export const roomId = z.string().regex(/^[\w-]{22}$/, 'must be an id of a room');

/** 128 bits, base64url. */
export const participantId = z.string().regex(/^[\w-]{22}$/, 'must be an id of a participant');

/** 256 bits, base64url. */
export const secret = z.string().regex(/^[\w-]{43}$/, 'must be a secret of a room');

/** Made by the client, anew for each request that it means, the same where it repeats one. */
export const requestId = z.uuidv4('must be a random UUID').toLowerCase();

/** Not trimmed, so that it is what was typed. */
export const passcode = z
  .string()
  .min(LIMITS.passcodeShortest, `must have at least ${LIMITS.passcodeShortest} characters`)
  .max(LIMITS.passcodeLength, `must have at most ${LIMITS.passcodeLength} characters`)
  .refine(isWhole, 'must be whole characters');

/** One line of plain text; markup in it is text like any other. */
export function oneLine(longest: number) {
  return readable(z.string(), longest).refine(
    (text) => !UNPRINTABLE.test(text),
    'must be one line of plain text',
  );
}

/** Several lines of plain text, without what nobody wrote; markup in it is text like any other. */
export function lines(longest: number) {
  const written = z.string().overwrite((text) => text.replace(UNWRITTEN, ''));
  return readable(written, longest);
}

function readable(text: z.ZodString, longest: number) {
  return text
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .refine(isWhole, 'must be whole characters')
    .refine((read) => VISIBLE.test(read), 'must have a character that one sees');
}

/** How many entries a page has; a query's text is read as a number. */
export const pageSize = z.coerce
  .number()
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(LIMITS.pageSize, `must be at most ${LIMITS.pageSize}`)
  .default(LIMITS.defaultPageSize);
