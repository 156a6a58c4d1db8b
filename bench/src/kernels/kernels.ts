import type { KernelsOptions } from '../args/options';
import { build as buildWorkspaces } from '../../../scripts/build.mjs';
import { installPeers } from '../peers/install-peers';
import { hasGolden, readBenchFile, requireTflite } from './bench-files';
import { drawKernels } from './draw-kernels';
import { measureInChromium } from './in-chromium';
import { kernelsResult, type KernelsResult } from './kernels-result';
import { measureHere, type PlaceFigures } from './measure/measure-here';

/** Kernels and whole models beside the peak and the TensorFlow Lite module, in both places. */
export async function kernels({ runs, picture }: KernelsOptions): Promise<KernelsResult> {
  installPeers();
  // Standard output is for the result alone.
  await buildWorkspaces({ engineOnly: true, stdio: ['ignore', 2, 2] });
  if (!hasGolden()) console.error('Without ../shared/data no output is compared with golden ones.');
  const chromium = await measureInChromium(runs);
  const node = await measureInNode(runs);
  const result = kernelsResult([
    ['chromium', chromium],
    ['node', node],
  ]);
  await drawKernels(result, picture);
  return result;
}

async function measureInNode(rounds: number): Promise<PlaceFigures> {
  return measureHere({
    rounds,
    golden: hasGolden(),
    read: readBenchFile,
    createTflite: requireTflite(),
    onRound: (round) => console.error(`Node: round ${round} of ${rounds} …`),
  });
}
