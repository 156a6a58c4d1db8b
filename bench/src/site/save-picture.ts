import { mkdir, writeFile } from 'node:fs/promises';
import { CACHE } from './build-page';

/** Keeps a picture that the page made, over the one of the last run; gives its path. */
export async function savePicture(
  name: string,
  base64: string,
  extension: 'jpg' | 'png' = 'jpg',
): Promise<string> {
  const folder = `${CACHE}/pictures`;
  await mkdir(folder, { recursive: true });
  const path = `${folder}/${name}.${extension}`;
  await writeFile(path, Buffer.from(base64, 'base64'));
  return path;
}
