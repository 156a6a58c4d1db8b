import type { TileSpot } from './tiles';

/** How the stage is arranged; `auto`: whatever is shared is large. */
export type Arrangement = 'auto' | 'grid' | 'focus';

/** What is wished to be large. */
export interface FocusWish {
  readonly arrangement: Arrangement;
  /** Whom one has pinned. */
  readonly pinned: string | undefined;
  /** Who has spoken last, by their attendee. */
  readonly speaker: string | undefined;
}

/** The tile that is large; undefined: all are alike. */
export function focusOf(tiles: readonly TileSpot[], wish: FocusWish): TileSpot | undefined {
  const pinned = tiles.find(({ key }) => key === wish.pinned);
  if (pinned) return pinned;
  if (wish.arrangement === 'grid') return undefined;
  const content = tiles.find(({ kind }) => kind === 'content');
  if (content || wish.arrangement === 'auto') return content;
  const cameras = tiles.filter(({ kind }) => kind === 'camera');
  // Nobody wants to see themselves large while others are there.
  const others = cameras.filter(({ person }) => !person.isYou);
  const speaker = others.find(({ person }) => person.attendeeId === wish.speaker);
  return speaker ?? others[0] ?? cameras[0];
}
