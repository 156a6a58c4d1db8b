import { useTiles } from '../room/stage/use-tiles';

/** Who else shares, by name; undefined: nobody does. */
export function useOtherShare(): string | undefined {
  const content = useTiles().find(({ kind, person }) => kind === 'content' && !person.isYou);
  return content?.person.name;
}
