import type { Size } from '../frame/frame-size';
import type { People } from './bodypix-settings';

/** One of several people: 1 where a pixel is theirs, 0 elsewhere. */
export interface PersonPixels extends Size {
  readonly data: ArrayLike<number>;
}

/** The pixels of those who are kept, in one mask of the given size; nobody's where nobody is found. */
export function peopleMask(people: readonly PersonPixels[], keep: People, size: Size): Uint8Array {
  const mask = new Uint8Array(size.width * size.height);
  for (const { data } of kept(people, keep)) {
    for (let at = 0; at < mask.length; at++) mask[at] = (mask[at] ?? 0) | (data[at] ?? 0);
  }
  return mask;
}

function kept(people: readonly PersonPixels[], keep: People): readonly PersonPixels[] {
  if (keep === 'all') return people;
  const cost = keep === 'largest' ? (person: PersonPixels) => -bodyOf(person).count : fromMiddle;
  const costs = people.map(cost);
  return people.filter((_, at) => at === costs.indexOf(Math.min(...costs)));
}

/** Distance of a mask's middle from the picture's, in pixels; endless for a mask without any. */
function fromMiddle(person: PersonPixels): number {
  const { count, sumX, sumY } = bodyOf(person);
  if (count === 0) return Infinity;
  const [middleX, middleY] = [(person.width - 1) / 2, (person.height - 1) / 2];
  return Math.hypot(sumX / count - middleX, sumY / count - middleY);
}

function bodyOf({ data, width }: PersonPixels): { count: number; sumX: number; sumY: number } {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at < data.length; at++) {
    if (!data[at]) continue;
    count++;
    sumX += at % width;
    sumY += Math.floor(at / width);
  }
  return { count, sumX, sumY };
}
