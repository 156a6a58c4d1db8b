import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The pictures of a folder by name, `image-2` before `image-10`.
 * @throws Error when there are none.
 */
export async function listPictures(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const pictures = names
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (pictures.length === 0) throw new Error(`There is no .jpg, .png or .webp in ${folder}.`);
  return pictures.map((name) => join(folder, name));
}
