import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { kebabCaseFiles } from './scripts/lint/kebab-case-files.mjs';
import { TEST_FILES, importZones } from './scripts/lint/import-zones.mjs';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx', '**/*.mts'];

const noStarExport = {
  selector: 'ExportAllDeclaration:not([exported])',
  message: 'Name every public export.',
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/.cache/**',
      '**/coverage/**',
      'packages/engine/assets/**',
      // AssemblyScript: not TypeScript, though it looks like it.
      'packages/kernels/assembly/**',
      'scripts/**/fixtures/**',
    ],
  },
  {
    plugins: { 'import-x': importX, cyclorama: { rules: { 'kebab-case-files': kebabCaseFiles } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'cyclorama/kebab-case-files': 'error',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 350, skipBlankLines: true }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx', '.mts'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', importZones({ tests: false })],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `void` is the honest result type of a call that answers nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // A method of an asynchronous contract need not wait itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: TEST_FILES,
    rules: {
      'import-x/no-restricted-paths': ['error', importZones({ tests: true })],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [
      'packages/engine/src/{,bodypix/}index.ts',
      'packages/adapters/src/*/index.ts',
      'packages/chime-local/src/index.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', noStarExport] },
  },
);
