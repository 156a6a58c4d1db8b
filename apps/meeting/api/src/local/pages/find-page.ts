import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of built pages, by the path that they are served under, such as `/meeting/`. */
export type Pages = Readonly<Record<string, string>>;

/** What stands at a path. */
export type Found =
  | {
      readonly type: 'file';
      readonly path: string;
      readonly size: number;
      readonly mtimeMs: number;
    }
  /** The page's folder without its slash, from which its addresses would lead elsewhere. */
  | { readonly type: 'moved'; readonly to: string };

/** @param path - As it was asked for, escapes and all. Undefined: there is nothing. */
export async function findPage(pages: Pages, path: string): Promise<Found | undefined> {
  if (`${path}/` in pages) return { type: 'moved', to: `${path}/` };
  const base = longestBase(pages, path);
  const folder = base === undefined ? undefined : pages[base];
  const names = namesIn(path.slice(base?.length));
  if (folder === undefined || names === undefined) return undefined;
  const file = join(folder, ...names);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { type: 'file', path: file, size: found.size, mtimeMs: found.mtimeMs };
}

function longestBase(pages: Pages, path: string): string | undefined {
  const bases = Object.keys(pages).filter((base) => path.startsWith(base));
  return bases.sort((a, b) => b.length - a.length)[0];
}

/**
 * Each name by itself, so that no escape makes two of one. None begins with a dot: no way leads up, and
 * what is hidden stays so.
 */
function namesIn(rest: string): string[] | undefined {
  const names = rest.split('/');
  if (names.at(-1) === '') names[names.length - 1] = 'index.html';
  try {
    const decoded = names.map(decodeURIComponent);
    return decoded.every((name) => /^[^./\\\0][^/\\\0]*$/.test(name)) ? decoded : undefined;
  } catch {
    return undefined;
  }
}
