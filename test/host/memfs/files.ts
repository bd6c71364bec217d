import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  readonly ctime: number;
  readonly mtime: number;
  readonly content: Uint8Array;
}

/** Files and folders in memory, as VS Code wants them: errors, events and all. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private lastTime = 0;

  readonly onDidChangeFile = this.changed.event;

  /** The URIs of all files, for searches. */
  files(within: vscode.Uri): vscode.Uri[] {
    return [...this.entries]
      .filter(([path, entry]) => entry.type === vscode.FileType.File && isBelow(path, within.path))
      .map(([path]) => within.with({ path }));
  }

  watch(): vscode.Disposable {
    // All changes are made here, so all are known and reported without watching.
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, ctime, mtime, content } = this.get(uri);
    return { type, ctime, mtime, size: content.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.get(uri, vscode.FileType.Directory);
    return [...this.entries]
      .filter(([path]) => path !== uri.path && parent(path) === uri.path)
      .map(([path, { type }]) => [path.slice(path.lastIndexOf('/') + 1), type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.get(uri, vscode.FileType.File).content;
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.entries.has(uri.path)) throw vscode.FileSystemError.FileExists(uri);
    this.requireParent(uri);
    this.set(uri, vscode.FileType.Directory, new Uint8Array());
  }

  writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    options: { create: boolean; overwrite: boolean },
  ): void {
    const present = this.entries.get(uri.path);
    if (present?.type === vscode.FileType.Directory) {
      throw vscode.FileSystemError.FileIsADirectory(uri);
    }
    if (!present && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (present && options.create && !options.overwrite) {
      throw vscode.FileSystemError.FileExists(uri);
    }
    this.requireParent(uri);
    this.set(uri, vscode.FileType.File, content);
  }

  delete(uri: vscode.Uri, options: { recursive: boolean }): void {
    this.get(uri);
    const paths = [...this.entries.keys()].filter((path) => isBelow(path, uri.path));
    if (paths.length > 1 && !options.recursive) {
      throw vscode.FileSystemError.NoPermissions('The folder is not empty.');
    }
    for (const path of paths) this.entries.delete(path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    this.get(from);
    this.requireParent(to);
    if (this.entries.has(to.path)) {
      if (!options.overwrite) throw vscode.FileSystemError.FileExists(to);
      this.delete(to, { recursive: true });
    }
    for (const [path, entry] of [...this.entries]) {
      if (!isBelow(path, from.path)) continue;
      this.entries.delete(path);
      this.entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  private get(uri: vscode.Uri, type?: vscode.FileType): Entry {
    const entry = this.entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    if (type === undefined || entry.type === type) return entry;
    throw type === vscode.FileType.File
      ? vscode.FileSystemError.FileIsADirectory(uri)
      : vscode.FileSystemError.FileNotADirectory(uri);
  }

  private set(uri: vscode.Uri, type: vscode.FileType, content: Uint8Array): void {
    const present = this.entries.get(uri.path);
    // Two writes within a millisecond still differ: VS Code tells versions apart by their time.
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    const ctime = present?.ctime ?? this.lastTime;
    this.entries.set(uri.path, { type, ctime, mtime: this.lastTime, content });
    const { Changed, Created } = vscode.FileChangeType;
    this.changed.fire([{ type: present ? Changed : Created, uri }]);
  }

  private requireParent(uri: vscode.Uri): void {
    const folder = parent(uri.path);
    if (folder !== '/') this.get(uri.with({ path: folder }), vscode.FileType.Directory);
  }
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
