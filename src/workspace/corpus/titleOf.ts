import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';
import { baseName } from '../baseName';

/** A document's title, or else the name of its file. */
export function titleOf({ uri, summary }: CorpusDocument): string {
  return summary.title ?? baseName(vscode.Uri.parse(uri));
}

/** The titles of documents that are shown together, by URI: behind those that are alike stands the file. */
export function titlesOf(documents: Iterable<CorpusDocument>): ReadonlyMap<string, string> {
  const byUri = new Map([...documents].map((document) => [document.uri, document]));
  const counts = new Map<string, number>();
  for (const document of byUri.values()) {
    const title = titleOf(document);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const shown = (document: CorpusDocument) => {
    const title = titleOf(document);
    const file = baseName(vscode.Uri.parse(document.uri));
    return counts.get(title) === 1 || title === file ? title : `${title} (${file})`;
  };
  return new Map([...byUri].map(([uri, document]) => [uri, shown(document)]));
}
