import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from './support/extension';
import { openFile } from './support/workspace';

interface Part {
  readonly value: string;
}

/** The part of VS Code's interface that the tests' types don't know. */
interface ToolHost {
  invokeTool(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
    token: vscode.CancellationToken,
  ): Promise<{ readonly content: readonly Part[] }>;
}

const host = (vscode as { readonly lm?: Partial<ToolHost> }).lm;

async function answer(tool: string, input: object): Promise<string> {
  const { token } = new vscode.CancellationTokenSource();
  const options = { input, toolInvocationToken: undefined };
  const result = await (host as ToolHost).invokeTool(`interviewLens_${tool}`, options, token);
  return result.content.map(({ value }) => value).join('');
}

/** VS Code before 1.95 has none, or only as a proposal: there the extension is to work without. */
const hasTools = 'LanguageModelToolResult' in vscode && typeof host?.invokeTool === 'function';

(hasTools ? describe : describe.skip)('An agent in VS Code', () => {
  before(async () => {
    await activated();
    await openFile('strait-interview.txt');
  });

  it('learns which interviews there are', async () => {
    assert.match(await answer('listInterviews', {}), /"strait-interview\.txt"; .*turns/);
  });

  it('reads turns, claims, topics and lines of one', async () => {
    const file = 'strait-interview.txt';
    assert.match(await answer('readTurns', { file }), /^> \d+: /m);
    assert.match(await answer('findClaims', { file }), /"strait-interview\.txt", line \d+ \(/);
    assert.match(await answer('findTopics', {}), /^\d+ topics\./);
    assert.match(await answer('findEntities', {}), /^\d+ entities/);
    const lines = await answer('citeLines', { file, fromLine: 1, toLine: 1 });
    assert.match(lines, /^> 1: /m);
  });

  it('reads nothing but interviews of the workspace', async () => {
    for (const file of ['../../../etc/passwd', '/etc/passwd', 'taxonomy.yaml', '']) {
      await assert.rejects(
        answer('citeLines', { file, fromLine: 1, toLine: 9 }),
        `${file} was read`,
      );
    }
  });
});
