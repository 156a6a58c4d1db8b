import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { findBrowser } from './find-browser.mjs';
import { runCommand, runTool } from './run-command.mjs';

const REMEDY =
  'No Chrome or Chromium was found: install one, or set CHROME_PATH to it, ' +
  'or run "npx playwright install chromium".';

/** Whether packages of Debian's can be installed here. */
export function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installOnDebian() {
  console.log('No Chrome or Chromium was found; installing the chromium package …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
}

async function offerDownload() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    "No Chrome or Chromium was found. Download Playwright's Chromium now? [y/N] ",
  );
  terminal.close();
  if (/^y/i.test(answer)) await runTool('playwright/cli.js', ['install', 'chromium']);
}

/** Playwright's own download, which vitest takes by itself when no other browser is named. */
async function findDownloaded() {
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Finds a browser for the tests, installing one where that is allowed; throws the remedy. */
export async function ensureBrowser() {
  const found = findBrowser() ?? (await findDownloaded());
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) await installOnDebian();
  else if (process.stdin.isTTY && process.stdout.isTTY) await offerDownload();
  const installed = findBrowser() ?? (await findDownloaded());
  if (!installed) throw new Error(REMEDY);
  return installed;
}
