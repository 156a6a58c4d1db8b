import { cp, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, runNpm } from '../../../../scripts/run-command.mjs';

const SAMPLE = join(ROOT, 'apps/studio/public/sample/sample.webm');

/** A fresh app in which the engine is installed as its users install it. */
export interface FreshApp {
  readonly folder: string;
  /** What would be published. */
  readonly tarball: string;
  remove(): Promise<void>;
}

/**
 * Builds and packs the engine, and installs that, and nothing else, in a new folder.
 * @param app - The app's sources beside this file.
 */
export async function installPacked(app: 'app' | 'bodypix-app' = 'app'): Promise<FreshApp> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cyclorama-app-')));
  await cp(fileURLToPath(new URL(app, import.meta.url)), folder, { recursive: true });
  await cp(SAMPLE, join(folder, 'public/sample.webm'));
  // Not by the scripts of `npm pack`: those make the kernels anew, under the eyes of other tests.
  await npm(['run', 'build', '-w', 'cyclorama'], ROOT);
  await npm(['pack', '-w', 'cyclorama', '--ignore-scripts', '--pack-destination', folder], ROOT);
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!packed) throw new Error(`npm pack left no tarball in ${folder}.`);
  const tarball = join(folder, packed);
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await npm(['install', '--offline', ...quiet, tarball], folder);
  return { folder, tarball, remove: () => rm(folder, { recursive: true }) };
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const code = await runNpm(['--loglevel=error', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with code ${code}.`);
}
