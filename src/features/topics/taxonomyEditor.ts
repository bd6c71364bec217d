import * as vscode from 'vscode';
import { editTaxonomy, smallestEdit, type TaxonomyEdit } from '../../core/topics/edit';
import { allTopics, type Topic } from '../../core/topics/model';
import { baseName } from '../../workspace/baseName';
import { plain } from '../../workspace/markdown';
import type { ByKey } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import type { TopicsNode } from './nodes';
import { pickTopic } from './pickTopic';
import type { TopicsView } from './view';

/** Colours that can be told apart in light and dark themes, also by most colour-blind people (Okabe and Ito). */
const colours = (): readonly (readonly [name: string, color: string])[] => [
  [vscode.l10n.t('orange'), '#e69f00'],
  [vscode.l10n.t('sky blue'), '#56b4e9'],
  [vscode.l10n.t('bluish green'), '#009e73'],
  [vscode.l10n.t('yellow'), '#c9b400'],
  [vscode.l10n.t('blue'), '#0072b2'],
  [vscode.l10n.t('vermilion'), '#d55e00'],
  [vscode.l10n.t('reddish purple'), '#cc79a7'],
  [vscode.l10n.t('grey'), '#808080'],
];

/** How long VS Code may take to notice that a file has changed. */
const LAG_MS = 100;
const LAG_TRIES = 20;

/** The argument of a command, given by a menu or a key, or not at all. */
export type Given = TopicsNode | ByKey | undefined;

/** Changes the taxonomy for commands. */
export class TaxonomyEditor {
  /** @param starter the text to start a taxonomy from */
  constructor(
    private readonly services: Services,
    private readonly view: TopicsView,
    private readonly starter: string,
  ) {}

  async create(node: TopicsNode | undefined, given: string | undefined): Promise<void> {
    const under = node?.topic;
    const title = under
      ? vscode.l10n.t('New topic under “{0}”', plain(under.label))
      : vscode.l10n.t('New topic');
    const label = textOf(given) ?? (await ask(title));
    if (label === undefined) return;
    const edit = { add: { label }, ...(under && { under: under.id }) };
    await this.apply(edit, under?.file ?? '', vscode.l10n.t('Topic “{0}” added.', label));
  }

  async rename(node: Given, given: string | undefined): Promise<void> {
    const topic = await this.topicOf(node);
    const title = vscode.l10n.t('Rename “{0}”', plain(topic.label));
    const label = textOf(given) ?? (await ask(title, topic.label));
    if (label === undefined || label === topic.label) return;
    const said = vscode.l10n.t('“{0}” is “{1}” from now on.', plain(topic.label), plain(label));
    await this.apply({ rename: topic.id, label }, topic.file, said);
  }

  async move(id: string, under: string | undefined): Promise<void> {
    const topic = this.byId(id);
    const target = under === undefined ? undefined : this.byId(under);
    if (target && target.file !== topic.file) throw inOtherFile(topic, target);
    const said = target
      ? vscode.l10n.t('“{0}” is under “{1}” now.', plain(topic.label), plain(target.label))
      : vscode.l10n.t('“{0}” is at the top now.', plain(topic.label));
    await this.apply({ move: id, under }, topic.file, said);
  }

  async merge(node: Given, given: string | undefined): Promise<void> {
    const topic = await this.topicOf(node);
    const below = new Set([...allTopics([topic])].map(({ id }) => id));
    const into =
      given === undefined
        ? await pickTopic(this.services, this.view.about, ({ id }) => !below.has(id))
        : this.byId(given);
    if (!into) return;
    if (into.file !== topic.file) throw inOtherFile(topic, into);
    const said = vscode.l10n.t(
      '“{0}” is a part of “{1}” now.',
      plain(topic.label),
      plain(into.label),
    );
    await this.apply({ merge: topic.id, into: into.id }, topic.file, said);
    await this.retag(topic.id, into.id);
  }

  async remove(node: Given, isSure: boolean): Promise<void> {
    const topic = await this.topicOf(node);
    const below = [...allTopics(topic.children)].length;
    if (below > 0 && !isSure && !(await this.confirms(topic, below))) return;
    const said = vscode.l10n.t('Topic “{0}” deleted.', plain(topic.label));
    await this.apply({ remove: topic.id }, topic.file, said);
  }

  async recolour(node: Given, given: string | undefined): Promise<void> {
    const topic = await this.topicOf(node);
    const color = textOf(given) ?? (await askColour(topic));
    if (color === undefined) return;
    const said = vscode.l10n.t('“{0}” has another colour now.', plain(topic.label));
    await this.apply({ recolour: topic.id, color }, topic.file, said);
  }

  /** Makes the selected words a term of a topic. */
  async addTerm(topicId: string | undefined, given: string | undefined): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const selected = editor ? editor.document.getText(editor.selection) : '';
    const term = (textOf(given) ?? selected).replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(term)) {
      throw new Error(vscode.l10n.t('First select the words that are to be a term.'));
    }
    const about = editor?.document.uri ?? this.view.about;
    const topic =
      textOf(topicId) === undefined
        ? await pickTopic(this.services, about)
        : this.byId(topicId ?? '');
    if (!topic) return;
    const said = vscode.l10n.t('“{0}” is a term of “{1}” now.', plain(term), plain(topic.label));
    await this.apply({ term, to: topic.id }, topic.file, said);
  }

  private async confirms(topic: Topic, below: number): Promise<boolean> {
    const remove = vscode.l10n.t('Delete');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete “{0}” and the {1} topics below it?', plain(topic.label), below),
      { modal: true },
      remove,
    );
    return choice === remove;
  }

  /**
   * Changes a file of the taxonomy by a workspace edit, so that its editor can undo it. Without a taxonomy, the
   * starter, which the tree then shows, is written first.
   */
  private async apply(edit: TaxonomyEdit, path: string, said: string): Promise<void> {
    const { uri, isNew } = await this.fileOf(path);
    const made = vscode.l10n.t('{0} was made for it, from the starter.', baseName(uri));
    const document = await documentOf(uri);
    const before = document.getText();
    const after = editTaxonomy(before, edit);
    if (after === undefined) {
      throw new Error(
        vscode.l10n.t(
          '{0} can’t be changed like that. See whether the Problems view lists any in it, and try again.',
          uri.path,
        ),
      );
    }
    await replace(document, after);
    const undo = vscode.l10n.t('Undo');
    // Not awaited: the command has ended, but the message may stay for long.
    const message = isNew ? `${said} ${made}` : said;
    void vscode.window.showInformationMessage(message, undo).then(async (choice) => {
      if (choice !== undo) return;
      const again = await vscode.workspace.openTextDocument(uri);
      if (again.getText() === after) await replace(again, before);
      else {
        const what = vscode.l10n.t('The taxonomy was changed since, so it is left as it is.');
        void vscode.window.showWarningMessage(what);
      }
    });
  }

  private async fileOf(path: string): Promise<{ uri: vscode.Uri; isNew: boolean }> {
    const file = this.services.taxonomies.file(this.view.about);
    if (!file) {
      throw new Error(vscode.l10n.t('Open a folder first: the taxonomy is kept in a file of it.'));
    }
    const isNew = await file.update((text) => (text === undefined ? this.starter : undefined));
    return { uri: path === '' ? file.uri : vscode.Uri.joinPath(file.uri, '..', path), isNew };
  }

  /** Gives another topic to whatever people tagged with one that is gone. */
  private async retag(from: string, to: string): Promise<void> {
    const { folder, annotations, documents } = this.services;
    const tagged = folder.corpus.documents.filter(({ summary }) =>
      summary.passages.some(({ touches }) =>
        touches.some(({ topicId, byHand }) => byHand && topicId === from),
      ),
    );
    for (const { uri } of tagged) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      const reading = await documents.readInterview(document);
      const edits = (reading?.anchored ?? []).flatMap(({ annotation }) => {
        if (!annotation.topics.includes(from)) return [];
        const topics = annotation.topics.map((id) => (id === from ? to : id));
        return [{ put: { ...annotation, topics: [...new Set(topics)] } }];
      });
      if (edits.length > 0) await annotations.change(document, edits);
    }
  }

  private async topicOf(node: Given): Promise<Topic> {
    const topic = (await this.view.meant(node))[0]?.topic;
    if (topic) return this.byId(topic.id);
    throw new Error(vscode.l10n.t('Select a topic in the Topics view first.'));
  }

  private byId(id: string): Topic {
    const { taxonomy } = this.services.taxonomies.of(this.view.about).value;
    for (const topic of allTopics(taxonomy.topics)) if (topic.id === id) return topic;
    throw new Error(vscode.l10n.t('There is no topic “{0}” any more.', id));
  }
}

function inOtherFile(topic: Topic, other: Topic): Error {
  return new Error(
    vscode.l10n.t(
      '“{0}” and “{1}” are in different files. Move the topic there by hand.',
      plain(topic.label),
      plain(other.label),
    ),
  );
}

/** The document of a file, once it has caught up with the file. */
async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isBehind = async () => {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return !document.isDirty && new TextDecoder().decode(bytes) !== document.getText();
  };
  for (let tries = 0; tries < LAG_TRIES && (await isBehind()); tries++) {
    await new Promise((resolve) => setTimeout(resolve, LAG_MS));
  }
  return document;
}

/** Replaces the text of a file, and saves it unless it had unsaved changes before. */
async function replace(document: vscode.TextDocument, text: string): Promise<void> {
  const wasDirty = document.isDirty;
  const { start, end, text: put } = smallestEdit(document.getText(), text);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, put);
  const isDone = await vscode.workspace.applyEdit(edit);
  if (!isDone || (!wasDirty && !(await document.save()))) {
    // Unsaved changes have to be seen.
    await vscode.window.showTextDocument(document);
    throw new Error(
      vscode.l10n.t(
        '{0} could not be saved in its editor. Save it there, and try again.',
        document.uri.path,
      ),
    );
  }
}

/** A text given to a command; menus of views give nodes instead. */
function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
}

async function ask(title: string, value = ''): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({ title, value });
  return textOf(text);
}

async function askColour({ label, color }: Topic): Promise<string | undefined> {
  const other = { label: vscode.l10n.t('Another colour…'), color: undefined };
  const items = colours().map(([name, each]) => ({
    label: name,
    description: each,
    color: each,
    iconPath: swatch(each),
  }));
  const picked = await vscode.window.showQuickPick([...items, other], {
    placeHolder: vscode.l10n.t('Which colour has “{0}”?', plain(label)),
  });
  if (picked !== other) return picked?.color;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('A colour such as #1f77b4'),
    value: color ?? '#',
    validateInput: (value) =>
      /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)
        ? undefined
        : vscode.l10n.t('Write it like {0}.', '#1f77b4'),
  });
  return textOf(text);
}

function swatch(color: string): vscode.Uri {
  const square = `<rect x="2" y="2" width="12" height="12" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${square}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}
