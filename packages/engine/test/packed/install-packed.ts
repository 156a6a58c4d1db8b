import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packWorkspace, runNpmQuietly } from '@cyclorama/testing/node';
import { ROOT } from '../../../../scripts/run-command.mjs';

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
  const tarball = await packWorkspace('cyclorama', folder);
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await runNpmQuietly(['install', '--offline', ...quiet, tarball], folder);
  return { folder, tarball, remove: () => rm(folder, { recursive: true }) };
}
