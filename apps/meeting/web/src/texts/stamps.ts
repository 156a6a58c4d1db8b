/** Stamps. */
export const STAMP_TEXTS = {
  open: 'Send a stamp',
  choose: 'Stamps',
  target: 'Over whose picture',
  ownTile: 'Mine',
} as const;
