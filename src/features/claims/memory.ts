import type * as vscode from 'vscode';
import type { Said } from '../../core/annotations/said';

const LAST = 'interviewLens.lastTagging';
const RECENT = 'interviewLens.recentTags';

/** How many recent tags come first in the picker. */
const MOST_RECENT = 6;

/** Remembers for the workspace what was said last, and which tags were given last. */
export class TaggingMemory {
  constructor(private readonly memento: vscode.Memento) {}

  get last(): Said | undefined {
    return this.memento.get<Said>(LAST);
  }

  /** The last one first. */
  get recent(): readonly string[] {
    return this.memento.get<string[]>(RECENT, []);
  }

  async remember(said: Said): Promise<void> {
    const recent = [...new Set([...said.tags, ...this.recent])].slice(0, MOST_RECENT);
    await this.memento.update(LAST, said);
    await this.memento.update(RECENT, recent);
  }
}
