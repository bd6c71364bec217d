import * as vscode from 'vscode';
import { ROLES, type Corrections, type Role, type Speaker } from '../../core/interview/model';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import { inert } from '../../workspace/inert';
import { plain } from '../../workspace/markdown';
import { nameOfRole } from '../../workspace/roleNames';
import type { Services } from '../../workspace/services';
import { activeReading } from './activeDocument';
import { correct } from './correct';
import { speakersToChoose } from './speakers';

/** Registers the command with which a person says what one of the speakers does. */
export function registerRoleCommand({ documents, annotations }: Services): vscode.Disposable {
  // The light bulb gives a label; the editor's menu gives only the document.
  return registerCommand('interviewLens.setRole', async (_: unknown, label?: string) => {
    const reading = await activeReading(documents);
    const speaker = speakerOf(reading, label) ?? (await pickSpeaker(reading));
    if (!speaker) return;
    const { roles = {} } = annotations.corrections(reading.document);
    const picked = await pickRole(speaker, roles);
    if (!picked) return;
    await correct(annotations, reading.document, { roles: decided(roles, speaker, picked.role) });
  });
}

interface RoleItem extends vscode.QuickPickItem {
  /** Undefined leaves it to the evidence. */
  readonly role: Role | undefined;
}

function speakerOf({ analysis }: Reading, label: string | undefined): Speaker | undefined {
  return analysis.interview.speakers.find(({ labels }) => labels.some((one) => one === label));
}

async function pickSpeaker(reading: Reading): Promise<Speaker | undefined> {
  const items = speakersToChoose(reading).map((speaker) => ({
    speaker,
    label: inert(plain(speaker.name)),
    description: nameOfRole(speaker.role),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Whose role do you want to change?'),
    matchOnDescription: true,
  });
  return picked?.speaker;
}

function pickRole(
  speaker: Speaker,
  roles: NonNullable<Corrections['roles']>,
): Thenable<RoleItem | undefined> {
  const items = ROLES.map((role): RoleItem => {
    const label = nameOfRole(role);
    return role === speaker.role
      ? { role, label, description: vscode.l10n.t('as now') }
      : { role, label };
  });
  const isByHand = namesOf(speaker).some((name) => name in roles);
  const evidence = { role: undefined, label: vscode.l10n.t('Let the evidence decide') };
  return vscode.window.showQuickPick(isByHand ? [...items, evidence] : items, {
    title: vscode.l10n.t('What does {0} do?', inert(plain(speaker.name))),
  });
}

function namesOf({ name, labels }: Speaker): string[] {
  return [name, ...labels];
}

/** All decisions on roles, with a new one about a speaker; undefined if none is left. */
function decided(
  roles: NonNullable<Corrections['roles']>,
  speaker: Speaker,
  role: Role | undefined,
): Corrections['roles'] {
  const meant = new Set(namesOf(speaker).map((name) => name.toLowerCase()));
  const others = Object.entries(roles).filter(([name]) => !meant.has(name.toLowerCase()));
  const all = role === undefined ? others : [...others, [speaker.label, role] as const];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}
