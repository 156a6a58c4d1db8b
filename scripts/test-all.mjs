import { build } from './build.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { installWhenNeeded } from './install.mjs';
import { reportCounts } from './report-counts.mjs';
import { runTool } from './run-command.mjs';
import { runVitest } from './run-vitest.mjs';

/** Each of these, and the build, whose files they read, counts as one test. */
const CHECKS = [
  ['type-check', () => runTool('typescript/bin/tsc', ['--noEmit'])],
  ['lint', () => runTool('eslint/bin/eslint.js', ['.'])],
  ['format', () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])],
  ['public docs', () => import('./check-public-docs.mjs').then((check) => check.checkPublicDocs())],
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

/** The checks side by side: each keeps one core busy. */
async function runChecks(total) {
  const results = [await passes('build', () => build().then(() => 0))];
  results.push(...(await Promise.all(CHECKS.map((check) => passes(...check)))));
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
    add(total, await runVitest(['--project=node', ...args]));
  }
}

/**
 * Tests in a browser mostly wait for frames, so that the two kinds of them run side by side. With
 * arguments of the caller's own all is one run.
 */
async function runProjects(args) {
  if (args.length > 0) return [await runVitest(args)];
  const node = await runVitest(['--project=node']);
  const others = ['browser', 'page'].map((project) => runVitest([`--project=${project}`]));
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
    await runChecks(total);
    const before = total.passed;
    await runTests(total, args, await browser);
    tests = total.passed - before;
  } catch (error) {
    console.error(error.message);
    total.failed++;
  }
  reportCounts(total);
  return total.failed > 0 || tests === 0 ? 1 : 0;
}
