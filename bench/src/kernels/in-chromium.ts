import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STRICT_HEADERS } from '../../../scripts/strict-headers.mjs';
import { launchBrowser } from '../browser/launch';
import { bundlePage, CACHE } from '../site/build-page';
import { sendFile } from '../site/send-file';
import { serve, type Route } from '../site/serve';
import { hasGolden, pathOf, tfliteModuleScript } from './bench-files';
import type { PlaceFigures } from './measure/measure-here';

const PAGE = fileURLToPath(new URL('../../page/kernels', import.meta.url));

/** Cross-origin isolation sharpens the clock from a tenth of a millisecond to a 200th. */
const HEADERS = {
  ...STRICT_HEADERS,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Measures in a worker of a page that does nothing else, in a fresh browser. */
export async function measureInChromium(rounds: number): Promise<PlaceFigures> {
  const folder = await bundlePage(PAGE, `${CACHE}/kernels`);
  const routes = { '/files/tflite.js': sendTflite, '/files/': sendBenchFile };
  const site = await serve(folder, routes, HEADERS);
  const browser = await launchBrowser();
  try {
    await browser.page.exposeFunction('onRound', (round: number) => {
      console.error(`Chromium: round ${round} of ${rounds} …`);
    });
    await browser.page.goto(site.url);
    const options = { rounds, golden: hasGolden() };
    return await browser.page.evaluate((given) => window.measureKernels(given), options);
  } finally {
    await browser.close();
    await site.close();
  }
}

const sendTflite: Route = async (_request, response) => {
  const script = await tfliteModuleScript();
  response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
};

const sendBenchFile: Route = async (request, response, name) => {
  const path = pathOf(name);
  if (path === undefined) response.writeHead(404).end();
  else await sendFile(dirname(path), basename(path), request, response);
};
