import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { namingFor } from './naming';
import { rowsOf, type ClaimRow } from './rows';
import { lensTitle, type Naming } from './words';

/** Lenses on claims: above each paragraph what is claimed in it, and the way to tag it. */
export class ClaimLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly services: Services) {
    const { documents, codebooks } = services;
    // VS Code asks again by itself after an edit; here it learns of tags, settings and taxonomies.
    this.disposables.add(
      documents.onDidChange((document) => {
        if (!document || !this.isAsked(document)) this.changed.fire();
      }),
    );
    this.disposables.add(
      codebooks.onDidChange(() => {
        this.changed.fire();
      }),
    );
  }

  private readonly asked = new WeakMap<vscode.TextDocument, number>();

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const reading = await this.services.documents.readInterview(document);
    if (!reading) return [];
    this.asked.set(document, document.version);
    await this.services.codebooks.settled(document.uri);
    const naming = namingFor(this.services, reading);
    return rowsOf(reading).flatMap((row) => lensesOf(reading, row, naming));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Whether the change was an edit, of which VS Code knows. */
  private isAsked(document: vscode.TextDocument): boolean {
    return this.asked.get(document) !== document.version;
  }
}

function lensesOf(
  { document, analysis }: Reading,
  row: ClaimRow,
  naming: Naming,
): vscode.CodeLens[] {
  const uri = document.uri.toString();
  const range = new vscode.Range(row.line, 0, row.line, 0);
  const lenses = row.shown.map((claim: ShownClaim, index) => {
    return new vscode.CodeLens(range, {
      title: lensTitle(claim, index, row, naming),
      tooltip: plain(analysis.text.slice(claim)),
      command: 'interviewLens.tagClaim',
      arguments: [uri, claim.start, claim.end],
    });
  });
  if (row.others > 0) {
    const first = row.claims[0]?.start ?? 0;
    const title =
      row.others === 1
        ? vscode.l10n.t('1 more claim…')
        : vscode.l10n.t('{0} more claims…', row.others);
    const command = 'interviewLens.claimsOfParagraph';
    lenses.push(new vscode.CodeLens(range, { title, command, arguments: [uri, first] }));
  }
  return lenses;
}
