import { createContext, useContext } from 'react';
import type { Talk } from './talk';

/** Where parts of the room find it. */
export const TalkContext = createContext<Talk | undefined>(undefined);

/** @throws Error outside of a room. */
export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('This part belongs into a room.');
  return talk;
}
