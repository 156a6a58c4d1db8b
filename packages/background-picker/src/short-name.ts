const LONGEST = 40;
/** Enough for the end of most names, where copies differ, with its suffix. */
const END = 12;

/** A file's name for a line of text: the middle of a long one is left out. */
export function shortName(name: string): string {
  // By characters as they are seen: half of an emoji is no character.
  const characters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  if (characters.length <= LONGEST) return name;
  const begin = characters.slice(0, LONGEST - END - 1).join('');
  return `${begin}…${characters.slice(-END).join('')}`;
}
