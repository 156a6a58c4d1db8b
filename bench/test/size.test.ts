import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPage } from '../src/site/build-page';

const LIMIT_BYTES = 500_000;
// The engine's own script is named after its folder.
const NEEDED = /compute-entry|sink-entry|^src-|kernels-relaxed|landscape/;

describe('what the first composite needs', () => {
  it(`is at most ${LIMIT_BYTES / 1000} kB gzip`, async () => {
    const folder = join(await buildPage(), 'assets');
    const files = (await readdir(folder)).filter((name) => NEEDED.test(name));
    const sizes = await Promise.all(
      files.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
    );
    expect(files.length).toBe(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT_BYTES);
  }, 60_000);
});
