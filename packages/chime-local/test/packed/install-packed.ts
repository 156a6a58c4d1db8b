import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packWorkspace } from '@cyclorama/testing/node';
import { ROOT } from '../../../../scripts/run-command.mjs';

const run = promisify(execFile);

/** A folder with nothing but the packed service, and what that depends on. */
export interface FreshFolder {
  readonly folder: string;
  /** What would be published. */
  readonly tarball: string;
  remove(): Promise<void>;
}

/**
 * Builds and packs the service and unpacks it in a new folder, as npm would: that itself would ask
 * the registry for the dependencies, so these are linked from where the workspace has them.
 */
export async function installPacked(): Promise<FreshFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'chime-local-')));
  const tarball = await packWorkspace('chime-local', folder);
  const installed = join(folder, 'node_modules/chime-local');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  await linkAll(folder, installed);
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  return { folder, tarball, remove: () => rm(folder, { recursive: true }) };
}

async function linkAll(folder: string, installed: string): Promise<void> {
  const { dependencies, bin } = JSON.parse(
    await readFile(join(installed, 'package.json'), 'utf8'),
  ) as { dependencies: object; bin: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    await link(installedAt(name), join(folder, 'node_modules', name));
  }
  for (const [name, path] of Object.entries(bin)) {
    await link(join(installed, path), join(folder, 'node_modules/.bin', name));
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, 'junction');
}

/** The workspace's own copy comes before the one that all share. */
function installedAt(name: string): string {
  const own = join(ROOT, 'packages/chime-local/node_modules', name);
  return existsSync(own) ? own : join(ROOT, 'node_modules', name);
}
