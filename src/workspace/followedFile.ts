import * as vscode from 'vscode';
import { Disposables } from './disposables';
import {
  mend,
  readWhole,
  removeWhole,
  writeWhole,
  type FileAndCopy,
  type Which,
} from './wholeFile';

/** How often a change is tried again because somebody else has written the file meanwhile. */
const MOST_TRIES = 20;

/**
 * A text file of the user's whose content is followed, whoever changes it: us, an editor with
 * unsaved changes, git, another program. Writes are done one after another.
 */
export class FollowedFile implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private last: Promise<unknown> = Promise.resolve();
  private content: string | undefined;
  /** The file as it was read; undefined if there is none, or if an editor with unsaved changes was read instead. */
  private bytes: Uint8Array | undefined;
  private loaded = false;

  /** Fires after {@link text} has changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    readonly uri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    /** Done with each new text before {@link onDidChange} fires and before `change` gets it. */
    private readonly prepare: (text: string) => Promise<unknown> = () => Promise.resolve(),
  ) {
    this.enqueue(() => this.loadMended()).catch((error: unknown) => {
      this.log.warn(`${uri.path} could not be read, or not be mended: ${String(error)}`);
      this.reload();
    });
    // A pattern without the file's name, which may hold characters with a meaning in patterns.
    const folder = vscode.Uri.joinPath(uri, '..');
    const suffix = uri.path.slice(uri.path.lastIndexOf('.'));
    const watcher = this.disposables.add(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `*${suffix}`)),
    );
    const reload = (changed: vscode.Uri) => {
      if (changed.path === uri.path) this.reload();
    };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.disposables.add(event(reload));
    }
    this.disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) reload(document.uri);
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        reload(document.uri);
      }),
    );
  }

  /** The present content; undefined if there is no such file. */
  get text(): string | undefined {
    return this.content;
  }

  /** Whether the file has been looked for: if so, and {@link text} is undefined, it doesn't exist. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  /** Resolves when the file has been read, and everything written so far is in it. */
  async settled(): Promise<void> {
    await this.last;
  }

  /**
   * Replaces the content by what `change` makes of it; nothing is written if that is undefined.
   * The file is read right before, and checked again before it is written, so that nothing is lost that
   * others, such as another window or git, have written. `change` is called again if they have.
   *
   * @param isNeedless whether no file is needed for what `change` gave: it is then deleted, unless somebody
   *   has it open
   * @returns whether something was written or deleted
   * @throws an error with a sentence for the user, if the file can't be read or written
   */
  update(
    change: (text: string | undefined) => string | undefined,
    isNeedless: (text: string) => boolean = () => false,
  ): Promise<boolean> {
    return this.enqueue(async () => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await this.loadMended();
        const text = change(this.content);
        if (text === undefined || text === this.content) return false;
        const isWanted = isOpen(this.uri) || !isNeedless(text);
        const isWritten = isWanted ? await this.store(text) : await this.remove();
        await this.load();
        if (isWritten) return true;
      }
      throw new Error(
        vscode.l10n.t(
          '{0} is being changed by something else all the time, so nothing was written. Try again.',
          this.uri.path,
        ),
      );
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.last.then(task, task);
    this.last = run.catch(() => undefined);
    return run;
  }

  /** Reads the file again, as watchers may be late, or miss what comes and goes in a moment. */
  async refresh(): Promise<void> {
    try {
      await this.enqueue(() => this.load());
    } catch (error) {
      this.log.warn(`${this.uri.path} could not be read: ${String(error)}`);
    }
  }

  private reload(): void {
    void this.refresh();
  }

  private async load(): Promise<void> {
    await this.take(unsavedDocument(this.uri) ? undefined : await readWhole(filesOf(this.uri)));
  }

  private async loadMended(): Promise<void> {
    await this.take(await mend(filesOf(this.uri)));
  }

  /** @param bytes the file; an editor with unsaved changes takes precedence */
  private async take(bytes: Uint8Array | undefined): Promise<void> {
    const open = unsavedDocument(this.uri);
    this.bytes = open ? undefined : bytes;
    // What is typed may be broken before we have looked: then what was saved stays in use.
    if (open && !this.loaded) await this.show(decoded(bytes));
    await this.show(open ? open.getText() : decoded(bytes));
  }

  private async show(text: string | undefined): Promise<void> {
    this.loaded = true;
    if (text === this.content) return;
    if (text !== undefined) await this.prepare(text);
    this.content = text;
    this.changed.fire();
  }

  /** If an editor has unsaved changes, the text is changed and saved there, so that the two don't conflict. */
  private async store(text: string): Promise<boolean> {
    const open = unsavedDocument(this.uri);
    if (!open) return writeWhole(filesOf(this.uri), this.bytes, new TextEncoder().encode(text));
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, open.lineCount, 0);
    edit.replace(this.uri, open.validateRange(whole), text);
    if ((await vscode.workspace.applyEdit(edit)) && (await open.save())) return true;
    throw new Error(
      vscode.l10n.t(
        '{0} could not be saved in its editor. Save it there, and try again.',
        this.uri.path,
      ),
    );
  }

  private remove(): Promise<boolean> {
    return removeWhole(filesOf(this.uri), this.bytes);
  }
}

/** Without unsaved changes the file is the truth: the document may lag behind it. */
function unsavedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === key,
  );
}

/** Whether somebody may be looking at the file. A document alone doesn't tell: it outlives its tab for long. */
function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isTab = tabs.some(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key,
  );
  return isTab || unsavedDocument(uri) !== undefined;
}

/** A file in another encoding is refused: reading it as UTF-8 and writing it again would corrupt it. */
function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** A file and its copy, `FILE.tmp`, in the same folder, so that if one can be written, so can the other. */
export function filesOf(file: vscode.Uri): FileAndCopy {
  const { fs } = vscode.workspace;
  const uris: Record<Which, vscode.Uri> = { file, copy: file.with({ path: `${file.path}.tmp` }) };
  const unlessMissing = async <T>(access: Thenable<T>): Promise<T | undefined> => {
    try {
      return await access;
    } catch (error) {
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (isMissing) return undefined;
      throw error;
    }
  };
  return {
    read: (which) => unlessMissing(fs.readFile(uris[which])),
    write: async (which, bytes) => fs.writeFile(uris[which], bytes),
    // Another window may have removed it.
    remove: (which) => unlessMissing(fs.delete(uris[which])),
  };
}
