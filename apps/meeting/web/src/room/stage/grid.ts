/** A size on the page, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How tiles stand. */
export interface Grid {
  readonly columns: number;
  readonly tile: Size;
}

/** Most cameras see that. */
const ASPECT = 16 / 9;

/** How much narrower or wider than that a tile may become to fill the space. */
const NARROWEST = 3 / 4;
const WIDEST = 16 / 9;

/**
 * The grid of the largest tiles that hold `count` people. Tiles of a single row or column may be
 * narrower than a camera's picture, since a phone held upright has no other space.
 */
export function gridFor(count: number, space: Size, gapPx: number): Grid {
  const grids = Array.from({ length: Math.max(count, 1) }, (_, i) =>
    gridOf(i + 1, count, space, gapPx),
  );
  return grids.reduce((best, grid) => (worth(grid) > worth(best) ? grid : best));
}

function gridOf(columns: number, count: number, { width, height }: Size, gapPx: number): Grid {
  const rows = Math.max(1, Math.ceil(count / columns));
  const cell = {
    width: Math.max(0, (width - gapPx * (columns - 1)) / columns),
    height: Math.max(0, (height - gapPx * (rows - 1)) / rows),
  };
  return { columns, tile: fit(cell) };
}

/** The largest tile in a cell. */
function fit({ width, height }: Size): Size {
  const aspect = Math.min(Math.max(width / Math.max(height, 1), NARROWEST), WIDEST);
  const fitted = Math.min(width, height * aspect);
  return { width: Math.floor(fitted), height: Math.floor(fitted / aspect) };
}

/** What one sees of a camera's picture that fills the tile. */
function worth({ tile: { width, height } }: Grid): number {
  const seen = Math.min(width / height, ASPECT) / ASPECT;
  return width * height * Math.sqrt(Number.isFinite(seen) ? seen : 0);
}
