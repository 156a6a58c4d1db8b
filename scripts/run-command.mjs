import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program with this terminal; gives its exit code.
 * @param options - Those of `spawn`; `isPatient` leaves the cores to whatever else runs.
 */
export function runCommand(command, args, { isPatient = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    if (isPatient && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs npm; through its own script where npm started us, since Windows has no `npm` program. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, ...args], options);
  return runCommand('npm', args, { shell: process.platform === 'win32', ...options });
}

/** Runs the script of an installed package, such as `vitest/vitest.mjs`. */
export function runTool(script, args, options) {
  const path = fileURLToPath(new URL(`../node_modules/${script}`, import.meta.url));
  return runCommand(process.execPath, [path, ...args], options);
}
