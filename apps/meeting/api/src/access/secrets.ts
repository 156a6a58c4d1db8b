import { createHash, timingSafeEqual } from 'node:crypto';

/** What is stored of a secret, which has 256 random bits and so needs no slow hash. */
export function hashSecret(secret: string): string {
  return digest(secret).toString('base64url');
}

/** In a time that tells nothing about where they differ. */
export function isSecret(given: string, storedHash: string): boolean {
  return timingSafeEqual(digest(given), Buffer.from(storedHash, 'base64url'));
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
