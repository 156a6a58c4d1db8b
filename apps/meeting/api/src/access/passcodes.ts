import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Queue } from './queue';

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Of the process: it has one pool of threads, which files and tables need, too. */
const queue = new Queue(16);

const scryptBytes = promisify<string, Buffer, number, Buffer>(scrypt);

const hash = (passcode: string, salt: Buffer): Promise<Buffer> =>
  queue.run(() => scryptBytes(passcode.normalize(), salt, HASH_BYTES));

/**
 * What is stored of a passcode: salt and hash. Slow, since people choose words that are soon guessed.
 * @throws Refusal where too many wait for theirs.
 */
export async function hashPasscode(passcode: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hashed = await hash(passcode, salt);
  return `${salt.toString('base64url')}.${hashed.toString('base64url')}`;
}

/** In a time that tells nothing about where they differ. @throws Refusal as {@link hashPasscode}. */
export async function isPasscode(given: string, stored: string): Promise<boolean> {
  const [salt = '', wanted = ''] = stored.split('.');
  const hashed = await hash(given, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(hashed, Buffer.from(wanted, 'base64url'));
}
