import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstallNeeded } from './install-peers';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyclorama-peers-'));
  mkdirSync(join(folder, 'node_modules'));
  write('package-lock.json', 1000);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, atSeconds: number): void {
  writeFileSync(join(folder, path), '{}');
  utimesSync(join(folder, path), atSeconds, atSeconds);
}

describe('isInstallNeeded', () => {
  it('is so where nothing was installed', () => {
    expect(isInstallNeeded(folder)).toBe(true);
  });

  it('is so where the lock changed after the install', () => {
    write('node_modules/.package-lock.json', 999);
    expect(isInstallNeeded(folder)).toBe(true);
  });

  it('is not so after an install', () => {
    write('node_modules/.package-lock.json', 1001);
    expect(isInstallNeeded(folder)).toBe(false);
  });
});
