import * as vscode from 'vscode';

const SCHEME = 'interview-lens-words';

/** Serves the old and the new words of an annotation to the diff editor; the URI contains them. */
export function registerComparison(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => query,
  });
}

/** Shows old words and new ones side by side. */
export async function comparison(was: string, now: string): Promise<void> {
  const uriOf = (name: string, words: string) =>
    vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query: words });
  await vscode.commands.executeCommand(
    'vscode.diff',
    uriOf('was', was),
    uriOf('now', now),
    vscode.l10n.t('Old and New Words'),
  );
}
