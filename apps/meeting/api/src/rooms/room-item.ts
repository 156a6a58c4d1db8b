import type { Room, RoomSettings } from '@cyclorama/meeting-contract';
import type { Call } from '../calls/call';
import type { Expiring } from '../tables/table';

/** A room in its table. */
export interface RoomItem extends Expiring, RoomSettings {
  readonly roomId: string;
  readonly name: string;
  readonly locked: boolean;
  readonly passcodeHash?: string | undefined;
  readonly secretHash: string;
  readonly hostSecretHash: string;
  readonly createdAtMs: number;
  readonly endedAtMs?: number;
  readonly call?: Call;
}

/** What of it people in the room may see, named one by one: what is added stays inside. */
export function toRoom(item: RoomItem): Room {
  const { roomId, name, waitingRoom, sharing, drawing, locked, createdAtMs } = item;
  return {
    roomId,
    name,
    waitingRoom,
    sharing,
    drawing,
    locked,
    hasPasscode: item.passcodeHash !== undefined,
    createdAtMs,
    expiresAtMs: item.expiresAt * 1_000,
  };
}
