/** The board's own units, whatever its size on the screen. */
export const BOARD = { width: 1600, height: 900 } as const;

/** One after the other: x, y, x, y … in whole units of the board. */
export type Points = readonly number[];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Set where more digits follow; five bits are left. */
const MORE = 32;

/** Text of points, each as its distance from the one before: two letters where it is near. */
export function encodePoints(points: Points): string {
  let text = '';
  for (const [index, value] of points.entries()) {
    const step = value - (points[index - 2] ?? 0);
    // The sign goes into the lowest bit.
    for (let rest = step < 0 ? -2 * step - 1 : 2 * step; ; rest >>= 5) {
      text += DIGITS.charAt((rest & (MORE - 1)) | (rest >= MORE ? MORE : 0));
      if (rest < MORE) break;
    }
  }
  return text;
}

/** The points in a text; undefined where they are none of the board's. */
export function decodePoints(text: string): Points | undefined {
  const points: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0 || shift > 10) return undefined;
    value |= (digit & (MORE - 1)) << shift;
    shift += 5;
    if (digit & MORE) continue;
    points.push((points.at(-2) ?? 0) + (value & 1 ? -(value + 1) / 2 : value / 2));
    [value, shift] = [0, 0];
  }
  return shift === 0 && points.length % 2 === 0 && isOnBoard(points) ? points : undefined;
}

const isOnBoard = (points: Points): boolean =>
  points.every((value, index) => value >= 0 && value <= (index % 2 ? BOARD.height : BOARD.width));
