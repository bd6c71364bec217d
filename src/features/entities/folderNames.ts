import * as vscode from 'vscode';
import type { Corpus, CorpusEntity } from '../../core/corpus/merge';
import type { MentionSummary } from '../../core/corpus/model';

/** The folder's entity that an entity of a document is, also while the document is not read yet. */
export function entityOver(
  corpus: Corpus,
  uri: string,
  entityId: string,
): CorpusEntity | undefined {
  return corpus.find(uri, entityId) ?? corpus.entities.find(({ id }) => id === entityId);
}

/** Where a mention stands in a document that may not be open. Where it breaks a line, its start counts. */
export function rangeOf({ line, character, start, end }: MentionSummary): vscode.Range {
  return new vscode.Range(line, character, line, character + end - start);
}
