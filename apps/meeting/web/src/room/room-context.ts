import type { Participant, Room } from '@cyclorama/meeting-contract';
import { createContext, useContext } from 'react';
import type { Invite } from '../address/invite';
import type { Call } from '../call/call';
import type { LocalMedia } from '../media/local-media';
import type { Seat } from '../server/seat';
import type { Store } from '../state/store';

/** What is known of the room, as of the last look. */
export interface RoomState {
  readonly room: Room;
  readonly you: Participant;
  /** Who is in, by id, oneself too; for a host, who waits too. */
  readonly participants: ReadonlyMap<string, Participant>;
}

/** Everything that parts of the room work with. */
export interface RoomServices {
  /** What brings others in. */
  readonly invite: Invite;
  readonly seat: Seat;
  readonly call: Call;
  readonly media: LocalMedia;
  readonly state: Store<RoomState>;
  /** Asks the API anew, soon; after something that changes the room or its people. */
  readonly refresh: () => void;
}

/** Where parts of the room find it. */
export const RoomContext = createContext<RoomServices | undefined>(undefined);

/** @throws Error outside of a room. */
export function useRoom(): RoomServices {
  const services = useContext(RoomContext);
  if (!services) throw new Error('This part belongs into a room.');
  return services;
}
