import * as vscode from 'vscode';
import { NOTHING_SAID } from '../../core/annotations/said';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { nameOf, type Node } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { TaggingMemory } from './memory';
import { openAnnotations, say, Tagger } from './tagger';
import { hasSelection, selectedTargets, targetsOf, type Source, type Targets } from './target';

/**
 * Registers the commands that tag claims, dismiss them and remove their tags.
 *
 * @param meantByKey the nodes that a key of the view means
 */
export function registerTagging(
  services: Services,
  meantByKey: () => Promise<readonly Node[]>,
): vscode.Disposable {
  const disposables = new Disposables();
  const tagger = new Tagger(services, new TaggingMemory(services.memento));
  const on: On =
    (run) =>
    async (...source) => {
      await run(await targetsOf(services, source, meantByKey));
    };
  const onSelected: On =
    (run) =>
    async (...source) => {
      const fromEditor = source[0] === undefined || source[0] instanceof vscode.Uri;
      await run(
        fromEditor && hasSelection()
          ? await selectedTargets(services)
          : await targetsOf(services, source, meantByKey),
      );
    };
  for (const disposable of [
    ...registerPicking(services, tagger, on),
    ...registerQuick(services, tagger, onSelected),
    ...registerHistory(services),
  ]) {
    disposables.add(disposable);
  }
  return disposables;
}

/** Turns what is done with claims into a command, whose arguments say which claims. */
type On = (run: (targets: Targets) => Promise<void>) => (...source: Source) => Promise<void>;

function registerPicking(services: Services, tagger: Tagger, on: On): vscode.Disposable[] {
  return [
    registerCommand(
      'interviewLens.tagClaim',
      on((targets) => tagger.tag(targets)),
    ),
    registerCommand('interviewLens.tagSelection', async () => {
      await tagger.tag(await selectedTargets(services));
    }),
    registerCommand(
      'interviewLens.dismissClaim',
      on((targets) => tagger.dismiss(targets)),
    ),
    registerCommand(
      'interviewLens.removeTags',
      on((targets) => tagger.removeTags(targets)),
    ),
  ];
}

/** @param on treats words that are selected in the editor as a claim */
function registerQuick(services: Services, tagger: Tagger, on: On): vscode.Disposable[] {
  return [
    registerCommand(
      'interviewLens.tagAgain',
      on((targets) => tagger.again(targets)),
    ),
    registerCommand(
      'interviewLens.markOpen',
      on((targets) => tagger.mark(targets, 'open')),
    ),
    registerCommand(
      'interviewLens.markVerified',
      on((targets) => tagger.mark(targets, 'verified')),
    ),
    registerCommand(
      'interviewLens.markDisputed',
      on((targets) => tagger.mark(targets, 'disputed')),
    ),
    registerCommand(
      'interviewLens.markRefuted',
      on((targets) => tagger.mark(targets, 'refuted')),
    ),
    registerCommand('interviewLens.giveCode', (digit?: unknown) =>
      on(async (targets) => {
        const code = await codeFor(services, targets, digit);
        if (code !== undefined) await tagger.add(targets, { ...NOTHING_SAID, tags: [code] });
      })(),
    ),
  ];
}

/** The code that a digit means or, without one, that the person picks. */
async function codeFor(
  { codebooks }: Services,
  [{ reading }]: Targets,
  digit: unknown,
): Promise<string | undefined> {
  const { uri } = reading.document;
  await codebooks.settled(uri);
  const codebook = codebooks.of(uri);
  if (typeof digit === 'string' || typeof digit === 'number') {
    const code = codebook.withShortcut(String(digit));
    if (code) return code.id;
    throw new Error(
      vscode.l10n.t(
        'No code has the shortcut {0}. Give one “shortcut: {0}” in the codebook.',
        digit,
      ),
    );
  }
  if (codebook.all.length === 0) {
    throw new Error(vscode.l10n.t('There is no codebook yet. “Open Codebook” starts one.'));
  }
  const picked = await vscode.window.showQuickPick(
    codebook.all.map(({ code }) => ({
      id: code.id,
      label: codebook.pathOf(code.id).join(' › '),
      description: [code.shortcut, code.description].filter(Boolean).join(' · '),
    })),
    { title: vscode.l10n.t('Give Code'), matchOnDescription: true },
  );
  return picked?.id;
}

function registerHistory(services: Services): vscode.Disposable[] {
  return [
    registerCommand('interviewLens.undoTagging', async () => {
      const document = await services.annotations.undo();
      if (document) say(vscode.l10n.t('Tagging undone in {0}.', nameOf(document)));
      else say(vscode.l10n.t('Nothing to undo.'));
    }),
    registerCommand('interviewLens.redoTagging', async () => {
      const document = await services.annotations.redo();
      if (document) say(vscode.l10n.t('Tagging done again in {0}.', nameOf(document)));
      else say(vscode.l10n.t('Nothing to do again.'));
    }),
    registerCommand('interviewLens.openAnnotations', async () => {
      const document = services.active.interview?.document;
      if (!document) throw new Error(vscode.l10n.t('Open an interview first.'));
      await openAnnotations(services, document);
    }),
    registerCommand('interviewLens.setCoder', setCoder),
  ];
}

/** Asks who tags, and writes it to the settings that have it already, or else to the user's. */
async function setCoder(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewLens');
  const coder = await vscode.window.showInputBox({
    title: vscode.l10n.t('Coder'),
    value: settings.get('coder', ''),
    prompt: vscode.l10n.t(
      'Signs all that you tag from now on. With several coders, nobody changes another’s tags. Empty: no coder.',
    ),
  });
  if (coder === undefined) return;
  const inWorkspace = settings.inspect('coder')?.workspaceValue !== undefined;
  const target = inWorkspace
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update('coder', coder.trim() === '' ? undefined : coder.trim(), target);
}
