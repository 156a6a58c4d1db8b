import type { RoomResponse } from '@cyclorama/meeting-contract';
import type { Farewell } from '../call/call-state';
import type { Seat } from '../server/seat';

/** Where a visitor of a room is. */
export type Stage =
  | { readonly at: 'lobby' }
  | { readonly at: 'waiting'; readonly seat: Seat }
  | { readonly at: 'room'; readonly seat: Seat; readonly first: RoomResponse }
  | { readonly at: 'farewell'; readonly farewell: Farewell };

/** One's place in the room; none before one has joined and after it is over. */
export const seatOf = (stage: Stage): Seat | undefined =>
  'seat' in stage ? stage.seat : undefined;
