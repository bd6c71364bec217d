import * as vscode from 'vscode';
import type { Corrections } from '../../core/interview/model';
import { inert } from '../../workspace/inert';
import { plain } from '../../workspace/markdown';
import { nameOfRole } from '../../workspace/roleNames';
import type { Decided } from './correct';

/** Something that a person decided about the speakers, and what is left once it is taken back. */
export interface Decision extends vscode.QuickPickItem {
  readonly takenBack: Decided;
}

/** What a person decided about the speakers of a document. */
export function decisionsOf(corrections: Corrections): Decision[] {
  const { interviewers, roles = {}, notSpeakers = [], samePerson = [] } = corrections;
  return [
    ...(interviewers ?? []).map((name) =>
      asItem(vscode.l10n.t('{0} asks', words(name)), {
        interviewers: without(interviewers, name),
      }),
    ),
    ...Object.entries(roles).map(([name, role]) =>
      asItem(vscode.l10n.t('What {0} does: {1}', words(name), nameOfRole(role)), {
        roles: withoutRole(roles, name),
      }),
    ),
    ...notSpeakers.map((label) =>
      asItem(vscode.l10n.t('“{0}” is no speaker', words(label)), {
        notSpeakers: without(notSpeakers, label),
      }),
    ),
    ...samePerson.map((names) =>
      asItem(vscode.l10n.t('One person: {0}', names.map(words).join(', ')), {
        samePerson: without(samePerson, names),
      }),
    ),
  ];
}

function asItem(label: string, takenBack: Decided): Decision {
  return { label: `$(discard) ${label}`, description: vscode.l10n.t('take back'), takenBack };
}

/** All others; undefined if there are none. */
function without<T>(all: readonly T[] | undefined, one: T): readonly T[] | undefined {
  const others = all?.filter((other) => other !== one);
  return others?.length ? others : undefined;
}

function withoutRole(
  roles: NonNullable<Corrections['roles']>,
  name: string,
): Corrections['roles'] | undefined {
  const others = Object.entries(roles).filter(([other]) => other !== name);
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** The document's words on one line. */
function words(text: string): string {
  return inert(plain(text));
}
