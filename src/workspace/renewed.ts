import * as vscode from 'vscode';
import { Disposables } from './disposables';
import type { DocumentStore } from './documents';

/** Changes within this time count as one. */
const PAUSE_MS = 50;

/**
 * Registers a provider, and registers it again whenever its answers may have changed without an edit: by
 * cards, corrections, settings. VS Code has no event for that for outlines, and 1.91 none for the colours of
 * a range, but it asks all providers anew when one comes or goes.
 */
export function registerRenewed(
  documents: DocumentStore,
  register: () => vscode.Disposable,
): vscode.Disposable {
  let registration = register();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The new one comes first, so that what is shown stays until it is replaced.
  const renew = () => {
    const old = registration;
    registration = register();
    old.dispose();
  };
  const disposables = new Disposables();
  disposables.add(
    onDidChangeBesideEdits(documents, () => {
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

/** Fires for changes of what is known beside the text; after an edit, VS Code asks by itself. */
export function onDidChangeBesideEdits(
  documents: DocumentStore,
  listener: () => void,
): vscode.Disposable {
  const versions = new WeakMap<vscode.TextDocument, number>();
  return documents.onDidChange((document) => {
    const before = document && versions.get(document);
    if (document) versions.set(document, document.version);
    if (before === undefined || before === document?.version) listener();
  });
}
