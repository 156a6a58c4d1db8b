import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { IS_BUILT } from '../../../../scripts/is-built.mjs';
import { ROOT, runNpm } from '../../../../scripts/run-command.mjs';

/**
 * Runs npm without a word but its errors.
 * @throws Error that names the command and its exit code.
 */
export async function runNpmQuietly(args: readonly string[], cwd = ROOT): Promise<void> {
  const code = await runNpm(['--loglevel=error', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with code ${code}.`);
}

/**
 * Builds a package, where `npm test` has not, and packs into an empty folder what would be published
 * of it.
 * @returns The tarball's path.
 */
export async function packWorkspace(name: string, folder: string): Promise<string> {
  // Not by the scripts of `npm pack`: the engine's make the kernels anew, under the eyes of other tests.
  if (!IS_BUILT) await runNpmQuietly(['run', 'build', '-w', name]);
  await runNpmQuietly(['pack', '-w', name, '--ignore-scripts', '--pack-destination', folder]);
  const packed = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!packed) throw new Error(`npm pack left no tarball in ${folder}.`);
  return join(folder, packed);
}
