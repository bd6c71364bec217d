import * as vscode from 'vscode';
import type { EntityType } from '../../core/entities/model';

const ICONS: Record<EntityType, string> = {
  person: 'person',
  organisation: 'organization',
  place: 'globe',
  event: 'calendar',
  work: 'book',
  equipment: 'tools',
  group: 'jersey',
  law: 'law',
  other: 'tag',
};

/** The codicon of a type. */
export function iconOf(type: EntityType): string {
  return ICONS[type];
}

/** A type in the user's language, for one entity. */
export function nameOfType(type: EntityType): string {
  const names: Record<EntityType, string> = {
    person: vscode.l10n.t('person'),
    organisation: vscode.l10n.t('organisation'),
    place: vscode.l10n.t('place'),
    event: vscode.l10n.t('event'),
    work: vscode.l10n.t('work'),
    equipment: vscode.l10n.t('equipment'),
    group: vscode.l10n.t('nationality or group'),
    law: vscode.l10n.t('law'),
    other: vscode.l10n.t('name'),
  };
  return names[type];
}

/** A type in the user's language, over a list of entities. */
export function nameOfTypes(type: EntityType): string {
  const names: Record<EntityType, string> = {
    person: vscode.l10n.t('People'),
    organisation: vscode.l10n.t('Organisations'),
    place: vscode.l10n.t('Places'),
    event: vscode.l10n.t('Events'),
    work: vscode.l10n.t('Works'),
    equipment: vscode.l10n.t('Equipment'),
    group: vscode.l10n.t('Nationalities and groups'),
    law: vscode.l10n.t('Laws'),
    other: vscode.l10n.t('Other names'),
  };
  return names[type];
}
