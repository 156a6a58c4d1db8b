import {
  useContentShareState,
  useRemoteVideoTileState,
} from 'amazon-chime-sdk-component-library-react';
import { useMemo } from 'react';
import { usePeople } from '../../people/use-people';
import { tilesOf, type TileSpot } from './tiles';

/** What stands on the stage, kept up to date. */
export function useTiles(): readonly TileSpot[] {
  const people = usePeople();
  const { attendeeIdToTileId: cameras } = useRemoteVideoTileState();
  const { tileIdToAttendeeId: contents } = useContentShareState();
  return useMemo(() => tilesOf(people, { cameras, contents }), [people, cameras, contents]);
}
