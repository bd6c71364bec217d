import * as vscode from 'vscode';
import { lensRow, type LensRow } from '../../core/claims/lenses';
import type { ShownClaim } from '../../core/claims/shown';
import type { Reading } from '../../workspace/documents';

/** The claims of one line of the document, and which of them get a lens. */
export interface ClaimRow extends LensRow {
  readonly line: number;
  readonly claims: readonly ShownClaim[];
}

/** The rows of lenses of a document, by the settings, in order. */
export function rowsOf({ document, analysis, claims }: Reading): ClaimRow[] {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', document);
  const which = settings.get<string>('lens', 'all');
  if (which === 'off') return [];
  const most = settings.get<number>('lensesPerParagraph', 2);
  const byLine = new Map<number, ShownClaim[]>();
  for (const claim of claims()) {
    if (which === 'tagged' && !claim.annotation) continue;
    // A paragraph that is wrapped over several lines has one row, at its first line.
    const paragraph = analysis.passageAt(claim.start)?.span.start ?? claim.start;
    const line = analysis.text.lineAt(paragraph);
    const ofLine = byLine.get(line) ?? [];
    ofLine.push(claim);
    byLine.set(line, ofLine);
  }
  return [...byLine].map(([line, ofLine]) => ({ line, claims: ofLine, ...lensRow(ofLine, most) }));
}
