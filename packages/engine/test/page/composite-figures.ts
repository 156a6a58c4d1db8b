import { differenceAt, type Pixels } from './pictures';

/** How right a composite is, by the true matte of its source. */
export interface CompositeFigures {
  /** Intersection over union of where the background is not, and where the person is. */
  readonly iou: number;
  /** Share of the room that became the background's colour. */
  readonly replaced: number;
  /** Mean difference of the person's red, green and blue from the source's, in levels. */
  readonly shifts: readonly [number, number, number];
}

/** Levels by which the background's colour may be off; a wrong matrix makes more. */
const SAME_COLOR = 6;

export function compositeFigures(
  source: Pixels,
  composite: Pixels,
  matte: Pixels,
  background: ArrayLike<number>,
): CompositeFigures {
  const counts = { both: 0, either: 0, room: 0, replaced: 0, person: 0 };
  const shifts: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < matte.length / 4; at++) {
    const truth = matte[at * 4] ?? 0;
    const isBackground = differenceAt(composite, at, background) <= SAME_COLOR;
    if (truth > 127 && !isBackground) counts.both++;
    if (truth > 127 || !isBackground) counts.either++;
    if (truth < 5) counts.room++;
    if (truth < 5 && isBackground) counts.replaced++;
    if (truth < 250 || isBackground) continue;
    counts.person++;
    for (const channel of [0, 1, 2] as const)
      shifts[channel] += (composite[at * 4 + channel] ?? 0) - (source[at * 4 + channel] ?? 0);
  }
  const [red, green, blue] = shifts.map((sum) => sum / counts.person) as typeof shifts;
  return {
    iou: counts.both / counts.either,
    replaced: counts.replaced / counts.room,
    shifts: [red, green, blue],
  };
}
