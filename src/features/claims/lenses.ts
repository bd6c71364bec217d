import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { namingFor } from './naming';
import { rowsOf, type ClaimRow } from './rows';
import { whyLines } from './why';
import { lensTitle, type Naming } from './words';

/** Lenses on claims: above each paragraph, they show what is claimed in it, and a click tags it. */
export class ClaimLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly services: Services) {
    const { documents, codebooks } = services;
    // After an edit VS Code asks again by itself; this tells it about tags, settings and taxonomies.
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
    return rowsOf(reading).flatMap((row) => lensesOf(reading, row));
  }

  /** Called only for lenses on the screen, of the thousands that a document may have. */
  resolveCodeLens(lens: vscode.CodeLens): vscode.CodeLens {
    if (lens instanceof ClaimLens) lens.say(namingFor(this.services, lens.reading));
    return lens;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Whether the change was an edit, after which VS Code asks by itself. */
  private isAsked(document: vscode.TextDocument): boolean {
    return this.asked.get(document) !== document.version;
  }
}

/** A lens on a claim; its title is made when it is seen. */
class ClaimLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly reading: Reading,
    private readonly row: ClaimRow,
    private readonly index: number,
  ) {
    super(range);
  }

  /** Fills in the title, and a tooltip with the sentence and why it is called what it is. */
  say(naming: Naming): void {
    const { document, analysis } = this.reading;
    const claim = this.row.shown[this.index] as ShownClaim;
    const text = analysis.text.slice(claim);
    this.command = {
      title: lensTitle(claim, this.index, this.row, naming),
      tooltip: [plain(text), '', ...whyLines(claim, analysis)].join('\n'),
      command: 'interviewLens.tagClaim',
      arguments: [document.uri.toString(), claim.start, claim.end],
    };
  }
}

function lensesOf(reading: Reading, row: ClaimRow): vscode.CodeLens[] {
  const range = new vscode.Range(row.line, 0, row.line, 0);
  const lenses: vscode.CodeLens[] = row.shown.map(
    (_, index) => new ClaimLens(range, reading, row, index),
  );
  if (row.others > 0) {
    const first = row.claims[0]?.start ?? 0;
    const title =
      row.others === 1
        ? vscode.l10n.t('1 more claim…')
        : vscode.l10n.t('{0} more claims…', row.others);
    const command = 'interviewLens.claimsOfParagraph';
    const place = [reading.document.uri.toString(), first];
    lenses.push(new vscode.CodeLens(range, { title, command, arguments: place }));
  }
  return lenses;
}
