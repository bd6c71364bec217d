import * as vscode from 'vscode';
import type { FileEdit } from '../core/annotations/write';
import { filesOf } from './followedFile';
import { mend, writeWhole } from './wholeFile';

/** How often writing is tried again because another window has written the file meanwhile. */
const MOST_TRIES = 5;

/**
 * Keeps what could not be written into annotation files, by the URI of the document, in a file of the
 * extension's own, because VS Code may be closed, or killed, before the user has mended them.
 */
export class HeldEdits {
  private readonly file: vscode.Uri;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.file = vscode.Uri.joinPath(folder, 'held.json');
  }

  /** What is held for a document; nothing if that can't be read. */
  async of(document: vscode.Uri): Promise<readonly FileEdit[]> {
    const held = await this.enqueue(async () => parsed(await mend(filesOf(this.file))));
    return held?.[document.toString()] ?? [];
  }

  /** Keeps what is held for a document; without edits, forgets the document. */
  async keep(document: vscode.Uri, edits: readonly FileEdit[]): Promise<void> {
    await this.enqueue(async () => {
      await vscode.workspace.fs.createDirectory(this.folder);
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const bytes = await mend(filesOf(this.file));
        const { [document.toString()]: before, ...others } = parsed(bytes);
        if (!before && edits.length === 0) return;
        const now = edits.length === 0 ? others : { ...others, [document.toString()]: edits };
        const text = new TextEncoder().encode(JSON.stringify(now));
        if (await writeWhole(filesOf(this.file), bytes, text)) return;
      }
      this.log.warn(`${this.file.path} is being written by another window.`);
    });
  }

  /** Runs tasks one after another. Failures are only logged, as the same edits are also in memory. */
  private enqueue<T>(task: () => Promise<T>): Promise<T | undefined> {
    const run = this.last.then(task).catch((error: unknown) => {
      this.log.warn(`What is held for annotation files could not be kept: ${String(error)}`);
      return undefined;
    });
    this.last = run;
    return run;
  }
}

function parsed(bytes: Uint8Array | undefined): Record<string, readonly FileEdit[]> {
  if (!bytes) return {};
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, readonly FileEdit[]>;
}
