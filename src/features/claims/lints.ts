import * as vscode from 'vscode';
import { lintClaims } from '../../core/claims/lints';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import type { Services } from '../../workspace/services';

/** Hints in the text on how likelihoods are stated, in the document that the views are about. */
export function registerLints({ active, diagnostics }: Services): vscode.Disposable {
  const disposables = new Disposables();
  // Other files' problems are cleared by those who show them.
  const shown = new WeakSet<vscode.TextDocument>();
  const show = () => {
    const reading = active.reading;
    if (!reading) return;
    const { document, analysis } = reading;
    const problems = isWanted(reading)
      ? lintClaims(analysis.claims(), (span) => analysis.text.slice(span))
      : [];
    if (problems.length === 0 && !shown.has(document)) return;
    shown.add(document);
    diagnostics.show(document.uri, document.getText(), problems);
  };
  disposables.add(active.onDidChange(show));
  disposables.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (shown.has(document)) diagnostics.show(document.uri, '', []);
    }),
  );
  show();
  return disposables;
}

function isWanted({ document, analysis }: Reading): boolean {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', document);
  return analysis.interview.recognition.isInterview && settings.get('lints', true);
}
