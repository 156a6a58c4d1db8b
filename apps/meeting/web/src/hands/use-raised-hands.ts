import { useMemo } from 'react';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';

/** Whose hands are up, by participants' ids, the one that has waited longest first. */
export function useRaisedHands(): readonly string[] {
  const hands = useStore(useTalk().hands.state);
  return useMemo(() => [...hands].sort(([, a], [, b]) => a - b).map(([id]) => id), [hands]);
}
