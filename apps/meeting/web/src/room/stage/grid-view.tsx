import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { gridFor, type Grid } from './grid';
import { gridCapacity, pageOf, type Page } from './pages';
import type { TileSpot } from './tiles';
import { usePausedVideos } from './use-paused-videos';
import { useSize } from './use-size';

/** Between tiles, as the style sheet has it. */
const GAP_PX = 8;

interface GridViewProps {
  readonly tiles: readonly TileSpot[];
  /** Beside something large. */
  readonly isStrip: boolean;
  readonly draw: (spot: TileSpot) => ReactElement;
}

/** Tiles as large as the space lets them be, on as many pages as it takes. */
export function GridView({ tiles, isStrip, draw }: GridViewProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [wanted, setWanted] = useState(0);
  const page = pageOf(
    tiles,
    isStrip ? stripCapacity(size.width) : gridCapacity(size.width),
    wanted,
  );
  usePausedVideos(tiles, page.items);
  const grid = isStrip
    ? stripFor(page.items.length, size)
    : gridFor(page.items.length, size, GAP_PX);
  return (
    <div className="grid-view">
      <div ref={place} className="grid-tiles" style={styleOf(grid)}>
        <div className="grid-rows">{page.items.map(draw)}</div>
      </div>
      {page.count > 1 && <Pager page={page} onTurn={setWanted} />}
    </div>
  );
}

/** A strip stands beside what is large, and below it where the page is narrow. */
const stripCapacity = (widthPx: number): number => (widthPx < 300 ? 4 : 3);

function stripFor(count: number, size: { readonly width: number; readonly height: number }): Grid {
  return gridFor(Math.max(count, 3), size, GAP_PX);
}

function styleOf({ columns, tile }: Grid): CSSProperties {
  return {
    '--columns': columns,
    '--tile-width': `${tile.width}px`,
    '--tile-height': `${tile.height}px`,
  } as CSSProperties;
}

interface PagerProps {
  readonly page: Page<TileSpot>;
  readonly onTurn: (page: number) => void;
}

function Pager({ page: { at, count }, onTurn }: PagerProps): ReactElement {
  return (
    <div className="pager">
      <IconButton
        icon={ChevronLeft}
        label={ROOM.formerPage}
        disabled={at === 0}
        onClick={() => onTurn(at - 1)}
      />
      <span aria-live="polite">{ROOM.pages(at + 1, count)}</span>
      <IconButton
        icon={ChevronRight}
        label={ROOM.nextPage}
        disabled={at === count - 1}
        onClick={() => onTurn(at + 1)}
      />
    </div>
  );
}
