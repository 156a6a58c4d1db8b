import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const SALT_BYTES = 16;
const HASH_BYTES = 32;

const scryptBytes = promisify<string, Buffer, number, Buffer>(scrypt);

/** What is stored of a passcode: salt and hash. Slow, since people choose words that are soon guessed. */
export async function hashPasscode(passcode: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await scryptBytes(passcode.normalize(), salt, HASH_BYTES);
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

/** In a time that tells nothing about where they differ. */
export async function isPasscode(given: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.');
  const hashed = await scryptBytes(given.normalize(), Buffer.from(salt, 'base64url'), HASH_BYTES);
  return timingSafeEqual(hashed, Buffer.from(hash, 'base64url'));
}
