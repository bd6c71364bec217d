import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import { deleteFile, openFile, positionOf, writeFile } from './support/workspace';

/** Names that would do something, if they were taken for more than text. */
const NAMES: Record<string, string> = {
  'a Markdown link': 'Anna [Berg](https://example.org/steal)',
  'a link that runs a command': 'Anna [Berg](command:workbench.action.quit)',
  HTML: 'Anna <img src=x onerror=alert(1)> Berg',
  'an icon': 'Anna $(error) Berg',
  'control characters': 'Anna\u0007\u001b[31m Berg',
  'characters that turn the direction': 'Anna \u202egreB\u202c Berg',
};

/** Where links in a card may lead. */
const OURS = /^command:interviewLens\.[A-Za-z]+\?[^"\s]*(?: "[^"<>]*")?$/;

function interviewOf(name: string): string {
  return [
    `Harbour Post: Who is ${name}, and what will ${name} do?`,
    '',
    `${name}: I am Anna Berg, director of [the port](command:evil). Norway will probably pay.`,
    '',
    `Harbour Post: Will ${name} stay?`,
    '',
    `${name}: The port will probably close in 2031, says <b>Kremlin</b> spokesman Dmitry Peskov.`,
    '',
  ].join('\n');
}

async function hovers(document: vscode.TextDocument, at: vscode.Position) {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return found.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

describe('Names that pretend to be more than text', () => {
  before(activated);

  for (const [what, name] of Object.entries(NAMES)) {
    it(`are only text in cards and lenses: ${what}`, async () => {
      await writeFile('hostile.txt', interviewOf(name));
      try {
        const document = await openFile('hostile.txt');
        const places = ['Anna', 'Norway', 'Dmitry'].map((word) => positionOf(document, word));
        const cards = (await Promise.all(places.map((at) => hovers(document, at)))).flat();
        assert.ok(cards.length > 0, 'There is a card to look at.');
        for (const { value, supportHtml, isTrusted } of cards) {
          assert.ok(!supportHtml);
          assert.notEqual(isTrusted, true);
          const links = [...value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(
            ([, target = '']) => target,
          );
          for (const target of links) assert.match(target, OURS);
          assert.doesNotMatch(value, /(?<!\\)<\w/);
          assert.doesNotMatch(value, /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
        }
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          50,
        );
        assert.ok(lenses.length > 0);
        for (const { command } of lenses) {
          assert.doesNotMatch(command?.title ?? '', /\$\(error\)|[\u0007\u001b\u202e]/);
          assert.match(command?.command ?? '', /^interviewLens\./);
        }
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await deleteFile('hostile.txt');
      }
    });
  }

  it('may be a megabyte long', async () => {
    const name = `Anna ${'Berg-'.repeat(200_000)}Lund`;
    const text = `Harbour Post: Who is it?\n\nLund: It is ${name}.\n\nHarbour Post: Why do you know?\n\nLund: I asked Ines Calder in Oslo.\n`;
    await writeFile('hostile-long.txt', text);
    try {
      const document = await openFile('hostile-long.txt');
      const at = document.positionAt(text.indexOf('Calder'));
      const other = await eventually(async () => {
        const found = await hovers(document, at);
        assert.match(found.map(({ value }) => value).join(), /Ines.*Calder/);
        return found;
      });
      const long = await hovers(document, new vscode.Position(2, 14));
      for (const { value } of [...other, ...long]) assert.ok(value.length < 20_000);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await deleteFile('hostile-long.txt');
    }
  });
});
