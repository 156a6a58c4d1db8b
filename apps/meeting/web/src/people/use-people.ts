import { useRosterState } from 'amazon-chime-sdk-component-library-react';
import { useMemo } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { gather, type Person } from './gather';

/** Who is in the call, oneself first. */
export function usePeople(): readonly Person[] {
  const { state } = useRoom();
  const { participants, you } = useStore(state);
  const { roster } = useRosterState();
  return useMemo(
    () => gather(Object.values(roster), participants, you),
    [roster, participants, you],
  );
}
