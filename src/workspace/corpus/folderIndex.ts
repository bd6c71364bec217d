import * as vscode from 'vscode';
import { merging, type Corpus, type CorpusDocument } from '../../core/corpus/merge';
import type { DocumentSummary } from '../../core/corpus/model';
import { summaryOf } from '../../core/corpus/summarise';
import { ContextKey } from '../contextKey';
import { Disposables } from '../disposables';
import type { DocumentStore } from '../documents';
import { SummaryCache } from './cache';
import { folderSettings, listFiles, type FolderFiles } from './files';
import { FileReader, type Sources } from './reader';
import { Slices } from '../slices';

/** After activation, so that what the user waits for comes first. */
const START_MS = 3000;
/** Files that change within this time are one change: git, a sync or an unpacked archive bring many. */
const PAUSE_MS = 400;
/** Endless changes, as of a log, delay the reading no longer than this. */
const LONGEST_PAUSE_MS = 5000;
/** Typing in an open document needn't be followed closely. */
const TYPING_MS = 1500;
/** How often what is known so far is made available while the rest is read. */
const MERGE_MS = 2000;
/** How often what was read is saved, so that closing the window doesn't lose it. */
const SAVE_MS = 10_000;
/** Files read at the same time: most of the time is the file system's. */
const WORKERS = 6;
/** Progress is only shown for this many files or more, and told each time so many have been read. */
const MANY = 20;

const NO_FILES: FolderFiles = { documents: new Map(), annotated: new Set() };
const NOTHING: Corpus = { documents: [], entities: [], find: () => undefined };

/**
 * The entities and speakers of all interviews of the workspace: read in the background, kept from
 * session to session, and kept up to date as files and open documents change. Unsaved text takes
 * precedence over the file.
 */
export class FolderIndex implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly slices = new Slices();
  private readonly cache: SummaryCache;
  private readonly reader: FileReader;
  private readonly isIndexing = new ContextKey<boolean>('interviewLens.isIndexing');
  private readonly summaries = new Map<string, DocumentSummary>();
  private files: FolderFiles | undefined;
  private readonly waiting = new Set<string>();
  private isListStale = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The time by which waiting work begins at the latest. */
  private latestStart: number | undefined;
  private running: Promise<void> | undefined;
  private source = new vscode.CancellationTokenSource();
  private isStarted = false;
  private isDisposed = false;
  private isMerged = false;
  private latest = NOTHING;

  /** Fires after {@link corpus} has changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly documents: DocumentStore,
    private readonly sources: Sources,
    storage: vscode.Uri | undefined,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const folder = storage && vscode.Uri.joinPath(storage, 'summaries');
    this.cache = new SummaryCache(folder, log);
    this.reader = new FileReader(sources, this.cache, this.slices);
    this.timer = setTimeout(() => {
      this.start();
    }, START_MS);
  }

  /** What is known by now. Asking for it starts the index, if it has not been started. */
  get corpus(): Corpus {
    this.start();
    return this.latest;
  }

  /** As {@link corpus}, once all that is known to have changed has been read. */
  async settled(): Promise<Corpus> {
    this.start();
    if (this.hasWork()) this.schedule(0);
    while (this.isStarted && !this.isDisposed && (this.running || this.hasWork())) {
      await (this.running ?? new Promise((resolve) => setTimeout(resolve, PAUSE_MS)));
    }
    return this.latest;
  }

  /** Stops reading; later changes are still followed. */
  stop(): void {
    this.source.cancel();
    this.source = new vscode.CancellationTokenSource();
    this.waiting.clear();
  }

  /** Reads everything anew. */
  rebuild(): void {
    this.stop();
    this.cache.clear();
    this.markAll();
    this.relist();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.stop();
    this.disposables.dispose();
  }

  private start(): void {
    if (this.isStarted || !vscode.workspace.workspaceFolders?.length) return;
    if (!folderSettings().index) return;
    this.isStarted = true;
    this.follow();
    this.schedule(0);
  }

  private follow(): void {
    // All files, as the patterns may change; ignoring a file that isn't in the list costs little.
    const watcher = this.disposables.add(vscode.workspace.createFileSystemWatcher('**/*'));
    for (const listener of [
      watcher.onDidCreate((uri) => {
        this.appeared(uri);
      }),
      watcher.onDidDelete((uri) => {
        this.appeared(uri);
      }),
      watcher.onDidChange((uri) => {
        this.mark(this.sources.places.documentOf(uri) ?? uri, PAUSE_MS);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.relist();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const names = ['interviewLens.folder', 'files.exclude'];
        if (names.some((name) => event.affectsConfiguration(name))) this.relist();
      }),
      this.documents.onDidChange((document) => {
        if (document) this.mark(document.uri, TYPING_MS);
        else this.markAll();
      }),
      this.sources.places.onDidChange(() => {
        this.markAll();
        this.relist();
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        this.mark(uri, PAUSE_MS);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.mark(uri, PAUSE_MS);
      }),
    ]) {
      this.disposables.add(listener);
    }
  }

  /** A file or a folder has come or gone: listing them anew tells which documents that concerns. */
  private appeared(uri: vscode.Uri): void {
    const document = this.sources.places.documentOf(uri);
    if (document) this.waiting.add(document.toString());
    else this.waiting.add(uri.toString());
    this.relist();
  }

  private relist(): void {
    this.isListStale = true;
    this.schedule(PAUSE_MS);
  }

  private mark(uri: vscode.Uri, pause: number): void {
    if (!this.files?.documents.has(uri.toString())) return;
    this.waiting.add(uri.toString());
    this.schedule(pause);
  }

  private markAll(): void {
    for (const uri of this.files?.documents.keys() ?? []) this.waiting.add(uri);
    this.schedule(TYPING_MS);
  }

  private hasWork(): boolean {
    return this.isListStale || this.waiting.size > 0;
  }

  /** Each change delays waiting work, so that a flood of changes is dealt with once it is over. */
  private schedule(pause: number): void {
    if (!this.isStarted || this.isDisposed || this.running) return;
    clearTimeout(this.timer);
    const now = performance.now();
    this.latestStart ??= now + LONGEST_PAUSE_MS;
    const left = Math.max(0, this.latestStart - now);
    this.timer = setTimeout(
      () => {
        this.latestStart = undefined;
        this.running = this.run().finally(() => {
          this.running = undefined;
          if (this.hasWork()) this.schedule(PAUSE_MS);
        });
      },
      Math.min(pause, left),
    );
  }

  private async run(): Promise<void> {
    const { token } = this.source;
    this.isIndexing.set(true);
    try {
      if (!this.files) await this.cache.load(this.slices);
      if (this.isListStale) await this.list(token);
      const queue = [...this.waiting].filter((uri) => this.files?.documents.has(uri));
      this.waiting.clear();
      await this.readAll(queue, token);
      await this.merge();
      if (token.isCancellationRequested) return;
      if (this.files) this.cache.retain(this.files.documents);
      await this.cache.save(this.slices);
    } catch (error) {
      this.log.error(`The index over the folder failed: ${String(error)}`);
    } finally {
      this.isIndexing.set(false);
    }
  }

  private async list(token: vscode.CancellationToken): Promise<void> {
    this.isListStale = false;
    const before = this.files?.documents;
    const files = folderSettings().index ? await listFiles(this.sources.places, token) : NO_FILES;
    if (token.isCancellationRequested) return;
    this.files = files;
    const { documents } = files;
    for (const uri of documents.keys()) if (!before?.has(uri)) this.waiting.add(uri);
    for (const uri of this.summaries.keys()) if (!documents.has(uri)) this.put(uri, undefined);
  }

  private async readAll(queue: string[], token: vscode.CancellationToken): Promise<void> {
    if (queue.length < MANY) return this.work(queue, token, () => undefined);
    const options = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Reading the folder’s interviews'),
    };
    const total = queue.length;
    await vscode.window.withProgress(options, (progress) =>
      this.work(queue, token, (left) => {
        progress.report({ message: vscode.l10n.t('{0} of {1}', total - left, total) });
      }),
    );
  }

  private async work(
    queue: string[],
    token: vscode.CancellationToken,
    report: (left: number) => void,
  ): Promise<void> {
    queue.reverse();
    const begin = performance.now();
    let nextMerge = begin + MERGE_MS;
    let nextSave = begin + SAVE_MS;
    const worker = async () => {
      for (let uri = queue.pop(); uri !== undefined; uri = queue.pop()) {
        if (token.isCancellationRequested) return;
        await this.readOne(uri, token);
        if (queue.length % MANY === 0) report(queue.length);
        const start = performance.now();
        if (start < nextMerge) continue;
        nextMerge = Infinity;
        await this.merge();
        // In a large folder this takes longer, but must not take most of the time.
        const end = performance.now();
        nextMerge = end + Math.max(MERGE_MS, 10 * (end - start));
        if (end < nextSave) continue;
        // Everything is written anew each time, so that the pauses have to grow with it.
        nextSave = end + (end - begin);
        await this.cache.save(this.slices);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  }

  private async readOne(key: string, token: vscode.CancellationToken): Promise<void> {
    const uri = this.files?.documents.get(key);
    if (!uri || !this.files) return;
    try {
      const open = await this.readOpen(key);
      if (open) {
        // It is made anew each time: that nothing has changed spares all that follows.
        const isSame = JSON.stringify(open) === JSON.stringify(this.summaries.get(key));
        if (!isSame) this.put(key, open);
        return;
      }
      const before = this.cache.get(key);
      const kept = await this.reader.read(uri, this.files, token);
      if (!kept) return;
      this.put(key, kept.summary);
      if (kept !== before) this.cache.set(kept);
    } catch (error) {
      this.put(key, undefined);
      this.log.warn(`${uri.path} could not be read: ${String(error)}`);
    }
  }

  private put(key: string, summary: DocumentSummary | undefined): void {
    if (this.summaries.get(key) === summary) return;
    if (summary) this.summaries.set(key, summary);
    else this.summaries.delete(key);
    this.isMerged = false;
  }

  private async readOpen(key: string): Promise<DocumentSummary | undefined> {
    const open = vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === key,
    );
    const reading = open && isSmall(open) ? await this.documents.read(open) : undefined;
    return reading && summaryOf(reading.analysis, reading.anchored);
  }

  /** Includes what was read before the reading was stopped. */
  private async merge(): Promise<void> {
    if (this.isMerged) return;
    this.isMerged = true;
    const documents = [...this.summaries]
      .map(([uri, summary]): CorpusDocument => ({ uri, summary }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const steps = merging(documents);
    const corpus = await this.slices.drive(steps, () => this.isDisposed);
    if (!corpus) {
      this.isMerged = false;
      return;
    }
    this.latest = corpus;
    this.changed.fire();
  }
}

/** The limit on the size of files also holds for open documents. */
function isSmall(document: vscode.TextDocument): boolean {
  return document.offsetAt(new vscode.Position(document.lineCount, 0)) <= folderSettings().maxSize;
}
