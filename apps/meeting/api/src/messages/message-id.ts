import { randomBytes } from 'node:crypto';

/** Without letters that are taken for digits; in the order of their codes, so that text sorts by value. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_BYTES = 16;

/**
 * An id (a ULID) that sorts by the time it was made, to the millisecond, and that nobody makes twice:
 * 80 random bits follow the time.
 */
export function makeMessageId(nowMs: number): string {
  let time = '';
  for (let rest = nowMs; time.length < TIME_DIGITS; rest = Math.floor(rest / 32)) {
    time = `${digit(rest % 32)}${time}`;
  }
  return time + [...randomBytes(RANDOM_BYTES)].map((byte) => digit(byte % 32)).join('');
}

const digit = (value: number): string => DIGITS.charAt(value);
