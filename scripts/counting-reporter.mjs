import { writeFileSync } from 'node:fs';

function countTests(module, counts) {
  let failed = 0;
  for (const test of module.children.allTests()) {
    const { state, note } = test.result();
    if (state === 'passed') counts.passed++;
    else if (state === 'failed') failed++;
    else counts.skipped.push({ name: test.fullName, file: module.relativeModuleId, note });
  }
  // A file that does not load, or a hook that throws, fails without a failed test.
  counts.failed += failed === 0 && module.state() === 'failed' ? 1 : failed;
}

/**
 * A vitest reporter that writes the counts of all projects, and each skip with its reason, which
 * the built-in JSON reporter leaves out. `CYCLORAMA_COUNTS` names the file.
 */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) countTests(module, counts);
    writeFileSync(process.env.CYCLORAMA_COUNTS, JSON.stringify(counts));
  }
}
