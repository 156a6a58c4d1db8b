import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentType } from '../site/content-types';
import { listPictures } from './list-pictures';
import { splitMjpeg } from './mjpeg';
import { parseY4m } from './y4m';

/** One frame as the page fetches it. */
export interface ClipFrame {
  readonly bytes: Uint8Array;
  /** A picture's type, or `application/x-i420;width=W;height=H`. */
  readonly type: string;
}

/** A clip as a list of frames; a movie, whose frames only the browser can tell, as its path. */
export type Clip =
  | { readonly kind: 'frames'; readonly count: number; frame(index: number): Promise<ClipFrame> }
  | { readonly kind: 'movie'; readonly path: string };

/** Opens a `.y4m`, `.mjpeg` or movie file, or a folder of frames (or with `image` in it). */
export async function openClip(path: string): Promise<Clip> {
  if ((await stat(path)).isDirectory()) return openFolder(path);
  switch (extname(path).toLowerCase()) {
    case '.mjpeg':
    case '.mjpg':
      return fromList(splitMjpeg(await readFile(path)), 'image/jpeg');
    case '.y4m': {
      const { frames, width, height } = parseY4m(await readFile(path));
      return fromList(frames, `application/x-i420;width=${width};height=${height}`);
    }
    default:
      return { kind: 'movie', path };
  }
}

function fromList(frames: readonly Uint8Array[], type: string): Clip {
  const frame = (index: number): Promise<ClipFrame> =>
    Promise.resolve({ bytes: frames[index] ?? new Uint8Array(), type });
  return { kind: 'frames', count: frames.length, frame };
}

async function openFolder(folder: string): Promise<Clip> {
  const inner = join(folder, 'image');
  const paths = await listPictures(existsSync(inner) ? inner : folder);
  const frame = async (index: number): Promise<ClipFrame> => {
    const path = paths[index] ?? '';
    return { bytes: await readFile(path), type: contentType(path) };
  };
  return { kind: 'frames', count: paths.length, frame };
}
