import * as vscode from 'vscode';
import { withCard } from '../../core/entities/writeCard';
import { TextLines } from '../../core/text/lines';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { FollowedFile } from '../../workspace/followedFile';
import { plain } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { fileOf, target, updateCards, type Source } from './target';

/** Keys are the same in all languages. */
const EXAMPLE = `#
#   - name: Anna Berg
#     type: person
#     aliases: [Berg, the harbour master]
#     description: Harbour master of Tarn since 2019.
entities: []
`;

/** The text of a new file of cards. */
function starter(): string {
  const about = vscode.l10n.t(
    'Your own cards: what is written here takes precedence over what is detected. For example:',
  );
  return `# ${about}\n${EXAMPLE}`;
}

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
      await file.update((text) => (text === undefined ? starter() : undefined));
      await vscode.window.showTextDocument(file.uri);
    }),
  );
  return disposables;
}

async function createCard(services: Services, source: Source, entityId?: string): Promise<void> {
  const { entity, file } = await target(services, source, entityId);
  if (entity.card) return showCard(file, entity.name, entity.card.span);
  const { name, type, aliases, description } = entity;
  await updateCards(
    file,
    (text) => withCard(text, { name, type, aliases, ...(description && { description }) }),
    vscode.l10n.t('“{0}” has a card now.', plain(name)),
  );
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
