import * as vscode from 'vscode';
import { TextLines } from '../core/text/lines';
import type { Problem } from '../core/yaml/problem';
import { localise } from './localise';
import { toRange } from './positions';

const SEVERITY = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** Shows what is wrong in the user's files, at its line and column. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('interview-lens');

  /** Replaces the problems shown for a file. */
  show(uri: vscode.Uri, text: string, problems: readonly Problem[]): void {
    const lines = TextLines.of(text);
    this.collection.set(
      uri,
      problems.map((problem) => {
        const range = toRange(lines, problem);
        const sentence = localise(problem.message);
        const diagnostic = new vscode.Diagnostic(range, sentence, SEVERITY[problem.severity]);
        diagnostic.source = 'Interview Lens';
        return diagnostic;
      }),
    );
  }

  dispose(): void {
    this.collection.dispose();
  }
}
