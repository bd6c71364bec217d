import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';
import { CLAIM_KINDS } from '../../core/claims/model';
import { ROLES, type Corrections } from '../../core/interview/model';
import { lastField, parseQuery, FIELDS, type Field } from '../../core/search/query';
import { mayFit, TopicNames, valuesOf } from '../../core/search/search';
import type { FoundPassage } from '../../core/search/searching';
import { TextLines } from '../../core/text/lines';
import { registerCommand } from '../../workspace/commands';
import { readText } from '../../workspace/corpus/readText';
import { annotationsOf } from '../../workspace/corpus/reader';
import { Slices } from '../../workspace/slices';
import { titlesAmong, type TitleAmong } from '../../workspace/corpus/titleOf';
import { Disposables } from '../../workspace/disposables';
import { plain } from '../../workspace/markdown';
import { nameOfRole } from '../../workspace/roleNames';
import { nameOfKind } from '../../workspace/claimNames';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';

/** How long typing has to pause before a search begins. */
const PAUSE_MS = 200;
/** As many passages as anybody looks through in a list. */
const MOST = 200;
const MOST_VALUES = 5;
/** How many characters are shown before what is sought. */
const LEAD = 40;
/** How many new results are worth showing before the search has ended. */
const BATCH = 20;

interface PassageItem extends vscode.QuickPickItem {
  readonly found: { readonly document: CorpusDocument; readonly passage: FoundPassage };
}

/** An item that puts a field, or the value of one, into the box. */
interface CompletionItem extends vscode.QuickPickItem {
  readonly query: string;
}

type Item = PassageItem | CompletionItem;

/** Registers the search in all interviews, by who says what about what. */
export function registerSearch(services: Services): vscode.Disposable {
  return registerCommand('interviewLens.searchInterviews', (query?: unknown) => {
    new InterviewSearch(services).show(typeof query === 'string' ? query : '');
  });
}

/** One use of the search box, from opening to closing. */
class InterviewSearch {
  private readonly disposables = new Disposables();
  private readonly slices = new Slices();
  private readonly box = this.disposables.add(vscode.window.createQuickPick<Item>());
  private readonly before = vscode.window.activeTextEditor;
  private readonly selection = this.before?.selection;
  private readonly topics: TopicNames;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts searches: all but the last are cancelled. */
  private run = 0;
  private hasLooked = false;
  private isAccepted = false;

  constructor(private readonly services: Services) {
    const about = services.active.reading?.document.uri;
    this.topics = new TopicNames(services.taxonomies.of(about).value.taxonomy);
    this.box.title = vscode.l10n.t('Search interviews');
    this.box.placeholder = vscode.l10n.t(
      'What was said, and who said it: {0}',
      'speaker:hart topic:sanctions "price cap"',
    );
    for (const registration of [
      this.box.onDidChangeValue(() => {
        this.schedule();
      }),
      this.box.onDidChangeActive(([item]) => {
        if (!item || !('found' in item)) return;
        this.hasLooked = true;
        void open(item, true);
      }),
      this.box.onDidAccept(() => {
        this.accept();
      }),
      this.box.onDidHide(() => {
        this.close();
      }),
      // What wasn’t found may be in an interview that has only now been read.
      services.folder.onDidChange(() => {
        if (this.box.items.length === 0 && !this.box.busy) this.schedule();
      }),
    ]) {
      this.disposables.add(registration);
    }
  }

  show(query: string): void {
    this.box.value = query;
    this.box.show();
    void this.search();
  }

  private schedule(): void {
    this.run++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(), PAUSE_MS);
  }

  private accept(): void {
    const [item] = this.box.selectedItems;
    if (!item) return;
    if ('query' in item) {
      this.box.value = item.query;
      this.schedule();
      return;
    }
    this.isAccepted = true;
    this.box.hide();
    void open(item, false);
  }

  /** Returns to where the person was if they have only looked, not chosen. The focus is left to VS Code. */
  private close(): void {
    this.run++;
    clearTimeout(this.timer);
    this.disposables.dispose();
    if (this.isAccepted || !this.hasLooked || !this.before || !this.selection) return;
    const { document, viewColumn } = this.before;
    // Focusing the text would close what has been opened meanwhile.
    const where = {
      selection: this.selection,
      preserveFocus: true,
      ...(viewColumn && { viewColumn }),
    };
    void vscode.window.showTextDocument(document, where);
  }

  private async search(): Promise<void> {
    const run = ++this.run;
    const isGivenUp = () => run !== this.run;
    const query = parseQuery(this.box.value);
    const { documents } = this.services.folder.corpus;
    const completions = this.completions(documents);
    const items: PassageItem[] = [];
    this.box.items = completions;
    if (query.fields.size + query.words.length === 0) return;
    this.box.busy = true;
    const titleAmong = titlesAmong(documents);
    const analysers = await (await import('../../workspace/analysing')).analysing();
    for (const document of documents) {
      if (isGivenUp()) return;
      if (items.length >= MOST) break;
      await this.slices.breathe();
      if (!mayFit(document, query, this.topics)) continue;
      const uri = vscode.Uri.parse(document.uri, true);
      const [text, corrections] = await Promise.all([readText(uri), this.corrections(uri)]);
      const steps = analysers.searching(text, document, corrections, query, this.topics);
      const found = (await this.slices.drive(steps, isGivenUp)) ?? [];
      const shown = items.length;
      items.push(...found.map((passage) => itemOf(document, titleAmong, passage)));
      if (shown === 0 || items.length - shown >= BATCH) this.list(completions, items, isGivenUp);
    }
    this.list(completions, items, isGivenUp);
    if (!isGivenUp()) this.box.busy = false;
  }

  /** Adds results without moving the one that is looked at. */
  private list(
    completions: readonly CompletionItem[],
    items: readonly PassageItem[],
    isGivenUp: () => boolean,
  ): void {
    if (isGivenUp()) return;
    this.box.keepScrollPosition = true;
    this.box.items = [...completions, ...items.slice(0, MOST)];
    this.box.title = vscode.l10n.t('Search interviews – passages: {0}', items.length);
  }

  private completions(documents: readonly CorpusDocument[]): CompletionItem[] {
    const { value } = this.box;
    const last = lastField(value);
    if (!last) return value.trim() === '' ? fieldItems() : [];
    const about = this.services.active.reading?.document.uri;
    const { taxonomy } = this.services.taxonomies.of(about).value;
    return valuesOf(last.field, documents, taxonomy)
      .map((each) => ({ each, name: nameOf(last.field, each) }))
      .filter(({ each, name }) =>
        [each, name].some((one) => one.toLowerCase().includes(last.value)),
      )
      .filter(({ each }) => each.toLowerCase() !== last.value)
      .slice(0, MOST_VALUES)
      .map(({ each, name }) => ({
        label: `$(filter) ${plain(name)}`,
        description: name === each ? last.field : `${last.field}:${each}`,
        alwaysShow: true,
        query: `${value.slice(0, last.start)}${/\s/.test(each) ? JSON.stringify(each) : each} `,
      }));
  }

  private async corrections(uri: vscode.Uri): Promise<Corrections> {
    const key = uri.toString();
    const opened = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    const reading = opened && (await this.services.documents.read(opened));
    if (reading) return reading.corrections;
    return (await annotationsOf(this.services.places.of(uri), this.slices)).corrections;
  }
}

/** What a value is called in the user's language, where it is one of ours. */
function nameOf(field: Field, value: string): string {
  const kind = CLAIM_KINDS.find((one) => one === value);
  const role = ROLES.find((one) => one === value);
  if (field === 'kind' && kind) return nameOfKind(kind);
  return field === 'role' && role ? nameOfRole(role) : value;
}

function fieldItems(): CompletionItem[] {
  const meanings: Record<Field, string> = {
    speaker: vscode.l10n.t('who speaks'),
    role: vscode.l10n.t('who asks, or who answers'),
    topic: vscode.l10n.t('what is spoken of, by the taxonomy'),
    entity: vscode.l10n.t('who or what is named'),
    kind: vscode.l10n.t('what kind of claim is made'),
    tag: vscode.l10n.t('how somebody tagged it'),
    title: vscode.l10n.t('in which interview'),
  };
  return FIELDS.map((field) => ({
    label: `${field}:`,
    description: meanings[field],
    alwaysShow: true,
    query: `${field}:`,
  }));
}

/** Where an excerpt begins for what is sought to be in sight; at the start of a word. */
function excerptStart(words: string, focus: number): number {
  const from = focus - LEAD;
  return from <= 0 ? 0 : from + words.slice(from, focus).search(/(?<=\s)\S|$/);
}

function itemOf(
  document: CorpusDocument,
  titleAmong: TitleAmong,
  passage: FoundPassage,
): PassageItem {
  const { words, speaker, focus, span, line } = passage;
  const from = excerptStart(words, focus.start - span.start);
  const excerpt = plain(words.slice(from));
  const where = `${plain(titleAmong(document))}:${line + 1}`;
  return {
    label: (from > 0 ? '… ' : '') + excerpt.replace(/\$\(/g, '$ ('),
    detail: [...(speaker === undefined ? [] : [plain(speaker)]), where].join(' · '),
    alwaysShow: true,
    found: { document, passage },
  };
}

async function open({ found }: PassageItem, isPreview: boolean): Promise<void> {
  const uri = vscode.Uri.parse(found.document.uri, true);
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = toRange(TextLines.of(document.getText()), found.passage.focus);
  const options = { selection, preview: true, preserveFocus: isPreview };
  await vscode.window.showTextDocument(document, options);
}
