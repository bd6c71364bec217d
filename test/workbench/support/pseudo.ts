import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Cleanup } from '../../../scripts/host/cleanup';
import { root } from '../../../scripts/host/paths';

/** What stands around all that is given out in the user's language. */
const [OPEN, CLOSE] = ['⟦', '⟧'];

/** Put before the extension's code: whatever it gives out by `l10n.t` stands in brackets. */
const BRACKETS = `
const plainRequire = require;
require = (name) => {
  if (name !== 'vscode') return plainRequire(name);
  const vscode = plainRequire(name);
  const t = (...words) => '${OPEN}' + vscode.l10n.t(...words) + '${CLOSE}';
  return Object.create(vscode, { l10n: { value: { ...vscode.l10n, t } } });
};
`;

/**
 * A copy of the extension in a language of which nobody knows a word: everything that was given to be
 * translated stands in brackets, as `⟦Go to Speaker…⟧`, so that whatever doesn't was forgotten.
 */
export async function pseudoExtension(cleanup: Cleanup): Promise<string> {
  const folder = await cleanup.temporaryFolder();
  for (const name of ['media', 'syntaxes', 'node_modules'])
    await symlink(path.join(root, name), path.join(folder, name));
  await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  await cp(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
  for (const name of ['extension.js', 'later.js']) {
    const file = path.join(folder, 'dist/node', name);
    await writeFile(file, BRACKETS + (await readFile(file, 'utf8')));
  }
  const strings = JSON.parse(await readFile(path.join(root, 'package.nls.json'), 'utf8')) as Record<
    string,
    string
  >;
  const bracketed = Object.entries(strings).map(([key, text]) => [key, OPEN + text + CLOSE]);
  await writeFile(
    path.join(folder, 'package.nls.json'),
    JSON.stringify(Object.fromEntries(bracketed)),
  );
  return folder;
}

/**
 * The words of some texts that stand outside brackets and aren't the user's own.
 *
 * @param own what the user wrote: documents, cards, topics
 */
export function unbracketed(shown: readonly string[], own: string): string[] {
  const known = new Set(own.match(/\p{L}+/gu));
  const isKnown = ([, word = '', cut]: RegExpMatchArray) =>
    known.has(word) || (cut !== undefined && own.includes(word));
  const isForgotten = (text: string) =>
    ![...outside(text).matchAll(/(\p{L}{2,})(…)?/gu)].every(isKnown);
  return [...new Set(shown)].filter(isForgotten);
}

/** A text without what stands in brackets, which may stand in each other. */
function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const char of text) {
    if (char === OPEN) depth++;
    else if (char === CLOSE) depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += char;
  }
  return rest;
}
