import * as vscode from 'vscode';
import { readFolder } from '../../core/annotations/folder';
import { FOLDER_SETTING, folderSetting, placeIn } from '../../workspace/annotationPlace';
import type { Moved, StrayFile } from '../../workspace/annotationPlaces';
import { baseName } from '../../workspace/baseName';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { inert } from '../../workspace/inert';
import { localise } from '../../workspace/localise';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { soon } from '../../workspace/soon';

/** How many files are named in a sentence, and compared at once. */
const MOST_NAMED = 3;

/**
 * Tells about consequences of the setting for a folder of annotation files: a path that can't be used, and files
 * in former places, which it offers to move.
 */
export function registerAnnotationFiles(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const refusals = new Set<string>();
  const tell = () => {
    tellRefusals(refusals);
  };
  const offered = new Set<string>();
  disposables.add(
    services.places.onDidChangeSetting(() => {
      const wanted = JSON.stringify(
        vscode.workspace.workspaceFolders?.map(({ uri }) => placeIn(uri)),
      );
      // VS Code may tell of a change twice; an offer stays until somebody answers.
      if (offered.has(wanted)) return;
      offered.add(wanted);
      void offer(services).finally(() => offered.delete(wanted));
    }),
  );
  disposables.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(FOLDER_SETTING)) tell();
    }),
  );
  disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(tell));
  disposables.add(
    registerCommand('interviewLens.moveAnnotationFiles', async () => {
      await services.places.settled();
      await move(services);
    }),
  );
  disposables.add(soon(tell));
  const check = (editor: vscode.TextEditor | undefined) => void checked(services, editor);
  disposables.add(vscode.window.onDidChangeActiveTextEditor(check));
  disposables.add(
    soon(() => {
      check(vscode.window.activeTextEditor);
    }),
  );
  return disposables;
}

/** An annotation file that is shown is checked, whether or not its document has been looked at. */
async function checked(
  { annotations, places, log }: Services,
  editor: vscode.TextEditor | undefined,
): Promise<void> {
  const uri = editor && places.documentOf(editor.document.uri);
  if (!uri) return;
  try {
    await annotations.settled(await vscode.workspace.openTextDocument(uri));
  } catch (error) {
    log.info(`${uri.path} has annotations, but can’t be read: ${String(error)}`);
  }
}

/** @param told the refusals that have been told already */
function tellRefusals(told: Set<string>): void {
  for (const { uri, name } of vscode.workspace.workspaceFolders ?? []) {
    const given = folderSetting(uri);
    const folder = readFolder(given);
    if (folder.kind !== 'refused') continue;
    const key = JSON.stringify([uri.toString(), given]);
    if (told.has(key)) continue;
    told.add(key);
    void tellRefusal(name, localise(folder.why));
  }
}

async function tellRefusal(folder: string, why: string): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  const sentence = vscode.l10n.t(
    'The setting {0} can’t be used for the folder “{1}”. {2} Its annotation files are kept beside their documents instead.',
    FOLDER_SETTING,
    shown(folder),
    shown(why),
  );
  if ((await vscode.window.showWarningMessage(sentence, open)) !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', FOLDER_SETTING);
}

/** Offers to move files that the setting wants elsewhere than before. */
async function offer(services: Services): Promise<void> {
  const { places } = services;
  // Nobody wants to move files because of a typing mistake in the setting; that is told separately.
  const count = places.strays.filter(({ document }) => !isRefused(document)).length;
  if (count === 0) return tellNeedless(services, places.needless);
  const button = vscode.l10n.t('Move Annotation Files');
  const sentence =
    count > 1
      ? vscode.l10n.t(
          '{0} annotation files are no longer where the setting {1} wants them. They are used where they are until you move them.',
          count,
          FOLDER_SETTING,
        )
      : vscode.l10n.t(
          'An annotation file is no longer where the setting {0} wants it. It is used where it is until you move it.',
          FOLDER_SETTING,
        );
  const isWanted = (await vscode.window.showInformationMessage(sentence, button)) === button;
  if (isWanted) await vscode.commands.executeCommand('interviewLens.moveAnnotationFiles');
  else tellNeedless(services, places.needless);
}

function isRefused(document: vscode.Uri): boolean {
  const root = vscode.workspace.getWorkspaceFolder(document);
  return root !== undefined && readFolder(folderSetting(root.uri)).kind === 'refused';
}

async function move(services: Services): Promise<void> {
  const { count, left }: Moved = await services.annotations.moveFiles();
  const { strays } = services.places;
  if (strays.length > 0) {
    throw new Error(
      vscode.l10n.t(
        'Not all annotation files could be moved. These are used where they are: {0}.',
        named(strays),
      ),
    );
  }
  if (left.length > 0) return tellNeedless(services, left);
  const done =
    count > 1
      ? vscode.l10n.t('{0} annotation files moved.', count)
      : vscode.l10n.t('One annotation file moved.');
  const nothing = vscode.l10n.t('All annotation files are where the setting wants them.');
  void vscode.window.showInformationMessage(count > 0 ? done : nothing);
}

/** Tells about documents with two files: only one is read, and only the user knows which annotations are wanted. */
function tellNeedless(services: Services, files: readonly StrayFile[]): void {
  if (files.length === 0) return;
  const compare = vscode.l10n.t('Compare');
  const sentence = vscode.l10n.t(
    'Not read and not moved, as there is an annotation file of the same document in the right place: {0}. Take over what you need from it.',
    named(files),
  );
  void vscode.window.showWarningMessage(sentence, compare).then(async (choice) => {
    if (choice !== compare) return;
    for (const { file, document } of files.slice(0, MOST_NAMED)) {
      const there = services.places.of(document);
      const title = `${baseName(document)}: ${vscode.workspace.asRelativePath(file)} ↔ ${vscode.workspace.asRelativePath(there)}`;
      await vscode.commands.executeCommand('vscode.diff', file, there, title, { preview: false });
    }
  });
}

function named(files: readonly StrayFile[]): string {
  const names = files
    .slice(0, MOST_NAMED)
    .map(({ file }) => shown(vscode.workspace.asRelativePath(file)));
  return names.join(', ') + (files.length > MOST_NAMED ? ' …' : '');
}

/** Makes text fit to be shown: names of files and settings may hold anything. */
function shown(text: string): string {
  return inert(plain(text));
}
