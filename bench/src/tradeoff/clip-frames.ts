import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TradeoffOptions } from '../args/options';
import { listPictures } from '../clip/list-pictures';
import { openClip } from '../clip/open-clip';
import { clipRoute, prepareClip } from '../clip/prepare-clip';
import { pairByName } from '../quality/pair-by-name';
import { filesRoute } from '../site/file-routes';
import type { Route } from '../site/serve';

/** A clip as the page fetches it: by the number of the frame. */
export interface ClipFrames {
  readonly name: string;
  readonly count: number;
  readonly hasTruth: boolean;
  readonly routes: Readonly<Record<string, Route>>;
}

/**
 * Opens a clip of any kind, with its true mattes where there are any: those of a folder belong to
 * the pictures of their names, those of a file to its frames in order. Where none are named, those
 * in the clip's own folder `alpha` are taken.
 * @param pageFolder - The built page, which decodes movies.
 * @throws Error when mattes and frames do not fit.
 */
export async function openClipFrames(
  { clip, truth }: Pick<TradeoffOptions, 'clip' | 'truth'>,
  pageFolder: string,
): Promise<ClipFrames> {
  const isFolder = (await stat(clip)).isDirectory();
  const frames = isFolder
    ? await folderFrames(clip, truth)
    : await fileFrames(clip, truth, pageFolder);
  return { name: basename(clip), ...frames };
}

type Frames = Omit<ClipFrames, 'name'>;

async function folderFrames(folder: string, truth: string | undefined): Promise<Frames> {
  const images = await listPictures(whereIs(folder, 'image') ?? folder);
  const mattes = truth ?? whereIs(folder, 'alpha');
  if (mattes === undefined) return framesOf(images.length, filesRoute(images));
  const pairs = pairByName(images, await listPictures(mattes));
  const paths = pairs.map(({ mask }) => mask);
  return framesOf(pairs.length, filesRoute(pairs.map(({ image }) => image)), paths);
}

async function fileFrames(
  path: string,
  truth: string | undefined,
  pageFolder: string,
): Promise<Frames> {
  const opened = await openClip(path);
  const clip =
    opened.kind === 'movie' ? await openClip(await prepareClip(path, {}, pageFolder)) : opened;
  if (clip.kind === 'movie') throw new Error(`${path} was not encoded.`);
  const mattes = truth === undefined ? undefined : await listPictures(truth);
  if (mattes && mattes.length !== clip.count) {
    const counts = `${clip.count} frames and ${mattes.length} mattes`;
    throw new Error(`${path} has ${counts}; give a folder of pictures to pair them by name.`);
  }
  return framesOf(clip.count, clipRoute(clip), mattes);
}

function framesOf(count: number, images: Route, mattes?: readonly string[]): Frames {
  const routes = { '/images/': images, ...(mattes && { '/masks/': filesRoute(mattes) }) };
  return { count, hasTruth: mattes !== undefined, routes };
}

function whereIs(folder: string, inner: string): string | undefined {
  const path = join(folder, inner);
  return existsSync(path) ? path : undefined;
}
