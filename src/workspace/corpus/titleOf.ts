import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';
import { baseName } from '../baseName';

/** A document's title, or else the name of its file. */
export function titleOf({ uri, summary }: CorpusDocument): string {
  return summary.title ?? baseName(vscode.Uri.parse(uri));
}

/** How a document is called among others that are shown with it. */
export type TitleAmong = (document: CorpusDocument) => string;

/** The titles of documents that are shown together, with the file's name behind those that are alike. */
export function titlesAmong(documents: Iterable<CorpusDocument>): TitleAmong {
  const byUri = new Map([...documents].map((document) => [document.uri, document]));
  const counts = new Map<string, number>();
  for (const document of byUri.values()) {
    const title = titleOf(document);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return (document) => {
    const title = titleOf(document);
    const file = baseName(vscode.Uri.parse(document.uri));
    return counts.get(title) === 1 || title === file ? title : `${title} (${file})`;
  };
}
