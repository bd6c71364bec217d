import * as vscode from 'vscode';
import type { EntityType } from '../../core/entities/model';
import type { Corpus, CorpusDocument, CorpusEntity } from '../../core/corpus/merge';
import type { SpeakerSummary } from '../../core/corpus/model';
import { titleOf } from '../../workspace/corpus/titleOf';
import type { FolderIndex } from '../../workspace/corpus/folderIndex';
import { plain } from '../../workspace/markdown';
import { rangeOf } from './folderNames';
import { nameOfType } from './types';

/** How many symbols anybody looks through in the list. */
const MOST = 300;

const KINDS: Partial<Record<EntityType, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Class,
  organisation: vscode.SymbolKind.Package,
  place: vscode.SymbolKind.Namespace,
  event: vscode.SymbolKind.Event,
  work: vscode.SymbolKind.File,
};

/** "Go to Symbol in Workspace": who speaks in the folder's interviews, and what is named there. */
export class FolderSymbols implements vscode.WorkspaceSymbolProvider {
  constructor(private readonly folder: FolderIndex) {}

  provideWorkspaceSymbols(query: string): vscode.SymbolInformation[] {
    const { corpus } = this.folder;
    const wanted = query.toLowerCase().replace(/\s+/g, '');
    return [...speakers(corpus, wanted), ...entities(corpus, wanted)];
  }
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

function speakers(corpus: Corpus, wanted: string): vscode.SymbolInformation[] {
  function* fitting(): Generator<[CorpusDocument, SpeakerSummary]> {
    for (const document of corpus.documents) {
      for (const speaker of document.summary.speakers) {
        if (holds(speaker.name, wanted)) yield [document, speaker];
      }
    }
  }
  return [...take(fitting(), MOST)].map(([document, { name, line }]) => {
    const location = new vscode.Location(
      vscode.Uri.parse(document.uri),
      new vscode.Position(line, 0),
    );
    const where = vscode.l10n.t('speaks in {0}', plain(titleOf(document)));
    return new vscode.SymbolInformation(plain(name), vscode.SymbolKind.Interface, where, location);
  });
}

function entities({ entities }: Corpus, wanted: string): vscode.SymbolInformation[] {
  function* fitting(): Generator<CorpusEntity> {
    for (const entity of entities) {
      if ([entity.name, ...entity.aliases].some((name) => holds(name, wanted))) yield entity;
    }
  }
  return [...take(fitting(), MOST)].flatMap((entity) => {
    const [first] = entity.appearances;
    const mention = first?.entity.mentions[0];
    if (!mention) return [];
    const location = new vscode.Location(vscode.Uri.parse(first.document.uri), rangeOf(mention));
    const where = vscode.l10n.t(
      '{0}, in {1} interviews',
      nameOfType(entity.type),
      entity.documents,
    );
    const kind = KINDS[entity.type] ?? vscode.SymbolKind.Object;
    // VS Code only shows what its own search finds in the name.
    const asked = holds(entity.name, wanted)
      ? undefined
      : entity.aliases.find((alias) => holds(alias, wanted));
    const name = asked === undefined ? entity.name : `${entity.name} (${asked})`;
    return [new vscode.SymbolInformation(plain(name), kind, where, location)];
  });
}

/** Whether `name` contains the letters of `wanted` in this order, as in VS Code's own search. */
function holds(name: string, wanted: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of wanted) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
