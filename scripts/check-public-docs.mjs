import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './run-command.mjs';

const ENTRY = 'packages/engine/src/index.ts';

function hasDocs(ts, checker, symbol) {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.getDocumentationComment(checker).length > 0;
}

function findStarExports(ts, source) {
  return source.statements
    .filter((node) => ts.isExportDeclaration(node) && !node.exportClause)
    .map((node) => `${node.getText(source)} hides what is public; name each export.`);
}

/**
 * What is undocumented in a module: one sentence for each export without TSDoc and each `export *`.
 * @param {string} entry - The module's path.
 */
export async function findDocGaps(entry) {
  const { default: ts } = await import('typescript');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const program = ts.createProgram([entry], options);
  const source = program.getSourceFile(entry);
  if (!source) return [`${relative(ROOT, entry)} is missing.`];
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  const gaps = (module ? checker.getExportsOfModule(module) : [])
    .filter((symbol) => !hasDocs(ts, checker, symbol))
    .map((symbol) => `${symbol.name} has no TSDoc.`);
  return [...findStarExports(ts, source), ...gaps];
}

/** Prints the gaps of the engine's public module; gives the exit code. */
export async function checkPublicDocs(entry = join(ROOT, ENTRY)) {
  const gaps = await findDocGaps(entry);
  for (const gap of gaps) console.error(`${ENTRY}: ${gap}`);
  return gaps.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await checkPublicDocs();
