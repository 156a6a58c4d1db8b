import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { launchBrowser } from '../browser/launch';
import { sendFile } from '../site/send-file';
import { CACHE } from '../site/build-page';
import { serve, type Route } from '../site/serve';
import { openClip, type Clip } from './open-clip';
import { parseY4m } from './y4m';

/** What a clip is brought to; without a size it keeps its own. */
export interface ClipSize {
  readonly width?: number;
  readonly height?: number;
}

/**
 * Makes a file that Chromium's fake camera plays. The camera does not scale, so the clip is
 * encoded anew in Chromium, once for each size; what the camera reads already is taken as it is.
 * @param pageFolder - The built page, which does the encoding.
 */
export async function prepareClip(
  path: string,
  size: ClipSize,
  pageFolder: string,
): Promise<string> {
  const clipPath = resolve(path);
  if (size.width === undefined && (await isPlayable(clipPath))) return clipPath;
  const target = await cachePath(clipPath, size);
  if (existsSync(target)) return target;
  console.error(`Encoding ${path} …`);
  await mkdir(`${CACHE}/clips`, { recursive: true });
  await encode(await openClip(clipPath), size, pageFolder, `${target}.part`);
  await rename(`${target}.part`, target);
  return target;
}

/** The fake camera takes no odd sizes; an `.mjpeg` of one is the rare case that fails later. */
async function isPlayable(path: string): Promise<boolean> {
  const extension = extname(path).toLowerCase();
  if (extension !== '.y4m') return extension === '.mjpeg';
  const { width, height } = parseY4m(await readFile(path));
  return width % 2 === 0 && height % 2 === 0;
}

/** The name tells the clip, its last change and the size apart. */
async function cachePath(path: string, { width, height }: ClipSize): Promise<string> {
  const { mtimeMs, size } = await stat(path);
  const key = [path, mtimeMs, size, width, height].join();
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `${CACHE}/clips/${hash}.mjpeg`;
}

async function encode(clip: Clip, size: ClipSize, folder: string, target: string): Promise<void> {
  const output = createWriteStream(target);
  const site = await serve(folder, { '/clip/': clipRoute(clip), '/encoded': appendRoute(output) });
  const browser = await launchBrowser();
  try {
    await browser.page.goto(site.url);
    const source =
      clip.kind === 'movie' ? { kind: 'movie' as const } : { kind: clip.kind, count: clip.count };
    await browser.page.evaluate((args) => window.bench.encodeClip(...args), [
      source,
      size,
    ] as const);
  } finally {
    await browser.close();
    await site.close();
    await new Promise((done) => output.end(done));
  }
}

/** Sends the n-th frame as `/prefix/n`, or a movie as it is. */
export function clipRoute(clip: Clip): Route {
  return async (request, response, rest) => {
    if (clip.kind === 'movie')
      return sendFile(resolve(clip.path, '..'), clip.path, request, response);
    const { bytes, type } = await clip.frame(Number(rest));
    response.writeHead(200, { 'Content-Type': type }).end(bytes);
  };
}

function appendRoute(output: WriteStream): Route {
  return async (request, response) => {
    output.write(await buffer(request));
    response.writeHead(204).end();
  };
}
