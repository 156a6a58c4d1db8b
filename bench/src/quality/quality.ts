import { basename, dirname, parse } from 'node:path';
import type { PictureReading } from '../../page/quality';
import type { QualityOptions } from '../args/options';
import { launchBrowser } from '../browser/launch';
import { listPictures } from '../clip/list-pictures';
import { buildPage } from '../site/build-page';
import { savePicture } from '../site/save-picture';
import { sendFile } from '../site/send-file';
import { serve, type Route } from '../site/serve';
import { qualityResult, type QualityResult } from './quality-result';

/** Compares the engine's mattes, and the model's bare masks, with true ones. */
export async function quality(options: QualityOptions): Promise<QualityResult> {
  const pairs = pairByName(await listPictures(options.images), await listPictures(options.masks));
  const folder = await buildPage();
  const site = await serve(folder, {
    '/images/': fileRoute(pairs.map(({ image }) => image)),
    '/masks/': fileRoute(pairs.map(({ mask }) => mask)),
  });
  const browser = await launchBrowser();
  try {
    await browser.page.goto(site.url);
    const run = await browser.page.evaluateHandle(() => window.bench.openQuality());
    const shown = [0, Math.floor(pairs.length / 2), pairs.length - 1];
    const readings: PictureReading[] = [];
    for (const index of pairs.keys()) {
      if (index % 30 === 0) console.error(`Picture ${index + 1} of ${pairs.length} …`);
      const args = [index, options.sequence] as const;
      readings.push(await run.evaluate((quality, all) => quality.measure(...all), args));
      if (shown.includes(index)) await saveSheet(index, await run.evaluate((all) => all.sheet()));
    }
    return qualityResult(readings);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** To look at: the picture, the engine's matte, the raw mask and the truth. */
async function saveSheet(index: number, sheet: string): Promise<void> {
  console.error(`Picture: ${await savePicture(`quality-${index + 1}`, sheet)}`);
}

interface Pair {
  readonly image: string;
  readonly mask: string;
}

/** A mask belongs to the picture of its name; pictures without one are left out. */
export function pairByName(images: readonly string[], masks: readonly string[]): Pair[] {
  const byName = new Map(masks.map((path) => [parse(path).name, path]));
  const pairs = images.flatMap((image) => {
    const mask = byName.get(parse(image).name);
    return mask === undefined ? [] : [{ image, mask }];
  });
  if (pairs.length === 0) throw new Error('No picture has a mask of the same name.');
  return pairs;
}

function fileRoute(paths: readonly string[]): Route {
  return async (request, response, rest) => {
    const path = paths[Number(rest)];
    if (path === undefined) response.writeHead(404).end();
    else await sendFile(dirname(path), basename(path), request, response);
  };
}
