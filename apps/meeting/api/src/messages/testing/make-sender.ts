import { randomBytes } from 'node:crypto';
import type { Sender } from '../sender';

const newId = () => randomBytes(16).toString('base64url');

/** Somebody in a room of their own, for an hour. */
export function makeSender(name: string): Sender {
  const expiresAt = Math.floor(Date.now() / 1000) + 3600;
  return { roomId: newId(), participantId: newId(), name, expiresAt };
}
