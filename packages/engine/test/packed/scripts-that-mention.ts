import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The scripts of a built app in which something is said. */
export async function scriptsThatMention(app: string, what: RegExp): Promise<readonly string[]> {
  const dist = join(app, 'dist');
  const files = await readdir(dist, { recursive: true });
  const scripts = files.filter((name) => name.endsWith('.js'));
  if (scripts.length === 0) throw new Error(`${dist} has no scripts.`);
  const texts = await Promise.all(scripts.map((name) => readFile(join(dist, name), 'utf8')));
  return scripts.filter((_, at) => what.test(texts[at] ?? ''));
}
