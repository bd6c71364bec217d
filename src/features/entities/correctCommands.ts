import * as vscode from 'vscode';
import { ENTITY_TYPES } from '../../core/entities/model';
import { withMerged, withNotNames, type NewCard } from '../../core/entities/writeCard';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { localise } from '../../workspace/localise';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { target, updateCards, type Source, type Target } from './target';
import { nameOfType } from './types';

/** Commands that correct what was detected, by writing to `entities.yaml`. */
export function registerCorrectCommands(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    registerCommand(
      'interviewLens.mergeEntity',
      async (source: Source, entityId?: string, into?: string) => {
        const about = await target(services, source, entityId);
        const other =
          into === undefined ? await pick(services, about) : named(services, about, into);
        if (other) await merge(about, other);
      },
    ),
  );
  disposables.add(
    registerCommand('interviewLens.notAnEntity', async (source: Source, entityId?: string) => {
      await refuse(await target(services, source, entityId));
    }),
  );
  disposables.add(
    registerCommand('interviewLens.explainEntity', async (source: Source, entityId?: string) => {
      await explain(await target(services, source, entityId));
    }),
  );
  return disposables;
}

/** Says why an entity has its type, and offers to correct it. */
async function explain({ entity, reading }: Target): Promise<void> {
  const sentence = vscode.l10n.t(
    '“{0}” – {1}. {2}',
    plain(entity.name),
    nameOfType(entity.type),
    localise(entity.why),
  );
  const actions: { title: string; command: string }[] = entity.card
    ? [{ title: vscode.l10n.t('Open card'), command: 'interviewLens.openCard' }]
    : [
        { title: vscode.l10n.t('Create card…'), command: 'interviewLens.createCard' },
        { title: vscode.l10n.t('Not an entity'), command: 'interviewLens.notAnEntity' },
      ];
  const chosen = await vscode.window.showInformationMessage(sentence, ...actions);
  if (!chosen) return;
  const about = [reading.document.uri.toString(), entity.id];
  await vscode.commands.executeCommand(chosen.command, ...about);
}

/** Merges the entity into `other`. */
async function merge({ entity, file }: Target, other: NewCard): Promise<void> {
  const { name, type } = entity;
  // Its names in this text become aliases, too, but not those of a card of its own.
  const aliases = entity.card ? [] : entity.aliases;
  const done = vscode.l10n.t('“{0}” is “{1}” from now on.', plain(name), plain(other.name));
  await updateCards(file, (text) => withMerged(text, other, { name, type, aliases }), done);
}

/** From now on, none of the surfaces of an entity in the text is a name. */
async function refuse({ entity, file }: Target): Promise<void> {
  if (entity.card) {
    throw new Error(
      vscode.l10n.t(
        '“{0}” has a card of its own. Remove that from {1}.',
        entity.name,
        file.uri.path,
      ),
    );
  }
  // Not the mentions: a title before a name isn't part of the name.
  const surfaces = [entity.name, ...entity.aliases];
  const done = vscode.l10n.t('“{0}” is no name from now on.', plain(entity.name));
  await updateCards(file, (yaml) => withNotNames(yaml, surfaces), done);
}

/** All other entities of the document and the folder, those of the same type first. */
function choices({ folder }: Services, { entity, reading }: Target): NewCard[] {
  const own = reading.analysis.entities().entities;
  const byId = new Map<string, NewCard>();
  for (const { id, name, type, aliases } of [...own, ...folder.corpus.entities]) {
    if (id !== entity.id && !byId.has(id)) byId.set(id, { name, type, aliases });
  }
  const order = [entity.type, ...ENTITY_TYPES.filter((type) => type !== entity.type)];
  return [...byId.values()].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

async function pick(services: Services, about: Target): Promise<NewCard | undefined> {
  const items = choices(services, about).map((card) => ({
    label: plain(card.name),
    description: [nameOfType(card.type), ...card.aliases.map(plain)].join(', '),
    card,
  }));
  const placeHolder = vscode.l10n.t('Who or what is “{0}”?', plain(about.entity.name));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  return picked?.card;
}

function named(services: Services, about: Target, name: string): NewCard {
  const card = choices(services, about).find((choice) => choice.name === name);
  if (card) return card;
  throw new Error(vscode.l10n.t('There is no “{0}” to merge with.', name));
}
