import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import {
  deleteFile,
  fileUri,
  openFile,
  positionOf,
  readFile,
  writeFile,
} from './support/workspace';

const NAME = 'faults.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const TEXT = `Harbour Post: Who pays for the light?

Tove Aasen: Norway will probably pay for it until 2031. I think that nobody else will.

Harbour Post: And the port?

Tove Aasen: The port will probably close before that.
`;

const PREDICTION = 'Norway will probably pay for it until 2031.';
const ANOTHER = 'The port will probably close before that.';

/** All that VS Code asks the extension of a document; an answer is enough. */
async function everything(document: vscode.TextDocument): Promise<number> {
  const at = positionOf(document, 'Norway');
  const ask = (what: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<unknown[] | undefined>(what, document.uri, ...args);
  const answers = [
    await ask('vscode.executeHoverProvider', at),
    await ask('vscode.executeCodeLensProvider', 100),
    await ask('vscode.executeDocumentSymbolProvider'),
    await ask('vscode.executeReferenceProvider', at),
    await ask('vscode.executeFoldingRangeProvider'),
  ];
  return answers.filter((answer) => (answer?.length ?? 0) > 0).length;
}

/** Says of a claim how far it has been checked. */
async function mark(document: vscode.TextDocument, words: string, how: string): Promise<void> {
  const start = document.offsetAt(positionOf(document, words));
  const place = [document.uri.toString(), start, start + words.length];
  await vscode.commands.executeCommand(`interviewLens.${how}`, ...place);
}

interface Declared {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
}

/** What each setting is not meant to be. */
function wrongSettings(): Record<string, unknown> {
  const { packageJSON } = vscode.extensions.getExtension('interview-lens.interview-lens') ?? {};
  const sections = (packageJSON as { contributes: { configuration: unknown } }).contributes
    .configuration;
  const all = [sections].flat() as { properties: Record<string, Declared> }[];
  const wrong = all.flatMap(({ properties }) =>
    Object.entries(properties).map(([key, { type }]) => [
      key,
      type === 'string' ? 7 : type === 'array' ? 'x' : type === 'boolean' ? ['x'] : 'many',
    ]),
  );
  return Object.fromEntries(wrong) as Record<string, unknown>;
}

describe('A workspace that is not to be trusted', () => {
  before(activated);

  beforeEach(() => writeFile(NAME, TEXT));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteFile('.vscode/settings.json').catch(() => undefined);
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await eventually(() => {
      assert.equal(settings.inspect('taxonomy.file')?.workspaceFolderValue, undefined);
    });
    for (const name of [NAME, ANNOTATIONS]) await deleteFile(name).catch(() => undefined);
  });

  /** Writes the workspace's settings, and waits until VS Code has read them. */
  async function settle(settings: Record<string, unknown>): Promise<void> {
    await writeFile('.vscode/settings.json', JSON.stringify(settings));
    const [[key = '', value] = []] = Object.entries(settings);
    await eventually(() => {
      const { workspaceValue, workspaceFolderValue } =
        vscode.workspace.getConfiguration().inspect(key) ?? {};
      assert.deepEqual(workspaceValue ?? workspaceFolderValue, value);
    });
  }

  it('can write nonsense into its settings: everything answers', async () => {
    await settle(wrongSettings());
    const document = await openFile(NAME);
    await eventually(async () => assert.ok((await everything(document)) >= 2));
  });

  for (const path of ['../secret.yaml', 'a/../../secret.yaml', '..\\secret.yaml', '/etc/passwd']) {
    it(`can’t lead out of its folder by a setting: ${path}`, async () => {
      await settle({ 'interviewLens.taxonomy.file': path });
      const document = await openFile(NAME);
      await eventually(async () => assert.ok((await everything(document)) >= 2));
      const folder = fileUri('');
      await vscode.commands.executeCommand('interviewLens.openTaxonomy');
      await eventually(() => {
        for (const { uri, fileName } of vscode.workspace.textDocuments) {
          if (uri.scheme !== folder.scheme || !fileName.endsWith('.yaml')) continue;
          assert.ok(uri.path.startsWith(folder.path.replace(/\/$/, '')), uri.path);
        }
      });
    });
  }
});

describe('While something else goes on with the files', () => {
  before(activated);

  beforeEach(() => writeFile(NAME, TEXT));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of [NAME, ANNOTATIONS]) await deleteFile(name).catch(() => undefined);
  });

  it('no annotation is lost that another program wrote a moment before', async () => {
    const document = await openFile(NAME);
    await mark(document, PREDICTION, 'markVerified');
    const ours = await readFile(ANNOTATIONS);
    const [, item = ''] = /annotations:\n([\s\S]*)/.exec(ours) ?? [];
    const theirs = item.replace(/id: \S+/, 'id: theirs').replace('verified', 'refuted');
    await writeFile(ANNOTATIONS, `${ours.trimEnd()}\n${theirs}`);
    await mark(document, ANOTHER, 'markDisputed');
    const yaml = await readFile(ANNOTATIONS);
    for (const status of ['verified', 'refuted', 'disputed'])
      assert.ok(yaml.includes(`status: ${status}`), yaml);
  });

  it('an annotation file that vanishes is begun anew', async () => {
    const document = await openFile(NAME);
    await mark(document, PREDICTION, 'markVerified');
    await deleteFile(ANNOTATIONS);
    await mark(document, ANOTHER, 'markDisputed');
    const yaml = await readFile(ANNOTATIONS);
    assert.ok(yaml.includes('status: disputed') && !yaml.includes('status: verified'), yaml);
  });

  it('files by the thousand that change at once don’t keep anybody waiting', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `flood-${index}.txt`);
    const document = await openFile(NAME);
    try {
      await Promise.all(names.map((name) => writeFile(name, 'Nothing.\n')));
      const written = Promise.all(names.map((name) => writeFile(name, TEXT.slice(0, 80))));
      const start = Date.now();
      assert.ok((await everything(document)) >= 2);
      assert.ok(Date.now() - start < 30_000, 'It answers meanwhile.');
      await written;
    } finally {
      await Promise.all(names.map(deleteFile));
    }
    await eventually(async () => assert.ok((await everything(document)) >= 2));
  });
});
