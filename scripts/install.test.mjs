import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstallNeeded } from './install.mjs';

const WANTED = {
  '': { name: 'root' },
  'node_modules/one': { version: '1.0.0' },
  'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  'node_modules/ours': { resolved: 'packages/ours', link: true },
};

describe('isInstallNeeded', () => {
  let root;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'cyclorama-install-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  function write(wanted, installed) {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    if (!installed) return;
    mkdirSync(join(root, 'node_modules'));
    const path = join(root, 'node_modules', '.package-lock.json');
    writeFileSync(path, JSON.stringify({ packages: installed }));
  }

  it('is true on a fresh clone', () => {
    write(WANTED);
    expect(isInstallNeeded(root)).toBe(true);
  });

  it('is false when everything but an optional package is there', () => {
    const { 'node_modules/for-another-platform': _, ...installed } = WANTED;
    write(WANTED, installed);
    expect(isInstallNeeded(root)).toBe(false);
  });

  it('is true when a version differs', () => {
    write(WANTED, { ...WANTED, 'node_modules/one': { version: '0.9.0' } });
    expect(isInstallNeeded(root)).toBe(true);
  });

  it('is true when a workspace is not linked yet', () => {
    const { 'node_modules/ours': _, ...installed } = WANTED;
    write(WANTED, installed);
    expect(isInstallNeeded(root)).toBe(true);
  });
});
