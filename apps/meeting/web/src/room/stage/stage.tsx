import { useEffect, useState, type ReactElement } from 'react';
import { Whiteboard } from '../../whiteboard/whiteboard';
import { useWhiteboard } from '../../whiteboard/use-whiteboard';
import { ROOM } from '../../texts';
import { focusOf, type Arrangement } from './focus';
import { GridView } from './grid-view';
import './stage.css';
import { Tile } from './tile';
import type { TileSpot } from './tiles';
import { useLastSpeaker } from './use-last-speaker';
import { useTiles } from './use-tiles';

interface StageProps {
  readonly arrangement: Arrangement;
}

/** Everybody, and what is shared: all alike, or one large and the others beside it. */
export function Stage({ arrangement }: StageProps): ReactElement {
  const tiles = useTiles();
  const speaker = useLastSpeaker();
  const [pinned, setPinned] = useState<string>();
  const { isOpen: isDrawing } = useWhiteboard();
  // Who chooses how all are shown has no one in mind any more.
  useEffect(() => setPinned(undefined), [arrangement]);
  const focus = isDrawing ? undefined : focusOf(tiles, { arrangement, pinned, speaker });
  const others = tiles.filter((tile) => tile !== focus);
  const draw = (spot: TileSpot): ReactElement => (
    <Tile key={spot.key} spot={spot} isPinned={spot.key === pinned} onPin={setPinned} />
  );
  const isSplit = isDrawing || focus !== undefined;
  return (
    <section className="stage" aria-label={ROOM.stage} data-split={isSplit}>
      {isSplit && <div className="stage-large">{focus ? draw(focus) : <Whiteboard />}</div>}
      {(!isSplit || others.length > 0) && <GridView tiles={others} isStrip={isSplit} draw={draw} />}
    </section>
  );
}
