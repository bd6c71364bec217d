import * as vscode from 'vscode';
import type { Entity } from '../../core/entities/model';
import type { Reading } from '../../workspace/documents';
import type { FollowedFile } from '../../workspace/followedFile';
import type { Services } from '../../workspace/services';
import { entityAt } from './entityAt';
import type { EntityNode } from './entityNodes';

/** A command's first argument: a link's URI (its second is the entity's id), or a node of the view. */
export type Source = string | EntityNode | undefined;

/** What a command is about. */
export interface Target {
  readonly entity: Entity;
  readonly reading: Reading;
  /** The file of the cards. */
  readonly file: FollowedFile;
}

/**
 * The entity that a command is about: of a link, of a node, or at the cursor.
 *
 * @throws an error with a sentence for the user, if there is none
 */
export async function target(
  services: Services,
  source: Source,
  entityId: string | undefined,
): Promise<Target> {
  const editor = vscode.window.activeTextEditor;
  const uri = typeof source === 'object' ? source.uri : source;
  const id = typeof source === 'object' ? source.entityId : entityId;
  const document = uri
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    : editor?.document;
  const reading = document && (await services.documents.readInterview(document));
  const entity = reading && (id ? byId(reading, id) : atCursor(reading, editor));
  if (!entity) throw new Error(vscode.l10n.t('Put the cursor on a name first.'));
  return { entity, reading, file: fileOf(services, reading.document.uri) };
}

function byId(reading: Reading, id: string): Entity | undefined {
  return reading.analysis.entities().byId.get(id);
}

function atCursor(reading: Reading, editor: vscode.TextEditor | undefined): Entity | undefined {
  return editor && entityAt(reading, editor.selection.active)?.entity;
}

export function fileOf({ cards }: Services, document: vscode.Uri | undefined): FollowedFile {
  const file = cards.file(document);
  if (file) return file;
  throw new Error(vscode.l10n.t('Open a folder first: cards are kept in a file of it.'));
}

/**
 * Changes the file of the cards, says so, and offers to undo it.
 *
 * @param change gives undefined for a text that can't be read, which is left alone
 * @throws an error with a sentence for the user, if it can't be read or written
 */
export async function updateCards(
  file: FollowedFile,
  change: (text: string | undefined) => string | undefined,
  done: string,
): Promise<void> {
  let before: string | undefined;
  await file.update((text) => {
    before = text;
    const written = change(text);
    if (written !== undefined) return written;
    throw new Error(
      vscode.l10n.t(
        '{0} can’t be read, so nothing was written. Mend it and try again.',
        file.uri.path,
      ),
    );
  });
  const after = file.text;
  if (after === before) return;
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(done, undo).then(async (chosen) => {
    if (chosen === undo) await takeBack(file, before, after);
  });
}

/** Restores the old text, unless the file was changed since; one that wasn't there before is emptied. */
async function takeBack(
  file: FollowedFile,
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  const isBack = await file.update((text) => (text === after ? (before ?? '') : undefined));
  if (isBack) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('{0} was changed since, so nothing was undone.', file.uri.path),
  );
}
