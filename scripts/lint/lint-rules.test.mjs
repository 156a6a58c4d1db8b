import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = 'scripts/lint/fixtures';

/** The repository's own configuration, without the type information that files on disk give. */
const eslint = new ESLint({
  cwd: ROOT,
  ignore: false,
  overrideConfig: {
    ...tseslint.configs.disableTypeChecked,
    files: ['**/*.ts'],
    rules: { ...tseslint.configs.disableTypeChecked.rules },
  },
});

async function lint(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}/${filePath}` });
  return result.messages.map((message) => message.ruleId ?? message.message);
}

describe('the import rule', () => {
  const rule = 'import-x/no-restricted-paths';

  it.each([
    ['packages/kernels/src/bad.ts', '@cyclorama/inference'],
    ['packages/inference/src/bad.ts', '../../engine/src/options'],
    ['packages/engine/src/bad.ts', '../../../apps/studio/package.json'],
    ['packages/engine/src/bad.ts', '@cyclorama/testing/node'],
    ['bench/src/bad.ts', '../../apps/studio/package.json'],
  ])('refuses that %s imports %s', async (file, module) => {
    expect(await lint(file, `import '${module}';\n`)).toContain(rule);
  });

  it.each([
    ['packages/inference/src/good.ts', '@cyclorama/kernels'],
    ['packages/engine/src/good.ts', './options'],
    ['packages/engine/src/good.test.ts', '@cyclorama/testing/node'],
    ['bench/src/good.ts', '../../packages/engine/src/options'],
  ])('lets %s import %s', async (file, module) => {
    expect(await lint(file, `import '${module}';\n`)).not.toContain(rule);
  });
});

describe('the other rules', () => {
  it('refuse a cycle', async () => {
    const file = `${FIXTURES}/cycle/first.ts`;
    expect(await lint(file, await readFile(`${ROOT}/${file}`, 'utf8'))).toContain(
      'import-x/no-cycle',
    );
  });

  it("refuse `export *` in the engine's public module", async () => {
    expect(await lint('packages/engine/src/index.ts', "export * from './options';\n")).toContain(
      'no-restricted-syntax',
    );
  });

  it('refuse any, a non-null assertion and a name that is not kebab-case', async () => {
    const code = 'export const use = (value: any): unknown => value!;\n';
    expect(await lint('bench/src/BadName.ts', code)).toEqual(
      expect.arrayContaining([
        'cyclorama/kebab-case-files',
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-non-null-assertion',
      ]),
    );
  });
});
