import * as vscode from 'vscode';
import type { Corpus, CorpusEntity } from '../../core/corpus/merge';
import type { MentionSummary } from '../../core/corpus/model';

/** The folder's entity for an entity of a document, even if the index hasn't read the document yet. */
export function entityOver(
  corpus: Corpus,
  uri: string,
  entityId: string,
): CorpusEntity | undefined {
  return corpus.find(uri, entityId) ?? corpus.entities.find(({ id }) => id === entityId);
}

/** The range of a mention in a document that may not be open. If it spans lines, its start is what counts. */
export function rangeOf({ line, character, start, end }: MentionSummary): vscode.Range {
  return new vscode.Range(line, character, line, character + end - start);
}
