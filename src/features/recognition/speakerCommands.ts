import * as vscode from 'vscode';
import type { Speaker } from '../../core/interview/model';
import { contains } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { inert } from '../../workspace/inert';
import { plain } from '../../workspace/markdown';
import { toOffset } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { activeReading } from './activeDocument';
import { correct } from './correct';
import { turnCount } from './words';

interface Item extends vscode.QuickPickItem {
  /** The label or name that is meant. */
  readonly name: string;
}

/** Registers the commands that correct who speaks: a label is no speaker, or several are one person. */
export function registerSpeakerCommands(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    // A label comes from the light bulb; from the editor's menu comes only the document.
    registerCommand('interviewLens.notSpeaker', (_: unknown, label?: string) =>
      notSpeaker(services, label),
    ),
  );
  disposables.add(registerCommand('interviewLens.mergeSpeakers', () => mergeSpeakers(services)));
  return disposables;
}

/** The label of the turn that a position is on; undefined elsewhere. */
export function labelAt({ analysis }: Reading, position: vscode.Position): string | undefined {
  const offset = toOffset(analysis.text, position);
  const turn = analysis.turnAt(offset);
  if (!turn?.label || !contains(turn.label, offset)) return undefined;
  const written = analysis.writtenLabel(turn);
  return turn.speaker?.labels.find((label) => label === written) ?? turn.speaker?.label;
}

async function notSpeaker({ documents, annotations }: Services, given?: string): Promise<void> {
  const reading = await activeReading(documents);
  const label = given ?? (await pickLabel(reading));
  if (label === undefined) return;
  const { notSpeakers = [] } = annotations.corrections(reading.document);
  if (notSpeakers.includes(label)) return;
  await correct(annotations, reading.document, { notSpeakers: [...notSpeakers, label] });
  offerUndo(vscode.l10n.t('“{0}” is no speaker.', plain(label)));
}

async function pickLabel(reading: Reading): Promise<string | undefined> {
  const { speakers } = speaking(reading, 1);
  const cursor = vscode.window.activeTextEditor?.selection.active;
  const here = cursor && labelAt(reading, cursor);
  const items = speakers
    .flatMap((speaker) => speaker.labels.map((name) => asItem(reading, speaker, name)))
    .sort((a, b) => Number(b.name === here) - Number(a.name === here));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which label is no speaker?'),
    matchOnDescription: true,
  });
  return picked?.name;
}

async function mergeSpeakers({ documents, annotations }: Services): Promise<void> {
  const reading = await activeReading(documents);
  const { speakers } = speaking(reading, 2);
  const picked = await vscode.window.showQuickPick(
    speakers.map((speaker) => ({ ...asItem(reading, speaker, speaker.name), speaker })),
    { canPickMany: true, title: vscode.l10n.t('Which of them are one person?') },
  );
  if (!picked) return;
  if (picked.length < 2) throw new Error(vscode.l10n.t('Choose two or more speakers to merge.'));
  const shown = await vscode.window.showQuickPick(
    picked.map(({ label, name, speaker }) => ({ label, name, speaker })),
    { title: vscode.l10n.t('Which name is shown?') },
  );
  if (!shown) return;
  const others = picked.filter(({ name }) => name !== shown.name).map(({ speaker }) => speaker);
  const names = [shown.name, shown.speaker.label, ...others.flatMap((s) => [s.name, s.label])];
  const { samePerson = [] } = annotations.corrections(reading.document);
  await correct(annotations, reading.document, { samePerson: merged(samePerson, names) });
  offerUndo(vscode.l10n.t('They are one person now: {0}.', plain(shown.name)));
}

/** The groups with a new one, joined with those that share a name with it. */
function merged(groups: readonly (readonly string[])[], names: readonly string[]): string[][] {
  const shares = (group: readonly string[]) => group.some((name) => names.includes(name));
  const joined = new Set([...names, ...groups.filter(shares).flat()]);
  return [...groups.filter((group) => !shares(group)).map((group) => [...group]), [...joined]];
}

/** @throws an error with a sentence for the user, if fewer speakers than `atLeast` have a label */
function speaking({ analysis: { interview } }: Reading, atLeast: number): { speakers: Speaker[] } {
  if (interview.speakers.length >= atLeast) return { speakers: [...interview.speakers] };
  throw new Error(vscode.l10n.t('Too few speakers have a label in this document.'));
}

function asItem({ analysis }: Reading, speaker: Speaker, name: string): Item {
  const turns = analysis.interview.turns.filter((turn) => turn.speaker?.id === speaker.id);
  const other = name === speaker.name ? [] : [inert(plain(speaker.name))];
  const description = [...other, turnCount(turns.length)].join(' · ');
  return { name, label: inert(plain(name)), description };
}

/** Says what was done, and offers to undo it. */
function offerUndo(sentence: string): void {
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(sentence, undo).then((chosen) => {
    if (chosen === undo) return vscode.commands.executeCommand('interviewLens.undoTagging');
    return undefined;
  });
}
