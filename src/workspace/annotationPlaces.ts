import * as vscode from 'vscode';
import { documentPath, strayFiles, type Stray } from '../core/annotations/folder';
import { annotationUri, documentOf, FOLDER_SETTING, placeIn } from './annotationPlace';
import { Disposables } from './disposables';
import { filesOf } from './followedFile';
import { typeOf } from './typeOf';
import { mend } from './wholeFile';

/** Where annotation files were kept, by the URI of the workspace folder, the latest first. */
const REMEMBERED = 'interviewLens.annotations.folders';
const MOST_REMEMBERED = 10;

/** How many annotation files of a folder are looked at. */
const MOST_FILES = 20_000;

/** How many files are asked for at the same time. */
const AT_ONCE = 50;

const FILES = '**/*.annotations.yaml';

/** An annotation file that isn't where the setting wants it. */
export interface StrayFile {
  readonly document: vscode.Uri;
  readonly file: vscode.Uri;
  /** Where it should be. */
  readonly to: vscode.Uri;
}

/** What became of stray files that were to be moved. */
export interface Moved {
  readonly count: number;
  /** Those that are still where they were. */
  readonly left: readonly StrayFile[];
}

/**
 * Knows where the annotation file of each document is: where the setting wants it, except for files that were
 * made when the setting was another. These are used where they are until somebody moves them, so that no
 * annotation disappears because of a changed setting.
 */
export class AnnotationPlaces implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly settingChanged = this.disposables.add(new vscode.EventEmitter<void>());
  private last: Promise<unknown> = Promise.resolve();
  /** Whether a search for the files is already queued. */
  private isLooking = false;
  private isMoving = false;
  private byDocument = new Map<string, StrayFile>();
  private byFile = new Map<string, StrayFile>();
  private others: readonly StrayFile[] = [];

  /** Fires when {@link of} may give something else than before. */
  readonly onDidChange = this.changed.event;

  /** Fires when the setting has changed since it was last looked at, and files are now in the wrong place. */
  readonly onDidChangeSetting = this.settingChanged.event;

  constructor(
    private readonly memento: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const watcher = this.disposables.add(vscode.workspace.createFileSystemWatcher(FILES));
    const look = () => {
      this.lookSoon();
    };
    for (const listener of [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(FOLDER_SETTING)) look();
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.folderRenamed(oldUri, newUri);
        look();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
      vscode.workspace.onDidCreateFiles(look),
      vscode.workspace.onDidDeleteFiles(look),
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
    ]) {
      this.disposables.add(listener);
    }
    look();
  }

  /** The annotation file of a document, whether it exists or not. */
  of(document: vscode.Uri): vscode.Uri {
    return this.byDocument.get(document.toString())?.file ?? annotationUri(document);
  }

  /** The document whose annotation file this is, if it is one. */
  documentOf(file: vscode.Uri): vscode.Uri | undefined {
    return this.byFile.get(file.toString())?.document ?? documentOf(file);
  }

  /** Files that are used where they are, though the setting wants them elsewhere. */
  get strays(): readonly StrayFile[] {
    return [...this.byDocument.values()];
  }

  /** Further files of documents, in former places; they are not read. */
  get needless(): readonly StrayFile[] {
    return this.others;
  }

  /** Resolves when pending searches for files, and moves, are done. */
  settled(): Promise<unknown> {
    return this.last;
  }

  /** As {@link settled}, for code that a move itself waits for. */
  looked(): Promise<unknown> {
    return this.isMoving ? Promise.resolve() : this.last;
  }

  /**
   * Moves stray files to where the setting wants them. No other file is replaced.
   *
   * @param pause resolves when nobody writes to any of them; from then on all wait for {@link settled}
   */
  move(pause: () => Promise<unknown>): Promise<Moved> {
    return this.enqueue(async () => {
      await pause();
      await this.look();
      const before = this.strays;
      const edit = new vscode.WorkspaceEdit();
      for (const { file, to } of before) {
        // If writing a file was interrupted, its copy would be left behind.
        await mend(filesOf(file));
        if ((await typeOf(to)) === undefined) edit.renameFile(file, to);
      }
      // VS Code tells everybody about the renaming, including us.
      this.isMoving = true;
      try {
        await vscode.workspace.applyEdit(edit);
      } finally {
        this.isMoving = false;
      }
      await this.look();
      const left = this.strays;
      return { count: before.length - left.length, left: [...left, ...this.others] };
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.last.then(task);
    this.last = run.catch((error: unknown) => {
      this.log.warn(`Annotation files could not be looked for or moved: ${String(error)}`);
    });
    return run;
  }

  private lookSoon(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    void this.enqueue(() => {
      this.isLooking = false;
      return this.look();
    });
  }

  private async look(): Promise<void> {
    const roots = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(roots.map(({ uri }) => this.lookIn(uri)));
    const strays = found.flatMap((one) => one.strays);
    this.byDocument = new Map(strays.map((stray) => [stray.document.toString(), stray]));
    this.byFile = new Map(strays.map((stray) => [stray.file.toString(), stray]));
    this.others = found.flatMap((one) => one.needless);
    this.changed.fire();
    const isNew = found.some((one) => one.isNew && one.strays.length + one.needless.length > 0);
    if (isNew) this.settingChanged.fire();
  }

  private async lookIn(
    root: vscode.Uri,
  ): Promise<{ strays: StrayFile[]; needless: StrayFile[]; isNew: boolean }> {
    const place = placeIn(root);
    const remembered = this.remembered(root);
    const isNew = remembered[0] !== place;
    if (isNew) await this.remember(root, place);
    const former = remembered.filter((one) => one !== place);
    // Most people never change the setting, so that they have no files elsewhere.
    if (former.length === 0) return { strays: [], needless: [], isNew };
    const files = await annotationFiles(root);
    const wanted = files.flatMap((file) =>
      [place, ...former].map((one) => documentPath(file, one)),
    );
    const documents = await existing(root, new Set(wanted.filter((one) => one !== undefined)));
    const { strays, needless } = strayFiles(files, place, former, documents);
    const strayFile = (stray: Stray): StrayFile => {
      const document = vscode.Uri.joinPath(root, stray.document);
      const file = vscode.Uri.joinPath(root, stray.file);
      return { document, file, to: annotationUri(document) };
    };
    return { strays: strays.map(strayFile), needless: needless.map(strayFile), isNew };
  }

  /** Where annotation files of a workspace folder may be: the last place and those before. */
  private remembered(root: vscode.Uri): readonly string[] {
    const all = this.memento.get<Record<string, readonly string[]>>(REMEMBERED, {});
    const own = all[root.toString()] ?? [];
    return own.includes('') ? own : [...own, ''];
  }

  private async remember(root: vscode.Uri, place: string, nth = 0): Promise<void> {
    const all = this.memento.get<Record<string, readonly string[]>>(REMEMBERED, {});
    const others = this.remembered(root).filter((one) => one !== place);
    const own = [...others.slice(0, nth), place, ...others.slice(nth)].slice(0, MOST_REMEMBERED);
    await this.memento.update(REMEMBERED, { ...all, [root.toString()]: own });
  }

  /** Remembers the new path of a renamed folder, so that its files are found though the setting doesn't name it. */
  private folderRenamed(from: vscode.Uri, to: vscode.Uri): void {
    const root = vscode.workspace.getWorkspaceFolder(to)?.uri;
    if (!root) return;
    const pathIn = ({ path }: vscode.Uri) => path.slice(root.path.replace(/\/?$/, '/').length);
    for (const place of this.remembered(root)) {
      if (place === '' || !`${place}/`.startsWith(`${pathIn(from)}/`)) continue;
      void this.remember(root, pathIn(to) + place.slice(pathIn(from).length), 1);
    }
  }
}

/** The paths of all annotation files of a workspace folder, including those hidden in the Explorer. */
async function annotationFiles(root: vscode.Uri): Promise<string[]> {
  const pattern = new vscode.RelativePattern(root, FILES);
  const found = await vscode.workspace.findFiles(pattern, null, MOST_FILES);
  const isOwn = (file: vscode.Uri) =>
    vscode.workspace.getWorkspaceFolder(file)?.uri.toString() === root.toString();
  const length = root.path.replace(/\/?$/, '/').length;
  return found
    .filter(isOwn)
    .map(({ path }) => path.slice(length))
    .sort();
}

async function existing(
  root: vscode.Uri,
  paths: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const left = [...paths];
  const there = new Set<string>();
  const worker = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const type = (await typeOf(vscode.Uri.joinPath(root, path))) ?? 0;
      if (type & vscode.FileType.File) there.add(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return there;
}
