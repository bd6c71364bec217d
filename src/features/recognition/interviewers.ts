import * as vscode from 'vscode';
import type { Speaker, Turn } from '../../core/interview/model';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { activeReading } from './activeDocument';
import { correct } from './correct';
import { speakersToChoose } from './speakers';
import { inert } from '../../workspace/inert';
import { turnCount } from './words';

/** How much of a speaker's first words is looked at, in UTF-16 units. */
const FIRST_WORDS = 100;

interface Item extends vscode.QuickPickItem {
  readonly speaker: Speaker;
}

/** Registers the command with which a person says which speakers ask. */
export function registerInterviewers({ documents, annotations }: Services): vscode.Disposable {
  return registerCommand('interviewLens.setInterviewers', async () => {
    const reading = await activeReading(documents);
    const { document } = reading;
    const picked = await pickInterviewers(reading);
    if (!picked) return;
    const interviewers = picked.map(({ label }) => label);
    await correct(annotations, document, {
      interviewers: interviewers.length > 0 ? interviewers : undefined,
    });
  });
}

async function pickInterviewers(reading: Reading): Promise<Speaker[] | undefined> {
  const speakers = speakersToChoose(reading);
  const picked = await pickedOf(speakers.map((speaker) => asItem(reading, speaker)));
  return picked?.map(({ speaker }) => speaker);
}

/** Offers the items, with those that are `picked` ticked, so that accepting at once accepts these. */
async function pickedOf(items: readonly Item[]): Promise<readonly Item[] | undefined> {
  // Not showQuickPick: its list opens empty, and accepting before it fills would choose nobody.
  const picker = vscode.window.createQuickPick<Item>();
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.title = vscode.l10n.t('Who asks?');
  picker.placeholder = vscode.l10n.t(
    'Everybody else answers. Choose nobody to let the evidence decide.',
  );
  picker.items = items;
  picker.selectedItems = items.filter(({ picked }) => picked);
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.selectedItems);
      });
      picker.onDidHide(() => {
        resolve(undefined);
      });
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function asItem({ analysis }: Reading, speaker: Speaker): Item {
  const turns = analysis.interview.turns.filter((turn) => turn.speaker?.id === speaker.id);
  const labels = speaker.labels.filter((label) => label !== speaker.name);
  return {
    speaker,
    label: text(speaker.name),
    description: [...labels.map(text), turnCount(turns.length)].join(' · '),
    detail: firstWords(analysis.text, turns),
    picked: speaker.role === 'interviewer',
  };
}

function firstWords(lines: Reading['analysis']['text'], turns: readonly Turn[]): string {
  const span = turns.flatMap(({ paragraphs }) => paragraphs)[0];
  if (!span) return '';
  const words = lines.slice({
    start: span.start,
    end: Math.min(span.end, span.start + FIRST_WORDS),
  });
  return text(span.end - span.start > FIRST_WORDS ? `${words}…` : words);
}

/** Text from the document on one line. */
function text(words: string): string {
  return inert(plain(words));
}
