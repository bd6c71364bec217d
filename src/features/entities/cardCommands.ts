import * as vscode from 'vscode';
import type { Entity } from '../../core/entities/model';
import { withCard } from '../../core/entities/writeCard';
import { TextLines } from '../../core/text/lines';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import type { FollowedFile } from '../../workspace/followedFile';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { entityAt } from './entityAt';
import type { EntityNode } from './entityNodes';

/** A command's first argument: a link's URI (its second is the entity's id), or a node of the view. */
type Source = string | EntityNode | undefined;

/** Commands that write and open the cards of `entities.yaml`. */
export function registerCardCommands(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    registerCommand('interviewLens.createCard', (source: Source, entityId?: string) =>
      createCard(services, source, entityId),
    ),
  );
  disposables.add(
    registerCommand('interviewLens.openCard', async (source: Source, entityId?: string) => {
      const { entity, file } = await target(services, source, entityId);
      await showCard(file, entity.name, entity.card?.span);
    }),
  );
  disposables.add(
    registerCommand('interviewLens.openEntities', async () => {
      const file = fileOf(services, services.active.reading?.document.uri);
      const start = vscode.l10n.t('Your own cards: what stands here wins over what is detected.');
      await file.update((text) => (text === undefined ? `# ${start}\nentities: []\n` : undefined));
      await vscode.window.showTextDocument(file.uri);
    }),
  );
  return disposables;
}

async function createCard(services: Services, source: Source, entityId?: string): Promise<void> {
  const { entity, file } = await target(services, source, entityId);
  if (entity.card) return showCard(file, entity.name, entity.card.span);
  const { name, type, aliases, description } = entity;
  await file.update((text) => {
    const written = withCard(text, { name, type, aliases, ...(description && { description }) });
    if (written !== undefined) return written;
    throw new Error(
      vscode.l10n.t(
        '{0} can’t be read, so no card was added. Mend it and try again.',
        file.uri.path,
      ),
    );
  });
  const start = file.text?.lastIndexOf(name) ?? 0;
  await showCard(file, name, { start, end: start + name.length });
}

async function showCard(
  file: FollowedFile,
  name: string,
  span: { start: number; end: number } | undefined,
): Promise<void> {
  const start = span?.start ?? Math.max(0, file.text?.indexOf(name) ?? 0);
  const range = toRange(TextLines.of(file.text ?? ''), { start, end: start });
  await vscode.window.showTextDocument(file.uri, { selection: range });
}

/** The entity that a command is about: of a link, of a node, or at the cursor. */
async function target(
  services: Services,
  source: Source,
  entityId: string | undefined,
): Promise<{ entity: Entity; file: FollowedFile }> {
  const editor = vscode.window.activeTextEditor;
  const uri = typeof source === 'object' ? source.uri : source;
  const id = typeof source === 'object' ? source.entityId : entityId;
  const document = uri
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    : editor?.document;
  const reading = document && (await services.documents.readInterview(document));
  const entity = reading && (id ? byId(reading, id) : atCursor(reading, editor));
  if (!entity) throw new Error(vscode.l10n.t('Put the cursor on a name first.'));
  return { entity, file: fileOf(services, reading.document.uri) };
}

function byId(reading: Reading, id: string): Entity | undefined {
  return reading.analysis.entities().byId.get(id);
}

function atCursor(reading: Reading, editor: vscode.TextEditor | undefined): Entity | undefined {
  return editor && entityAt(reading, editor.selection.active)?.entity;
}

function fileOf({ cards }: Services, document: vscode.Uri | undefined): FollowedFile {
  const file = cards.file(document);
  if (file) return file;
  throw new Error(vscode.l10n.t('Open a folder first: cards are kept in a file of it.'));
}
