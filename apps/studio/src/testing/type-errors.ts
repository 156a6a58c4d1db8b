import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** What the type-checker, as strict as for this repository, says about modules of the studio. */
export function typeErrors(modules: readonly string[]): string[] {
  const texts = new Map(
    modules.map((text, index) => [`${ROOT}apps/studio/src/generated-${index}.ts`, text]),
  );
  const options = strictOptions();
  const program = ts.createProgram([...texts.keys()], options, hostWith(texts, options));
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  });
}

function strictOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options;
}

/** The disk, with files on it that exist here only. */
function hostWith(
  texts: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const disk = ts.createCompilerHost(options);
  return {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = texts.get(path);
      if (text === undefined) return disk.getSourceFile(path, ...rest);
      return ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    },
  };
}
