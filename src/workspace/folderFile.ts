import * as vscode from 'vscode';
import type { OtherFile } from '../core/yaml/otherFile';
import type { Problem } from '../core/yaml/problem';
import { Disposables } from './disposables';
import type { Diagnostics } from './diagnostics';
import { FollowedFile } from './followedFile';

export interface Parsed<T> {
  /** Undefined if the text is too broken to be used. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The problems of further files that were read, by their paths. */
  readonly included?: ReadonlyMap<string, readonly Problem[]>;
}

/** Reads another file, by its path from the folder of the one that is being read. */
export type ReadOther = (path: string) => OtherFile;

export interface Loaded<T> {
  readonly value: T;
  /** The file that was read, or would be; undefined outside a folder. */
  readonly uri: vscode.Uri | undefined;
  readonly exists: boolean;
  /** Whether the file is broken as it stands, so that `value` is from before. */
  readonly broken: boolean;
  /** All that was read, to compare whether it has changed. */
  readonly source: string;
}

interface Followed<T> {
  readonly file: FollowedFile;
  /** The workspace folder, out of which no path may lead. */
  readonly folder: vscode.Uri;
  /** The files that it includes, by path. */
  readonly others: Map<string, FollowedFile>;
  loaded: Loaded<T>;
}

/**
 * A YAML file that each workspace folder may have, at a path from a setting. While it is broken, the last
 * good content stays in use, and its problems are shown. It may include other files of the folder, which
 * are followed, too.
 */
export class FolderFile<T> implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly byUri = new Map<string, Followed<T>>();

  /** Fires after what {@link of} gives has changed for some document. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly setting: string,
    /** The value without a file; asked for when first needed. */
    private readonly fallback: () => T,
    private readonly parse: (text: string, read: ReadOther) => Parsed<T>,
    private readonly diagnostics: Diagnostics,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(setting)) this.changed.fire();
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.changed.fire();
      }),
    );
  }

  /** The value for the documents of `document`'s folder. */
  of(document: vscode.Uri | undefined): Loaded<T> {
    const followed = this.followed(document);
    return followed?.loaded ?? this.nothing(undefined);
  }

  /** Resolves when {@link of} gives the content of the file. */
  async settled(document: vscode.Uri | undefined): Promise<void> {
    const followed = this.followed(document);
    if (!followed) return;
    await followed.file.settled();
    // Included files may include others, so that the list may grow meanwhile.
    for (const other of followed.others.values()) await other.settled();
  }

  /** As {@link settled}, with the file read anew: what was written a moment ago counts. */
  async refreshed(document: vscode.Uri | undefined): Promise<void> {
    await this.followed(document)?.file.refresh();
    await this.settled(document);
  }

  /** The file of `document`'s folder, to write to; undefined outside a folder. */
  file(document: vscode.Uri | undefined): FollowedFile | undefined {
    return this.followed(document)?.file;
  }

  /** The files that are read in all, with the document's folder's own first. */
  files(document: vscode.Uri | undefined): FollowedFile[] {
    const followed = this.followed(document);
    return followed ? [followed.file, ...followed.others.values()] : [];
  }

  dispose(): void {
    for (const { file, others } of this.byUri.values()) {
      file.dispose();
      for (const other of others.values()) other.dispose();
    }
    this.disposables.dispose();
  }

  private nothing(uri: vscode.Uri | undefined): Loaded<T> {
    const { fallback } = this;
    return {
      get value() {
        return fallback();
      },
      uri,
      exists: false,
      broken: false,
      source: '',
    };
  }

  private followed(document: vscode.Uri | undefined): Followed<T> | undefined {
    const folder =
      (document && vscode.workspace.getWorkspaceFolder(document)) ??
      vscode.workspace.workspaceFolders?.[0];
    const path = vscode.workspace
      .getConfiguration(undefined, folder?.uri)
      .get<string>(this.setting);
    // A settings file may hold anything.
    if (!folder || typeof path !== 'string' || path === '') return undefined;
    // A workspace's settings must not lead us out of it.
    const uri = pathWithin(folder.uri, folder.uri, path);
    return uri && this.follow(uri, folder.uri);
  }

  private follow(uri: vscode.Uri, folder: vscode.Uri): Followed<T> {
    const key = uri.toString();
    const known = this.byUri.get(key);
    if (known) return known;
    const file = new FollowedFile(uri, this.log);
    const loaded = this.nothing(uri);
    const followed: Followed<T> = { file, folder, others: new Map(), loaded };
    this.byUri.set(key, followed);
    file.onDidChange(() => {
      this.reload(followed);
    });
    return followed;
  }

  private reload(followed: Followed<T>): void {
    const { uri, text } = followed.file;
    if (text === undefined) {
      followed.loaded = this.nothing(uri);
      this.diagnostics.show(uri, '', []);
      this.retain(followed, new Map());
    } else {
      const sources = [text];
      const read: ReadOther = (path) => {
        const other = this.other(followed, path);
        if (other.kind === 'text') sources.push(path, other.text);
        return other;
      };
      const { value, problems, included = new Map<string, never>() } = this.parse(text, read);
      followed.loaded = {
        value: value ?? followed.loaded.value,
        uri,
        exists: true,
        broken: value === undefined,
        source: sources.join('\n'),
      };
      this.diagnostics.show(uri, text, problems);
      for (const [path, found] of included) {
        const other = followed.others.get(path);
        if (other) this.diagnostics.show(other.uri, other.text ?? '', found);
      }
      this.retain(followed, included);
    }
    this.changed.fire();
  }

  /** An included file; it is followed from when it is first asked for. */
  private other(followed: Followed<T>, path: string): OtherFile {
    const { file, folder, others } = followed;
    const uri = pathWithin(folder, vscode.Uri.joinPath(file.uri, '..'), path);
    if (!uri || uri.path === file.uri.path) return { kind: 'outside' };
    const known = others.get(path);
    if (known?.text !== undefined) return { kind: 'text', text: known.text };
    if (known) return { kind: known.isLoaded ? 'missing' : 'pending' };
    const other = new FollowedFile(uri, this.log);
    others.set(path, other);
    other.onDidChange(() => {
      this.reload(followed);
    });
    void other.settled().then(() => {
      // A missing file fires no change.
      if (others.get(path) === other && other.text === undefined) this.reload(followed);
    });
    return { kind: 'pending' };
  }

  /** Lets go of files that are no longer included, but waits for missing ones. */
  private retain({ others, file }: Followed<T>, included: ReadonlyMap<string, unknown>): void {
    for (const [path, other] of others) {
      if (included.has(path) || (file.text !== undefined && other.text === undefined)) continue;
      other.dispose();
      others.delete(path);
      this.diagnostics.show(other.uri, '', []);
    }
  }
}

/**
 * Where a path in a file or a setting leads; undefined if that isn't below the folder. We read backslashes as
 * slashes, as Windows does, so that no path leads out of the folder there.
 */
function pathWithin(folder: vscode.Uri, from: vscode.Uri, path: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(from, path.replaceAll('\\', '/'));
  return uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) ? uri : undefined;
}
