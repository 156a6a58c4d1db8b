import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The workspace of the peers. */
export const PEERS_FOLDER = fileURLToPath(new URL('../../peers', import.meta.url));

/** Installs the peers as their lock says, where they are missing or older than it. */
export function installPeers(): void {
  if (!isInstallNeeded(PEERS_FOLDER)) return;
  console.error('Installing the peers …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: PEERS_FOLDER,
    // Standard output is for the result alone.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error('The peers could not be installed; npm says why. They come from its registry.');
}

/** npm writes a lock of its own into `node_modules` when it is done. */
export function isInstallNeeded(folder: string): boolean {
  return (
    changedAtMs(`${folder}/node_modules/.package-lock.json`) <
    changedAtMs(`${folder}/package-lock.json`)
  );
}

const changedAtMs = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
