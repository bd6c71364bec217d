import * as vscode from 'vscode';
import type { Problem } from '../core/yaml/problem';
import { Disposables } from './disposables';
import type { Diagnostics } from './diagnostics';
import { FollowedFile } from './followedFile';

export interface Parsed<T> {
  /** Undefined if the text is too broken to be used. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export interface Loaded<T> {
  readonly value: T;
  /** The file that was read, or would be; undefined outside a folder. */
  readonly uri: vscode.Uri | undefined;
  readonly exists: boolean;
  /** Whether the file is broken as it stands, so that `value` is from before. */
  readonly broken: boolean;
}

interface Followed<T> {
  readonly file: FollowedFile;
  loaded: Loaded<T>;
}

/**
 * A YAML file that each workspace folder may have, under a path from a setting. While it is broken
 * the last good content stays in use, and its problems are shown.
 */
export class FolderFile<T> implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly byUri = new Map<string, Followed<T>>();

  /** Fires after what {@link of} gives has changed for some document. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly setting: string,
    /** What holds without a file; asked for when first needed. */
    private readonly fallback: () => T,
    private readonly parse: (text: string) => Parsed<T>,
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

  /** What holds for the documents of `document`'s folder. */
  of(document: vscode.Uri | undefined): Loaded<T> {
    const uri = this.uriFor(document);
    if (!uri) return { value: this.fallback(), uri, exists: false, broken: false };
    return this.follow(uri).loaded;
  }

  /** Resolves when {@link of} gives what stands in the file. */
  async settled(document: vscode.Uri | undefined): Promise<void> {
    const uri = this.uriFor(document);
    if (uri) await this.follow(uri).file.settled();
  }

  /** The file of `document`'s folder, to write to; undefined outside a folder. */
  file(document: vscode.Uri | undefined): FollowedFile | undefined {
    const uri = this.uriFor(document);
    return uri && this.follow(uri).file;
  }

  dispose(): void {
    for (const { file } of this.byUri.values()) file.dispose();
    this.disposables.dispose();
  }

  private uriFor(document: vscode.Uri | undefined): vscode.Uri | undefined {
    const folder =
      (document && vscode.workspace.getWorkspaceFolder(document)) ??
      vscode.workspace.workspaceFolders?.[0];
    const path = vscode.workspace
      .getConfiguration(undefined, folder?.uri)
      .get<string>(this.setting);
    if (!folder || !path) return undefined;
    const uri = vscode.Uri.joinPath(folder.uri, path);
    // A workspace's settings must not lead us out of it.
    return uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`) ? uri : undefined;
  }

  private follow(uri: vscode.Uri): Followed<T> {
    const key = uri.toString();
    const known = this.byUri.get(key);
    if (known) return known;
    const file = new FollowedFile(uri, this.log);
    const loaded = { value: this.fallback(), uri, exists: false, broken: false };
    const followed: Followed<T> = { file, loaded };
    this.byUri.set(key, followed);
    file.onDidChange(() => {
      this.reload(followed);
    });
    return followed;
  }

  private reload(followed: Followed<T>): void {
    const { uri, text } = followed.file;
    if (text === undefined) {
      followed.loaded = { value: this.fallback(), uri, exists: false, broken: false };
      this.diagnostics.show(uri, '', []);
    } else {
      const { value, problems } = this.parse(text);
      const lastGood = followed.loaded.value;
      followed.loaded = {
        value: value ?? lastGood,
        uri,
        exists: true,
        broken: value === undefined,
      };
      this.diagnostics.show(uri, text, problems);
    }
    this.changed.fire();
  }
}
