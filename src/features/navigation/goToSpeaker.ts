import * as vscode from 'vscode';
import type { Speaker, Turn } from '../../core/interview/model';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import { inert } from '../../workspace/inert';
import { plain } from '../../workspace/markdown';
import { toOffset, toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { show } from './show';
import { activeInterview } from './turnCommands';

/** How much of a turn's first words is shown, in UTF-16 units. */
const FIRST_WORDS = 100;

interface Item extends vscode.QuickPickItem {
  /** The turn that is shown while the item is the active one. */
  readonly turn: Turn;
}

/** Registers the command that goes to a speaker's turn and shows each while it is looked for. */
export function registerGoToSpeaker(services: Services): vscode.Disposable {
  return registerCommand('interviewLens.goToSpeaker', async () => {
    const { editor, reading } = await activeInterview(services);
    const { selections } = editor;
    const [visible] = editor.visibleRanges;
    const turn = await pickTurn(editor, reading);
    if (turn) return preview(editor, reading, turn, 'start');
    // Nothing was chosen, so back to where the person was.
    editor.selections = selections;
    if (visible) editor.revealRange(visible, vscode.TextEditorRevealType.AtTop);
  });
}

async function pickTurn(editor: vscode.TextEditor, reading: Reading): Promise<Turn | undefined> {
  const { text, interview } = reading.analysis;
  if (interview.speakers.length === 0) {
    throw new Error(vscode.l10n.t('No speaker has a label in this document.'));
  }
  const here = reading.analysis.turnAt(toOffset(text, editor.selection.active));
  const showTurn = ({ turn }: Item) => {
    preview(editor, reading, turn, 'turn');
  };
  const speakers = interview.speakers.flatMap((speaker) => speakerItem(reading, speaker, here));
  const picked = await pick(vscode.l10n.t('Go to Speaker'), speakers, here, showTurn);
  if (!picked?.turn.speaker) return undefined;
  const { name } = picked.turn.speaker;
  const turns = turnsOf(reading, picked.turn.speaker).map((turn) => turnItem(reading, turn));
  const title = vscode.l10n.t('Turns of {0}', inert(plain(name)));
  return (await pick(title, turns, picked.turn, showTurn))?.turn;
}

function turnsOf({ analysis }: Reading, speaker: Speaker): Turn[] {
  return analysis.interview.turns.filter((turn) => turn.speaker?.id === speaker.id);
}

function speakerItem(reading: Reading, speaker: Speaker, here: Turn | undefined): Item[] {
  const turns = turnsOf(reading, speaker);
  const turn = here?.speaker?.id === speaker.id ? here : turns[0];
  if (!turn) return [];
  const count =
    turns.length === 1 ? vscode.l10n.t('1 turn') : vscode.l10n.t('{0} turns', turns.length);
  const detail = inert(plain(speaker.description ?? ''));
  return [{ turn, label: inert(plain(speaker.name)), description: count, detail }];
}

function turnItem({ analysis: { text } }: Reading, turn: Turn): Item {
  const [first] = turn.paragraphs;
  const end = Math.min(first?.end ?? 0, (first?.start ?? 0) + FIRST_WORDS);
  const words = first ? inert(plain(text.slice({ start: first.start, end }))) : '';
  const line = vscode.l10n.t('line {0}', text.lineAt(turn.span.start) + 1);
  return { turn, label: words === '' ? '…' : words, description: line };
}

/** Lets a person choose an item; `onActive` gets each that they look at. Undefined after Escape. */
function pick(
  title: string,
  items: readonly Item[],
  active: Turn | undefined,
  onActive: (item: Item) => void,
): Promise<Item | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = title;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  picker.activeItems = items.filter(({ turn }) => turn === active);
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => {
      if (item) onActive(item);
    });
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function preview(
  editor: vscode.TextEditor,
  { analysis: { text } }: Reading,
  { span }: Turn,
  what: 'turn' | 'start',
): void {
  show(editor, toRange(text, what === 'turn' ? span : { start: span.start, end: span.start }));
}
