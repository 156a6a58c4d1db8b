import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { installWhenNeeded } from './install.mjs';
import { BUILT } from './is-built.mjs';
import { reportCounts } from './report-counts.mjs';
import { runCommand, runTool } from './run-command.mjs';
import { runVitest } from './run-vitest.mjs';

/** Checks run beside the tests, which mostly wait for frames, and leave the cores to these. */
const BESIDE = { isPatient: true };

const PRETTIER = 'prettier/bin/prettier.cjs';

/** Each of these, and the build, whose files they read, counts as one test. */
const CHECKS = [
  ['type-check', () => runTool('typescript/bin/tsc', ['--noEmit'], BESIDE)],
  // The longest: patient, it would be waited for when all else is done.
  ['lint', () => runTool('eslint/bin/eslint.js', ['.'])],
  ['format', () => runTool(PRETTIER, ['--check', '--log-level=warn', '.'], BESIDE)],
  ['public docs', () => runCommand(process.execPath, ['scripts/check-public-docs.mjs'], BESIDE)],
];

async function passes(name, check) {
  console.log(`\n— ${name}`);
  try {
    if ((await check()) === 0) return true;
  } catch (error) {
    console.error(error.message);
  }
  console.error(`The ${name} failed.`);
  return false;
}

function count(total, results) {
  total.passed += results.filter(Boolean).length;
  total.failed += results.filter((passed) => !passed).length;
}

function add(total, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped);
}

/** Without a browser the node tests still run, and the missing half counts as one failure. */
async function runTests(total, args, hasBrowser) {
  console.log('\n— tests');
  if (hasBrowser) {
    for (const counts of await runProjects(args)) add(total, counts);
  } else {
    total.failed++;
    add(total, await runVitest(['--project=node', ...args], BUILT));
  }
}

/**
 * Tests in a browser mostly wait for frames, so that the two kinds of them run side by side, and of
 * each several files. With arguments of the caller's own all is one run.
 */
async function runProjects(args) {
  if (args.length > 0) return [await runVitest(args, BUILT)];
  // They wait too, for sockets and each other: one more than the cores keeps these busy.
  const maxWorkers = availableParallelism() + 1;
  const node = await runVitest(['--project=node', `--maxWorkers=${maxWorkers}`], BUILT);
  const others = ['browser', 'page'].map((project) => runVitest([`--project=${project}`], BUILT));
  return [node, ...(await Promise.all(others))];
}

/** Runs the checks and, with these vitest arguments, the tests; gives the exit code. */
export async function testAll(args) {
  const total = { passed: 0, failed: 0, skipped: [] };
  let tests = 0;
  try {
    await installWhenNeeded();
    // A browser that must be installed first comes over the network meanwhile.
    const browser = passes('browser look-up', () => ensureBrowser().then(() => 0));
    count(total, [await passes('build', () => build().then(() => 0))]);
    const checks = Promise.all(CHECKS.map((check) => passes(...check)));
    const before = total.passed;
    await runTests(total, args, await browser);
    tests = total.passed - before;
    count(total, await checks);
  } catch (error) {
    console.error(error.message);
    total.failed++;
  }
  reportCounts(total);
  return total.failed > 0 || tests === 0 ? 1 : 0;
}
