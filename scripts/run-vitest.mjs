import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-command.mjs';

function readCounts(path, code) {
  try {
    const counts = JSON.parse(readFileSync(path, 'utf8'));
    // Vitest can fail for a reason that is no test's, such as a browser that does not start.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** Runs vitest's projects with these arguments and variables; gives its counts. */
export async function runVitest(args, variables = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cyclorama-test-'));
  const path = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=./scripts/counting-reporter.mjs'];
  try {
    const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], {
      env: { ...process.env, ...variables, CYCLORAMA_COUNTS: path },
    });
    return readCounts(path, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
