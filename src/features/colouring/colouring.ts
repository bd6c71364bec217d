import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { InterviewColours, LEGEND } from './provider';

/** What changes within this time is coloured anew once. */
const PAUSE_MS = 50;

/** Colours interviews by what is known of them, in the colours of the theme. */
export function registerColouring({ documents }: Services): vscode.Disposable {
  const provider = new InterviewColours(documents);
  const register = () =>
    vscode.languages.registerDocumentRangeSemanticTokensProvider(SELECTOR, provider, LEGEND);
  let registration = register();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // VS Code 1.91 knows no event by which a provider for ranges says that its answers have changed;
  // every version asks again when a provider comes or goes. The new one comes first, so that the
  // colours stay until they are replaced.
  const renew = () => {
    const old = registration;
    registration = register();
    old.dispose();
  };
  const disposables = new Disposables();
  disposables.add(
    changesBesideEdits(documents.onDidChange)(() => {
      clearTimeout(timer);
      timer = setTimeout(renew, PAUSE_MS);
    }),
  );
  disposables.add(
    new vscode.Disposable(() => {
      clearTimeout(timer);
      registration.dispose();
    }),
  );
  return disposables;
}

/** Changes of what is known beside the text; after an edit VS Code asks by itself. */
function changesBesideEdits(
  changes: vscode.Event<vscode.TextDocument | undefined>,
): vscode.Event<void> {
  const versions = new WeakMap<vscode.TextDocument, number>();
  return (listener) =>
    changes((document) => {
      const before = document && versions.get(document);
      if (document) versions.set(document, document.version);
      if (before === undefined || before === document?.version) listener();
    });
}
