import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Waits until the extension is active: commands that ask providers don't. */
export async function activated(): Promise<void> {
  const extension = vscode.extensions.getExtension('interview-lens.interview-lens');
  assert.ok(extension, 'VS Code has not found the extension.');
  await extension.activate();
}
