import { fileURLToPath } from 'node:url';

/** Files that may use the fakes and contract suites of packages/testing. */
export const TEST_FILES = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/src/testing/**',
  'packages/*/test/**',
  'apps/*/test/**',
  'apps/meeting/*/test/**',
  'packages/testing/**',
];

const TESTING = 'packages/testing';
const CHIME_LOCAL = 'packages/chime-local';
/** What tests may import besides. */
const FOR_TESTS = [TESTING, CHIME_LOCAL];
/** What tests of one folder may import besides: whether the stack has the tables that the API uses. */
const FOR_TESTS_OF = { 'apps/meeting/infra': ['apps/meeting/api'] };
const ENGINE_AND_BELOW = ['packages/kernels', 'packages/inference', 'packages/engine'];
const PICKER = 'packages/background-picker';
const PACKAGES = [...ENGINE_AND_BELOW, 'packages/adapters', 'packages/react', PICKER];

/**
 * Which folders a folder may import from, itself aside:
 * `kernels ← inference ← engine ← adapters, react, background-picker ← apps`.
 */
const MAY_IMPORT = {
  'packages/kernels': [],
  'packages/inference': ['packages/kernels'],
  'packages/engine': ['packages/kernels', 'packages/inference'],
  'packages/adapters': ENGINE_AND_BELOW,
  'packages/react': ENGINE_AND_BELOW,
  [PICKER]: ENGINE_AND_BELOW,
  [CHIME_LOCAL]: [],
  [TESTING]: ENGINE_AND_BELOW,
  'apps/studio': PACKAGES,
  'apps/meeting/contract': [],
  'apps/meeting/web': ['apps/meeting/contract', ...PACKAGES],
  'apps/meeting/api': ['apps/meeting/contract', CHIME_LOCAL],
  'apps/meeting/infra': ['apps/meeting/contract'],
  bench: [...PACKAGES, CHIME_LOCAL, TESTING, 'apps/meeting/contract'],
  examples: PACKAGES,
};

function makeZone(target, allowed, tests) {
  const forTests = [...FOR_TESTS, ...(FOR_TESTS_OF[target] ?? [])];
  const mayImport = tests ? [...allowed, ...forTests] : allowed;
  const from = Object.keys(MAY_IMPORT).filter(
    (folder) => folder !== target && !mayImport.includes(folder),
  );
  const names = mayImport.join(', ') || 'nothing of ours';
  return { target, from, message: `${target} may import ${names}.` };
}

/** Options of `import-x/no-restricted-paths` that state the import rule. */
export function importZones({ tests }) {
  return {
    basePath: fileURLToPath(new URL('../..', import.meta.url)),
    zones: Object.entries(MAY_IMPORT).map(([target, allowed]) => makeZone(target, allowed, tests)),
  };
}
