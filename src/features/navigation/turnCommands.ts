import * as vscode from 'vscode';
import { markdownTranscript, transcriptHead } from '../../core/transcript/markdown';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { toOffset, toRange, toSpan } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { hint, show } from './show';
import { silences } from './silence';

interface Here {
  readonly editor: vscode.TextEditor;
  readonly reading: Reading;
}

/** Registers the commands for a turn, for all that nobody speaks, and for the whole interview. */
export function registerTurnCommands(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const here = (run: (here: Here) => unknown) => async () => run(await activeInterview(services));
  for (const registration of [
    registerCommand('interviewLens.selectTurn', here(selectTurn)),
    registerCommand(
      'interviewLens.foldSilence',
      here((one) => fold(one, 'editor.fold')),
    ),
    registerCommand(
      'interviewLens.unfoldSilence',
      here((one) => fold(one, 'editor.unfold')),
    ),
    registerCommand('interviewLens.copyTranscript', here(copyTranscript)),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}

/** @throws an error with a sentence for the user, if the active editor shows no interview */
export async function activeInterview({ documents }: Services): Promise<Here> {
  const editor = vscode.window.activeTextEditor;
  const reading = editor && (await documents.readInterview(editor.document));
  if (editor && reading) return { editor, reading };
  throw new Error(vscode.l10n.t('Open an interview first.'));
}

function selectTurn({ editor, reading: { analysis } }: Here): void {
  const offset = toOffset(analysis.text, editor.selection.active);
  // At the end of a turn the cursor still belongs to it.
  const turn = analysis.turnAt(offset) ?? analysis.turnAt(offset - 1);
  if (!turn) return hint(vscode.l10n.t('Nobody speaks here.'));
  show(editor, toRange(analysis.text, turn.span));
}

async function fold({ reading: { analysis } }: Here, command: string): Promise<void> {
  const { text, interview } = analysis;
  const selectionLines = silences(interview)
    .map(({ start, end }) => ({ first: text.lineAt(start), last: text.lineAt(end - 1) }))
    .filter(({ first, last }) => first < last)
    .map(({ first }) => first);
  if (selectionLines.length === 0) {
    return hint(
      vscode.l10n.t('There is nothing to fold: nothing but speech fills several lines here.'),
    );
  }
  // Without levels, folding a stretch that is folded already would fold what contains it.
  await vscode.commands.executeCommand(command, { levels: 1, direction: 'down', selectionLines });
}

async function copyTranscript({ editor, reading: { analysis } }: Here): Promise<void> {
  const { text, interview } = analysis;
  const within = editor.selection.isEmpty ? undefined : toSpan(text, editor.selection);
  const markdown = markdownTranscript(text, interview, within);
  if (markdown === '') return hint(vscode.l10n.t('Nobody speaks in the selection.'));
  const head = within ? '' : transcriptHead(text, interview);
  await vscode.env.clipboard.writeText(`${head}${markdown}`);
  hint(
    within
      ? vscode.l10n.t('Copied the selection as a Markdown transcript.')
      : vscode.l10n.t('Copied the interview as a Markdown transcript.'),
  );
}
