import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './run-command.mjs';

/** What the published packages export. */
const ENTRIES = [
  'packages/engine/src/index.ts',
  'packages/engine/src/bodypix/index.ts',
  'packages/adapters/src/chime/index.ts',
  'packages/chime-local/src/index.ts',
];

const hasDocs = (checker, symbol) => symbol.getDocumentationComment(checker).length > 0;

function targetOf(ts, checker, symbol) {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a node is a class's own affair. */
function isHidden(ts, node) {
  if (node.name && ts.isPrivateIdentifier(node.name)) return true;
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  return node.modifiers?.some(({ kind }) => hidden.includes(kind)) ?? false;
}

/** The members that a declaration's classes, interfaces and type literals show, nested ones too. */
function membersIn(ts, node, found = []) {
  if (ts.isBlock(node) || ts.isExpression(node) || isHidden(ts, node)) return found;
  const isMember = ts.isTypeElement(node) || ts.isClassElement(node);
  if (isMember && node.name) found.push(node);
  ts.forEachChild(node, (child) => void membersIn(ts, child, found));
  return found;
}

/** The names of an exported symbol and its members that have no TSDoc. */
function findBareNames(ts, checker, symbol) {
  const target = targetOf(ts, checker, symbol);
  const bare = (target.declarations ?? [])
    .flatMap((declaration) => membersIn(ts, declaration))
    .filter((member) => !hasDocs(checker, checker.getSymbolAtLocation(member.name)))
    .map((member) => `${symbol.name}.${member.name.getText()}`);
  return new Set(hasDocs(checker, target) ? bare : [symbol.name, ...bare]);
}

function findStarExports(ts, source) {
  return source.statements
    .filter((node) => ts.isExportDeclaration(node) && !node.exportClause)
    .map((node) => `${node.getText(source)} hides what is public; name each export.`);
}

/**
 * What is undocumented in a module: one sentence for each export without TSDoc, each such
 * member of an exported class, interface or type, and each `export *`.
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
    .flatMap((symbol) => [...findBareNames(ts, checker, symbol)])
    .map((name) => `${name} has no TSDoc.`);
  return [...findStarExports(ts, source), ...gaps];
}

/** Prints the gaps of all public modules; gives the exit code. */
export async function checkPublicDocs() {
  let code = 0;
  for (const entry of ENTRIES) {
    for (const gap of await findDocGaps(join(ROOT, entry))) {
      console.error(`${entry}: ${gap}`);
      code = 1;
    }
  }
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await checkPublicDocs();
