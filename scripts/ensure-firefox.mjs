import { spawnSync } from 'node:child_process';
import { isDebian } from './ensure-browser.mjs';
import { findFirefox } from './find-firefox.mjs';
import { runCommand } from './run-command.mjs';

/** What stands before a command to run it as root; undefined where that would ask or is refused. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

async function installOnDebian(prefix) {
  console.log('No Firefox was found; installing the firefox-esr package …');
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [program, ...args] = apt;
  await runCommand(program, [...args, 'update', '-qq']);
  await runCommand(program, [...args, 'install', '-y', '-qq', 'firefox-esr']);
}

/**
 * Finds Firefox for the tests, installing it where that is allowed.
 * @returns Why there is none, in a sentence; undefined where there is one.
 */
export async function ensureFirefox() {
  if (findFirefox()) return undefined;
  if (!isDebian()) return 'no Firefox is installed; install it or set FIREFOX_PATH to it.';
  const prefix = rootPrefix();
  if (!prefix) return 'no Firefox is installed, and only root may: apt-get install firefox-esr.';
  await installOnDebian(prefix);
  if (findFirefox()) return undefined;
  return 'the package firefox-esr could not be installed; the output of apt-get says why.';
}
