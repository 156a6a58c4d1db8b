import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onMeasuringPage } from '../browser/on-measuring-page';
import { sendFile } from '../site/send-file';
import type { Route } from '../site/serve';
import { hasGolden, pathOf, tfliteModuleScript } from './bench-files';
import type { PlaceFigures } from './measure/measure-here';

const PAGE = fileURLToPath(new URL('../../page/kernels', import.meta.url));

/** Measures in a worker of a page that does nothing else, in a fresh browser. */
export async function measureInChromium(rounds: number): Promise<PlaceFigures> {
  const routes = { '/files/tflite.js': sendTflite, '/files/': sendBenchFile };
  return onMeasuringPage({ root: PAGE, cache: 'kernels', rounds, routes }, (page) => {
    const options = { rounds, golden: hasGolden() };
    return page.evaluate((given) => window.measureKernels(given), options);
  });
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
