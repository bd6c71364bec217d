import * as vscode from 'vscode';

/** A key for `when` clauses; setting it to its present value costs nothing. */
export class ContextKey<T extends boolean | string> {
  private latest: T | undefined;

  constructor(private readonly name: `interviewLens.${string}`) {}

  set(value: T): void {
    if (value === this.latest) return;
    this.latest = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
