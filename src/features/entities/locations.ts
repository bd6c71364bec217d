import * as vscode from 'vscode';
import type { CardFinder } from '../../core/entities/cardFinder';
import type { EntityCard } from '../../core/entities/model';
import { TextLines } from '../../core/text/lines';
import type { FolderIndex } from '../../workspace/corpus/folderIndex';
import type { DocumentStore } from '../../workspace/documents';
import type { FolderFile } from '../../workspace/folderFile';
import { toRange } from '../../workspace/positions';
import { entityAt } from './entityAt';
import { entityOver, rangeOf } from './folderNames';

interface Found {
  readonly mentions: readonly vscode.Range[];
  readonly entityId: string;
  readonly card: EntityCard | undefined;
}

/** Definition, references and highlights of names. */
export class EntityLocations
  implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentHighlightProvider
{
  constructor(
    private readonly documents: DocumentStore,
    private readonly cards: FolderFile<CardFinder>,
    private readonly folder: FolderIndex,
  ) {}

  /** The user's card if there is one, or else the first mention. */
  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location | undefined> {
    const ranges = await this.mentions(document, position);
    const card = ranges?.card && this.cardLocation(document, ranges.card);
    const first = ranges?.mentions[0];
    return card ?? (first && new vscode.Location(document.uri, first));
  }

  /** In all interviews of the folder; for this one, as it is in the editor. */
  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> {
    const found = await this.mentions(document, position);
    if (!found) return [];
    const own = found.mentions.map((range) => new vscode.Location(document.uri, range));
    const uri = document.uri.toString();
    const over = entityOver(this.folder.corpus, uri, found.entityId);
    const others = (over?.appearances ?? [])
      .filter((appearance) => appearance.document.uri !== uri)
      .flatMap((appearance) => {
        const other = vscode.Uri.parse(appearance.document.uri);
        return appearance.entity.mentions.map(
          (mention) => new vscode.Location(other, rangeOf(mention)),
        );
      });
    return [...own, ...others];
  }

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const ranges = await this.mentions(document, position);
    return ranges?.mentions.map((range) => new vscode.DocumentHighlight(range));
  }

  private async mentions(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<Found | undefined> {
    const reading = await this.documents.readInterview(document);
    const named = reading && entityAt(reading, position);
    if (!named) return undefined;
    const { text } = reading.analysis;
    const mentions = named.entity.mentions.map(({ span }) => toRange(text, span));
    return { mentions, entityId: named.entity.id, card: named.entity.card };
  }

  private cardLocation(
    document: vscode.TextDocument,
    card: EntityCard,
  ): vscode.Location | undefined {
    const file = this.cards.file(document.uri);
    if (file?.text === undefined) return undefined;
    return new vscode.Location(file.uri, toRange(TextLines.of(file.text), card.span));
  }
}
