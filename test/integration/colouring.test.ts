import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import { openFile } from './support/workspace';

function rangeTokens(
  document: vscode.TextDocument,
  range: vscode.Range,
): Thenable<vscode.SemanticTokens | undefined> {
  return vscode.commands.executeCommand(
    'vscode.provideDocumentRangeSemanticTokens',
    document.uri,
    range,
  );
}

/** What is coloured on some lines: `words = type`. */
async function coloured(document: vscode.TextDocument, range: vscode.Range): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentRangeSemanticTokensLegend',
    document.uri,
    range,
  );
  const tokens = await rangeTokens(document, range);
  const data = tokens?.data ?? [];
  const found: string[] = [];
  let [line, start] = [0, 0];
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [lines = 0, units = 0, length = 0, type = 0] = data.slice(index, index + 4);
    start = lines > 0 ? units : start + units;
    line += lines;
    const words = new vscode.Range(line, start, line, start + length);
    assert.ok(start + length <= document.lineAt(line).text.length, 'A token leaves its line.');
    found.push(`${document.getText(words)} = ${legend.tokenTypes[type]}`);
  }
  return found;
}

/** As {@link coloured}; while the provider is being renewed, nothing is coloured for a moment. */
function anyColoured(document: vscode.TextDocument, range: vscode.Range): Promise<string[]> {
  return eventually(async () => {
    const found = await coloured(document, range);
    assert.ok(found.length > 0, 'Nothing is coloured.');
    return found;
  });
}

function lines(first: number, last: number): vscode.Range {
  return new vscode.Range(first - 1, 0, last - 1, 1000);
}

describe('Colouring', () => {
  before(activated);

  const settings = () => vscode.workspace.getConfiguration('interviewLens.entities');

  afterEach(async () => {
    await settings().update('colouring', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('tells apart who asks, who answers, who is named and what nobody speaks', async () => {
    const document = await openFile('pier.txt');
    const found = await anyColoured(document, lines(1, document.lineCount));
    for (const expected of [
      'The Coast Quarterly: = interviewQuestioner',
      'Calder: = interviewAnswerer',
      'Arvid Lund = entityPerson',
      'Varnholm Harbour Board = entityOrganisation',
      '[laughs] = interviewAside',
    ]) {
      assert.ok(found.includes(expected), `“${expected}” is not in:\n${found.join('\n')}`);
    }
  });

  it('looks only at the lines that it is asked about', async () => {
    const document = await openFile('pier.txt');
    const found = await anyColoured(document, lines(17, 19));
    assert.deepEqual(found.slice(0, 2), [
      'The Coast Quarterly: = interviewQuestioner',
      'Calder: = interviewAnswerer',
    ]);
    assert.equal(found.filter((token) => token.endsWith('interviewQuestioner')).length, 1);
  });

  it('leaves names alone when the setting says so, but not speakers', async () => {
    const document = await openFile('pier.txt');
    await settings().update('colouring', false, vscode.ConfigurationTarget.Workspace);
    await eventually(async () => {
      const found = await coloured(document, lines(1, document.lineCount));
      assert.deepEqual(
        found.filter((token) => token.includes('= entity')),
        [],
      );
      assert.ok(found.includes('Calder: = interviewAnswerer'));
    });
  });

  it('is taken away when a person says that it is no interview', async () => {
    const document = await openFile('pier.txt');
    const all = lines(1, document.lineCount);
    await eventually(async () => assert.notDeepEqual(await coloured(document, all), []));
    await vscode.commands.executeCommand('interviewLens.treatAsNoInterview');
    // No answer at all would leave the colours that are shown.
    await eventually(async () => {
      assert.equal((await rangeTokens(document, all))?.data.length, 0);
    });
    await vscode.commands.executeCommand('interviewLens.recogniseAgain');
  });

  it('colours nothing in what is no interview', async () => {
    const document = await openFile('minutes.txt');
    assert.deepEqual(await coloured(document, lines(1, document.lineCount)), []);
  });
});
