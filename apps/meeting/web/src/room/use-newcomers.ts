import { useRosterState } from 'amazon-chime-sdk-component-library-react';
import { useEffect } from 'react';
import { useStore } from '../state/use-store';
import type { RoomWatch } from './room-watch';

/** Has the API asked who somebody is that has come into the call. */
export function useNewcomers(watch: RoomWatch): void {
  const { roster } = useRosterState();
  const { participants } = useStore(watch.state);
  const strangers = Object.values(roster)
    .map(({ externalUserId = '' }) => externalUserId)
    .filter((id) => !participants.has(id))
    .join();
  useEffect(() => {
    if (strangers) watch.look();
  }, [watch, strangers]);
}
