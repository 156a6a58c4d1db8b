import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const MARK_BYTES = 4;

/** No key: who knows a token may know that it is one. */
const markOf = (secret: Buffer): Buffer =>
  createHash('sha256').update('chime-local').update(secret).digest().subarray(0, MARK_BYTES);

/** 256 random bits, and by what a later process sees that an earlier one gave them away. */
export function newJoinToken(): string {
  const secret = randomBytes(SECRET_BYTES);
  return Buffer.concat([secret, markOf(secret)]).toString('base64url');
}

/** Whether it was ever given away, by whatever process. */
export function isJoinToken(text: string): boolean {
  if (!/^[\w-]{48}$/.test(text)) return false;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.subarray(SECRET_BYTES).equals(markOf(bytes.subarray(0, SECRET_BYTES)));
}
