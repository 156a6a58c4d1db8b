import { serve, type Site } from '../site/serve';
import { launchBrowser, type LaunchedBrowser } from './launch';

/** What a run is given: the folder to serve, and the file that the camera plays. */
export interface Stage {
  readonly folder: string;
  readonly camera: string;
  /** Sent with every response; the strict ones where there are none. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A new profile and a new server, so that nothing is cached and only this run is counted. */
export async function inBrowser<T>(
  { folder, camera, headers }: Stage,
  run: (browser: LaunchedBrowser, site: Site) => Promise<T>,
): Promise<T> {
  const site = await serve(folder, {}, headers);
  const browser = await launchBrowser(camera);
  try {
    return await run(browser, site);
  } finally {
    await browser.close();
    await site.close();
  }
}
