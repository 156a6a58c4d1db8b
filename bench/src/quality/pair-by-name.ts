import { parse } from 'node:path';

/** A picture and its true matte. */
export interface Pair {
  readonly image: string;
  readonly mask: string;
}

/**
 * A mask belongs to the picture of its name; pictures without one are left out.
 * @throws Error where nothing is left.
 */
export function pairByName(images: readonly string[], masks: readonly string[]): Pair[] {
  const byName = new Map(masks.map((path) => [parse(path).name, path]));
  const pairs = images.flatMap((image) => {
    const mask = byName.get(parse(image).name);
    return mask === undefined ? [] : [{ image, mask }];
  });
  if (pairs.length === 0) throw new Error('No picture has a mask of the same name.');
  return pairs;
}
