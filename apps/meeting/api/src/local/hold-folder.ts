import type { Close } from './closing';

const held = new Set<string>();

/**
 * Keeps a folder for one app of this process. Other processes are kept out by LevelDB's lock, which the
 * system takes from whoever dies: but that one is lost as soon as its own process tries it twice.
 * @param place - The folder by its one true path.
 * @param name - What it is called.
 * @throws Error where it is held.
 */
export function holdFolder(place: string, name: string): Close {
  if (held.has(place)) throw inUse(name);
  held.add(place);
  return () => {
    held.delete(place);
    return Promise.resolve();
  };
}

/** What is said of a folder that somebody else has open. */
export const inUse = (folder: string, cause?: unknown): Error =>
  new Error(
    `${folder} is in use: the app runs on it already. Stop that one, or choose another data folder.`,
    { cause },
  );
