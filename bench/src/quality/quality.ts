import type { PictureReading } from '../../page/quality';
import type { QualityOptions } from '../args/options';
import { launchBrowser } from '../browser/launch';
import { listPictures } from '../clip/list-pictures';
import { buildPage } from '../site/build-page';
import { filesRoute } from '../site/file-routes';
import { savePicture } from '../site/save-picture';
import { serve } from '../site/serve';
import { bodypixRoutes, missingWeights } from '../tradeoff/bodypix-assets';
import { USUAL_BODYPIX } from '../tradeoff/candidates';
import { pairByName } from './pair-by-name';
import { qualityResult, type QualityResult } from './quality-result';

/** Compares the engine's mattes, and the model's bare masks, with true ones. */
export async function quality(options: QualityOptions): Promise<QualityResult> {
  const pairs = pairByName(await listPictures(options.images), await listPictures(options.masks));
  const folder = await buildPage();
  const site = await serve(folder, {
    '/images/': filesRoute(pairs.map(({ image }) => image)),
    '/masks/': filesRoute(pairs.map(({ mask }) => mask)),
    ...bodypixRoutes(options.models),
  });
  const missing = missingWeights(USUAL_BODYPIX, options.models);
  if (missing) console.error(`Without BodyPix: ${missing.reason}.`);
  const browser = await launchBrowser();
  try {
    await browser.page.goto(site.url);
    const run = await browser.page.evaluateHandle(
      (given) => window.bench.openQuality(given),
      missing ? undefined : USUAL_BODYPIX,
    );
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

/** To look at: the picture, the engine's matte, the raw mask, BodyPix' matte and the truth. */
async function saveSheet(index: number, sheet: string): Promise<void> {
  console.error(`Picture: ${await savePicture(`quality-${index + 1}`, sheet)}`);
}
