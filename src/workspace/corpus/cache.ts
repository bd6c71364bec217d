import * as vscode from 'vscode';
import { readShard, shardOf, SHARDS, writeShard, type Kept } from '../../core/corpus/kept';
import type { Slices } from '../slices';

/** Keeps summaries in the extension's storage, so that the next session has them at once. */
export class SummaryCache {
  private readonly byUri = new Map<string, Kept>();
  private readonly byKey = new Map<string, Kept>();
  private readonly changed = new Set<number>();

  /** @param folder undefined if nothing can be kept */
  constructor(
    private readonly folder: vscode.Uri | undefined,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get(uri: string): Kept | undefined {
    return this.byUri.get(uri);
  }

  /** The summary of the same text with the same knowledge, whatever file it was in. */
  same(key: string): Kept | undefined {
    return this.byKey.get(key);
  }

  set(kept: Kept): void {
    this.byUri.set(kept.uri, kept);
    this.byKey.set(kept.key, kept);
    this.changed.add(shardOf(kept.uri));
  }

  /** Forgets all documents but these. */
  retain(uris: ReadonlyMap<string, unknown>): void {
    for (const [uri, kept] of this.byUri) {
      if (uris.has(uri)) continue;
      this.byUri.delete(uri);
      if (this.byKey.get(kept.key) === kept) this.byKey.delete(kept.key);
      this.changed.add(shardOf(uri));
    }
  }

  clear(): void {
    this.retain(new Map());
  }

  /** Reads what an earlier session kept; what can’t be read is made anew. */
  async load(slices: Slices): Promise<void> {
    if (!this.folder) return;
    const present = new Set(await namesIn(this.folder));
    for (let shard = 0; shard < SHARDS; shard++) {
      if (!present.has(nameOf(shard))) continue;
      await slices.breathe();
      for (const kept of readShard(await this.read(this.folder, shard))) {
        this.byUri.set(kept.uri, kept);
        this.byKey.set(kept.key, kept);
      }
    }
  }

  /** Writes what has changed since the last time. */
  async save(slices: Slices): Promise<void> {
    if (!this.folder || this.changed.size === 0) return;
    const shards = new Map<number, Kept[]>([...this.changed].map((shard) => [shard, []]));
    this.changed.clear();
    for (const kept of this.byUri.values()) shards.get(shardOf(kept.uri))?.push(kept);
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      for (const [shard, kept] of shards) {
        await slices.breathe();
        const bytes = new TextEncoder().encode(writeShard(kept));
        await vscode.workspace.fs.writeFile(this.uri(this.folder, shard), bytes);
      }
    } catch (error) {
      this.log.warn(`The index could not be kept: ${String(error)}`);
    }
  }

  private async read(folder: vscode.Uri, shard: number): Promise<string> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.uri(folder, shard));
      return new TextDecoder().decode(bytes);
    } catch (error) {
      this.log.warn(`A part of the index could not be read: ${String(error)}`);
      return '';
    }
  }

  private uri(folder: vscode.Uri, shard: number): vscode.Uri {
    return vscode.Uri.joinPath(folder, nameOf(shard));
  }
}

function nameOf(shard: number): string {
  return `${shard}.json`;
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // There is none yet.
    return [];
  }
}
