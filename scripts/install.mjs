import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './run-command.mjs';

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Whether what is installed differs from the lockfile. Contents are compared, since a clone or a
 * branch switch gives the lockfile a new time without a new meaning. Optional packages of other
 * platforms are never installed and do not count.
 */
export function isInstallNeeded(root = ROOT) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return true;
  return Object.entries(wanted).some(
    ([path, entry]) =>
      path.includes('node_modules/') &&
      !entry.optional &&
      !entry.devOptional &&
      (!installed[path] || installed[path].version !== entry.version),
  );
}

/** Installs the lockfile's packages unless they are there. */
export async function installWhenNeeded() {
  if (!isInstallNeeded()) return;
  console.log('Installing the packages of package-lock.json …');
  const code = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm ci ended with code ${code}; its output above says why.`);
}
