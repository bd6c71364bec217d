// npm run l10n    writes l10n/bundle.l10n.json: all sentences that the code says to the user
import { getL10nJson } from '@vscode/l10n-dev';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { root } from './host/paths';

const target = path.join(root, 'l10n/bundle.l10n.json');

async function main(): Promise<void> {
  writeFileSync(target, `${JSON.stringify(await exported(), undefined, 2)}\n`);
}

/** What VS Code's exporter finds in `vscode.l10n.t`, and what the core says by `message`, sorted by its words. */
async function exported(): Promise<Record<string, unknown>> {
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(fileNames, options);
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => !/\/node_modules\//.test(fileName));
  const contents = sources.map(({ text }) => ({ contents: text, extension: '.ts' }));
  const found: Record<string, unknown> = await getL10nJson(contents);
  const checker = program.getTypeChecker();
  for (const source of sources) {
    for (const text of messagesIn(source, checker)) found[text] ??= text;
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sentences given to `message` in a file: literals, or constants that can only be some literals. */
function messagesIn(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [text] = node.arguments;
      if (node.expression.text === 'message' && text) found.push(...literals(text, checker));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function literals(text: ts.Expression, checker: ts.TypeChecker): string[] {
  const type = checker.getTypeAtLocation(text);
  const types = type.isUnion() ? type.types : [type];
  return types.map((one) => {
    if (one.isStringLiteral()) return one.value;
    const file = text.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(text.getStart());
    throw new Error(`${file.fileName}:${line + 1}: message() needs a literal to be translated.`);
  });
}

void main();
