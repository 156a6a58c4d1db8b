import { roomId, secret } from '@cyclorama/meeting-contract';
import { z } from 'zod';
import type { Invite } from '../address/invite';
import { lasting, recall, remember } from './stored';

const recentRoom = z.object({ roomId, secret, name: z.string(), expiresAtMs: z.number() });

/** A room that one was in, with what opens it. */
export type RecentRoom = z.infer<typeof recentRoom>;

const NAME = 'cyclorama-meeting:rooms';
const MOST = 8;

/** The last ones first, of those that are still there. */
export function recallRooms(nowMs = Date.now()): readonly RecentRoom[] {
  const rooms = z.array(recentRoom).safeParse(readJson(recall(lasting, NAME))).data ?? [];
  return rooms.filter(({ expiresAtMs }) => expiresAtMs > nowMs);
}

/** Puts it first. */
export const rememberRoom = (room: RecentRoom): void =>
  keep([room, ...others(room.roomId)].slice(0, MOST));

export const forgetRoom = (id: string): void => keep(others(id));

/** What a room is called, where one was in it. */
export const recallRoomName = (invite: Pick<Invite, 'roomId'>): string | undefined =>
  recallRooms().find((room) => room.roomId === invite.roomId)?.name;

const others = (id: string): RecentRoom[] => recallRooms().filter((room) => room.roomId !== id);

const keep = (rooms: readonly RecentRoom[]): void => remember(lasting, NAME, JSON.stringify(rooms));

function readJson(text = 'null'): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
