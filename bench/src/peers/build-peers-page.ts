import { rm, symlink } from 'node:fs/promises';
import { sharedData } from '@cyclorama/testing/node';
import { bundlePage, CACHE } from '../site/build-page';
import { PEERS_FOLDER } from './install-peers';

/** What the page may load: all from its own server, and nothing from any other. */
export const PEERS_HEADERS = {
  'Content-Security-Policy':
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:",
};

/**
 * Builds the page that runs the peers, with their files beside it: `/vendor/` is what was
 * installed, `/bodypix/` the weights, which are in no package. The engine has to be built before.
 * @returns The folder to serve.
 */
export async function buildPeersPage(): Promise<string> {
  const folder = await bundlePage(`${PEERS_FOLDER}/page`, `${CACHE}/peers`);
  await link(`${PEERS_FOLDER}/node_modules`, `${folder}/vendor`);
  const weights = sharedData('bodypix');
  if (weights) await link(weights, `${folder}/bodypix`);
  return folder;
}

async function link(target: string, path: string): Promise<void> {
  await rm(path, { force: true });
  await symlink(target, path, 'dir');
}
