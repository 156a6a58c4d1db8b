import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CACHE } from '../site/build-page';
import { kernelsChart } from './kernels-chart';
import type { KernelsResult } from './kernels-result';

/** Writes the picture into the cache, and to where else it is wanted. */
export async function drawKernels(result: KernelsResult, picture?: string): Promise<void> {
  const chart = kernelsChart(result);
  const paths = [`${CACHE}/pictures/kernels.svg`, ...(picture === undefined ? [] : [picture])];
  for (const path of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, chart);
    console.error(`Picture: ${path}`);
  }
}
