import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from './support/extension';
import { fileUri, openFile, writeFile } from './support/workspace';

const KEEPER = `The Keeper of the Light\r
\r
Sound Gazette: Who mans the light 🗼 at Varnholm today?\r
\r
Tove Aasen: Nobody does. I think that the keeper will probably not come back to Varnholm.\r
\r
Sound Gazette: What did he take with him?\r
\r
Aasen: The log. He wrote every ship into it.\r
`;

const TAXONOMY = `topics:
  - label: Shipping
    terms: [ship, log]
    color: "#336699"
`;

const QUOTE = 'the keeper will probably not come back';
const START = KEEPER.indexOf(QUOTE);
const ANNOTATIONS = `version: 1
annotations:
  - id: a1
    quote: ${QUOTE}
    at: [${START}, ${START + QUOTE.length}]
    kind: prediction
    tags: [doubt]
    topics: [shipping]
    note: So she says.
    coder: Ann
`;

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Exports the keeper's interview, or all, into a file that isn't there yet, and gives its text. */
async function exported(command: string, name: string, options: object = {}): Promise<string> {
  const target = fileUri(`exported/${name}`);
  const all = { scope: 'document', found: true, target, ...options };
  await openFile('keeper.txt');
  const written = await vscode.commands.executeCommand<vscode.Uri>(command, all);
  assert.equal(written.toString(), target.toString());
  return textOf(target);
}

/** The annotation file of an interview that was imported, without what differs from one import to another. */
async function importedAnnotations(folder: vscode.Uri): Promise<string> {
  const yaml = await textOf(vscode.Uri.joinPath(folder, 'keeper.txt.annotations.yaml'));
  return yaml.replace(/id: [0-9a-f-]{36}/g, 'id: GUID');
}

describe('Exports and imports', () => {
  before(async () => {
    await activated();
    await writeFile('taxonomy.yaml', TAXONOMY);
    await writeFile('keeper.txt.annotations.yaml', ANNOTATIONS);
    await writeFile('keeper.txt', KEEPER);
    await vscode.workspace.fs.createDirectory(fileUri('exported'));
    await vscode.workspace.fs.createDirectory(fileUri('imported'));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const names = ['taxonomy.yaml', 'keeper.txt', 'keeper.txt.annotations.yaml'];
    for (const name of [...names, 'exported', 'imported']) {
      await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
    }
  });

  it('carry texts, topics, codings and notes into another folder', async () => {
    await exported('interviewLens.exportProject', 'keeper.qdpx');
    const folder = await vscode.commands.executeCommand<vscode.Uri>('interviewLens.import', {
      source: fileUri('exported/keeper.qdpx'),
      target: fileUri('imported'),
    });
    assert.equal(folder.path, fileUri('imported/keeper').path);
    assert.equal(
      await textOf(vscode.Uri.joinPath(folder, 'keeper.txt')),
      KEEPER.replaceAll('\r\n', '\n'),
    );
    assert.match(
      await textOf(vscode.Uri.joinPath(folder, 'taxonomy.yaml')),
      /- id: shipping\n {4}label: Shipping\n {4}color: "#336699"\n {4}terms:\n {6}- ship\n {6}- log\n/,
    );
    assert.match(
      await importedAnnotations(folder),
      /- id: GUID\n {4}quote: the keeper will[^]*kind: prediction\n {4}tags: \[doubt\]\n {4}topics: \[shipping\]\n {4}note: So she says\.\n {4}coder: Ann\n$/,
    );
    const report = await textOf(vscode.Uri.joinPath(folder, 'import-report.md'));
    assert.match(report, /Texts: 1\. Topics: 1\. Annotations: 1\.[^]*Nothing was lost\./);
  });

  it('never write over what is there', async () => {
    const source = fileUri('exported/keeper.qdpx');
    const target = fileUri('imported');
    const again = { source, target };
    const folder = await vscode.commands.executeCommand<vscode.Uri>('interviewLens.import', again);
    assert.equal(folder.path, fileUri('imported/keeper 2').path);
    const before = await vscode.workspace.fs.readFile(source);
    const options = { scope: 'document', found: false, target: source };
    await vscode.commands.executeCommand('interviewLens.exportProject', options);
    assert.deepEqual(await vscode.workspace.fs.readFile(source), before);
  });

  it('leave nothing behind of a project that can’t be read', async () => {
    const source = await writeFile('exported/broken.qdpx', 'PK');
    const target = fileUri('imported');
    const folder = await vscode.commands.executeCommand('interviewLens.import', { source, target });
    assert.equal(folder, undefined);
    const names = (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name);
    assert.deepEqual(names.sort(), ['keeper', 'keeper 2']);
  });

  it('carry a codebook into a taxonomy', async () => {
    await exported('interviewLens.exportCodebook', 'ours.qdc');
    const source = fileUri('exported/ours.qdc');
    const target = fileUri('imported/theirs.yaml');
    await vscode.commands.executeCommand('interviewLens.import', { source, target });
    assert.match(
      await textOf(target),
      /^# Imported from ours\.qdc\.\n\ntopics:\n {2}- id: shipping\n/,
    );
  });

  it('write a table', async () => {
    const table = await exported('interviewLens.exportTable', 'keeper.csv', { found: false });
    assert.match(
      table,
      /^document,line,[^\r]*\r\nkeeper\.txt,5,Tove Aasen,interviewee,the keeper will probably not come back,Ann,prediction,[^,]*,,doubt,Shipping,,,,So she says\.,[0-9a-f-]{36}\r\n$/,
    );
  });

  it('write a report of all interviews of the folder, by speaker', async () => {
    const options = { scope: 'folder', order: 'speaker' };
    const report = await exported('interviewLens.exportReport', 'all.md', options);
    assert.match(report, /^## Tove Aasen$/m);
    assert.match(
      report,
      /> the keeper will probably not come back\n>\n> — Tove Aasen, keeper\.txt, line 5/,
    );
    assert.match(report, /strait-interview\.txt, line/, 'The other interviews are in it, too.');
  });

  const headings: [scope: string, name: string, heading: RegExp][] = [
    ['document', 'one.md', /^# The Keeper of the Light\n/],
    ['folder', 'several.md', /^# workspace\n/],
  ];
  for (const [scope, name, heading] of headings) {
    it(`call a report by what it is of: ${scope}`, async () => {
      const options = { scope, order: 'topic' };
      assert.match(await exported('interviewLens.exportReport', name, options), heading);
    });
  }

  it('write HTML, Web Annotations and SKOS', async () => {
    assert.match(
      await exported('interviewLens.exportHtmlReport', 'a.html', { order: 'topic' }),
      /^<!DOCTYPE html>/,
    );
    const annotations = await exported('interviewLens.exportWebAnnotations', 'a.jsonld');
    assert.match(annotations, /"exact": "the keeper will probably not come back"/);
    assert.match(
      await exported('interviewLens.exportSkosTurtle', 'a.ttl'),
      /skos:prefLabel "Shipping"/,
    );
    assert.match(await exported('interviewLens.exportSkosJson', 'b.jsonld'), /"skos:prefLabel"/);
  });
});
