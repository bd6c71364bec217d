import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';

const SAMPLE = 'harbour-interview.txt';

/** Registers what a newcomer starts with: a sample interview and the walkthrough. */
export function registerWelcome({ extensionUri, storageUri }: Services): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    registerCommand('interviewLens.openSample', async () => {
      const sample = vscode.Uri.joinPath(storageUri, 'sample', SAMPLE);
      await copyOnce(vscode.Uri.joinPath(extensionUri, 'media', 'sample', SAMPLE), sample);
      await vscode.window.showTextDocument(sample);
    }),
  );
  disposables.add(
    registerCommand('interviewLens.openWalkthrough', async () => {
      await vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'interview-lens.interview-lens#start',
      );
    }),
  );
  return disposables;
}

/** Makes a copy unless there is one: the sample is the user's to edit and tag. */
async function copyOnce(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(to);
  } catch {
    await vscode.workspace.fs.writeFile(to, await vscode.workspace.fs.readFile(from));
  }
}
