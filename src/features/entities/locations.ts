import * as vscode from 'vscode';
import type { CardFinder } from '../../core/entities/cardFinder';
import type { EntityCard } from '../../core/entities/model';
import { TextLines } from '../../core/text/lines';
import type { DocumentStore } from '../../workspace/documents';
import type { FolderFile } from '../../workspace/folderFile';
import { toRange } from '../../workspace/positions';
import { entityAt } from './entityAt';

/** Definition, references and highlights of names: where an entity stands. */
export class EntityLocations
  implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentHighlightProvider
{
  constructor(
    private readonly documents: DocumentStore,
    private readonly cards: FolderFile<CardFinder>,
  ) {}

  /** The user's card, if there is one; else the first mention. */
  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location | undefined> {
    const ranges = await this.mentions(document, position);
    const card = ranges?.card && this.cardLocation(document, ranges.card);
    const first = ranges?.mentions[0];
    return card ?? (first && new vscode.Location(document.uri, first));
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> {
    const ranges = await this.mentions(document, position);
    return (ranges?.mentions ?? []).map((range) => new vscode.Location(document.uri, range));
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
  ): Promise<{ mentions: vscode.Range[]; card: EntityCard | undefined } | undefined> {
    const reading = await this.documents.readInterview(document);
    const named = reading && entityAt(reading, position);
    if (!named) return undefined;
    const { text } = reading.analysis;
    const mentions = named.entity.mentions.map(({ span }) => toRange(text, span));
    return { mentions, card: named.entity.card };
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
