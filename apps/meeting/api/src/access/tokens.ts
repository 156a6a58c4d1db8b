import type { Role } from '@cyclorama/meeting-contract';
import { jwtVerify, SignJWT } from 'jose';
import { Refusal } from './refusal';
import type { ServerKeys } from './server-keys';

/** Whom a token stands for. */
export interface Identity {
  readonly roomId: string;
  readonly participantId: string;
  readonly role: Role;
}

const ALGORITHM = 'HS256';
const ISSUER = 'cyclorama-meeting';
/** The longest that a meeting of the Chime SDK lasts. */
const LIFE_SECONDS = 24 * 60 * 60;

/** What a token is signed with, and when. */
export interface Signing {
  readonly keys: ServerKeys;
  readonly now: () => number;
}

/** A token that its holder shows with every request; no longer good than the room. */
export async function signToken(
  { keys, now }: Signing,
  { roomId, participantId, role }: Identity,
  roomExpiresAt: number,
): Promise<string> {
  const issuedAt = Math.floor(now() / 1_000);
  return new SignJWT({ room: roomId, role })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setSubject(participantId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(Math.min(issuedAt + LIFE_SECONDS, roomExpiresAt))
    .sign(keys.tokens);
}

/** @throws Refusal where it is none of ours, was altered, or has expired. */
export async function readToken({ keys, now }: Signing, token: string): Promise<Identity> {
  const { sub, room, role } = await verify(keys, token, new Date(now()));
  if (typeof sub !== 'string' || typeof room !== 'string') throw badToken();
  if (role !== 'host' && role !== 'guest') throw badToken();
  return { roomId: room, participantId: sub, role };
}

async function verify(keys: ServerKeys, token: string, currentDate: Date) {
  const wanted = { algorithms: [ALGORITHM], issuer: ISSUER, currentDate, requiredClaims: ['exp'] };
  try {
    return (await jwtVerify(token, keys.tokens, wanted)).payload;
  } catch {
    // The reason would tell whoever forges tokens what to mend.
    throw badToken();
  }
}

/** What a request gets that shows no token, or a wrong one. */
export function badToken(): Refusal {
  return new Refusal('bad-token', 'You are not in this room any more. Join again by its link.');
}
