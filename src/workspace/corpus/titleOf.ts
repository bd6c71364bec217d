import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';

/** A document's title, or else the name of its file. */
export function titleOf({ uri, summary }: CorpusDocument): string {
  return summary.title ?? vscode.Uri.parse(uri).path.split('/').pop() ?? uri;
}
