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

/** A problem as it is shown. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly diagnostic: vscode.Diagnostic;
}

/** Shows problems in the user's files, at their lines and columns. */
export class Diagnostics implements vscode.Disposable {
  private readonly shown = new Map<string, readonly ShownProblem[]>();
  private readonly collection = vscode.languages.createDiagnosticCollection('interview-lens');

  /** Replaces the problems shown for a file. */
  show(uri: vscode.Uri, text: string, problems: readonly Problem[]): void {
    const lines = TextLines.of(problems.length > 0 ? text : '');
    const shown = problems.map((problem): ShownProblem => {
      const range = toRange(lines, problem);
      const sentence = localise(problem.message);
      const diagnostic = new vscode.Diagnostic(range, sentence, SEVERITY[problem.severity]);
      diagnostic.source = 'Interview Lens';
      return { problem, diagnostic };
    });
    this.shown.set(uri.toString(), shown);
    this.collection.set(
      uri,
      shown.map(({ diagnostic }) => diagnostic),
    );
  }

  /** The problems of a file that touch a range of it. */
  problemsAt(uri: vscode.Uri, range: vscode.Range): ShownProblem[] {
    const shown = this.shown.get(uri.toString()) ?? [];
    return shown.filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined);
  }

  dispose(): void {
    this.collection.dispose();
  }
}
