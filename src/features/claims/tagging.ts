import * as vscode from 'vscode';
import type { FileEdit } from '../../core/annotations/file';
import type { Annotation } from '../../core/annotations/model';
import { annotationUri } from '../../workspace/annotations';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { plain } from '../../workspace/markdown';
import { nameOf } from '../../workspace/modelTree';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { pickTags } from './tagPicker';
import { annotationFor, selectedTarget, targetOf, type Source, type Target } from './target';
import { withoutIcons } from './words';

const MESSAGE_MS = 6000;

/** Characters of a claim that a message quotes: the status bar cuts messages of over 80. */
const SHORT = 24;

/** Registers the commands by which claims are tagged, dismissed and given back to the finder. */
export function registerTagging(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const onTarget =
    (run: (services: Services, target: Target) => Promise<void>) =>
    async (source: Source, start?: number, end?: number) => {
      await run(services, await targetOf(services, source, start, end));
    };
  disposables.add(registerCommand('interviewLens.tagClaim', onTarget(tag)));
  disposables.add(registerCommand('interviewLens.dismissClaim', onTarget(dismiss)));
  disposables.add(registerCommand('interviewLens.removeTags', onTarget(removeTags)));
  disposables.add(
    registerCommand('interviewLens.tagSelection', async () => {
      await tag(services, await selectedTarget(services));
    }),
  );
  disposables.add(
    registerCommand('interviewLens.undoTagging', async () => {
      const document = await services.annotations.undo();
      if (document) say(vscode.l10n.t('Tagging undone in {0}.', nameOf(document)));
      else say(vscode.l10n.t('Nothing to undo.'));
    }),
  );
  disposables.add(
    registerCommand('interviewLens.redoTagging', async () => {
      const document = await services.annotations.redo();
      if (document) say(vscode.l10n.t('Tagging done again in {0}.', nameOf(document)));
      else say(vscode.l10n.t('Nothing to do again.'));
    }),
  );
  disposables.add(
    registerCommand('interviewLens.openAnnotations', async () => {
      const document = services.active.interview?.document;
      if (!document) throw new Error(vscode.l10n.t('Open an interview first.'));
      await openFile(document);
    }),
  );
  return disposables;
}

async function tag(services: Services, target: Target): Promise<void> {
  const { document } = target.reading;
  if (!(await isSaved(document))) return;
  const annotation = annotationFor(target, known(services, target));
  const highlight = highlighted(target);
  const picked = await pickTags(services, target, annotation).finally(() => {
    highlight.dispose();
  });
  if (picked === 'open') await openFile(document);
  else if (picked === 'dismiss') await dismiss(services, target);
  else if (picked === 'remove') await removeTags(services, target);
  else if (picked) await write(services, target, { put: picked }, tagged);
}

/** A dismissed claim is remembered, so that it isn't found again. */
async function dismiss(services: Services, target: Target): Promise<void> {
  if (!target.claim) return say(vscode.l10n.t('There is no claim here to dismiss.'));
  if (!(await isSaved(target.reading.document))) return;
  const annotation = annotationFor(target, known(services, target));
  const put = { ...annotation, dismissed: true };
  await write(services, target, { put }, dismissed);
}

async function removeTags(services: Services, target: Target): Promise<void> {
  const annotation = target.claim?.annotation;
  if (!annotation) return say(vscode.l10n.t('This claim has no tags.'));
  await write(services, target, { remove: annotation.id }, tagsRemoved);
}

function known({ annotations }: Services, { reading }: Target): Annotation[] {
  return annotations.anchored(reading.document).map(({ annotation }) => annotation);
}

/**
 * Writes a change and says what it was about. If the file can't be written to, says so; what was picked
 * is kept until the person has mended the file and tries again.
 */
async function write(
  services: Services,
  target: Target,
  edit: FileEdit,
  done: (words: string) => string,
): Promise<void> {
  const { document } = target.reading;
  try {
    await services.annotations.change(document, [edit]);
    say(done(beginning(target)));
  } catch (error) {
    const open = vscode.l10n.t('Open Annotation File');
    const again = vscode.l10n.t('Try Again');
    const sentence = error instanceof Error ? error.message : String(error);
    // Not awaited: the command has ended, and a message may stay for long.
    void vscode.window.showErrorMessage(sentence, again, open).then(async (choice) => {
      if (choice === open) await openFile(document);
      if (choice) await write(services, target, edit, done);
    });
  }
}

const tagged = (words: string) =>
  vscode.l10n.t('Claim tagged: “{0}”. “Undo Last Tagging” takes it back.', words);
const dismissed = (words: string) =>
  vscode.l10n.t('Claim dismissed: “{0}”. “Undo Last Tagging” takes it back.', words);
const tagsRemoved = (words: string) =>
  vscode.l10n.t('Tags removed from “{0}”. “Undo Last Tagging” takes it back.', words);

/** The first words of a claim: enough to know it by. */
function beginning({ reading, span }: Target): string {
  const text = withoutIcons(plain(reading.analysis.text.slice(span)));
  return text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text;
}

async function openFile(document: vscode.TextDocument): Promise<void> {
  const uri = annotationUri(document.uri);
  try {
    await vscode.window.showTextDocument(uri);
  } catch {
    say(vscode.l10n.t('There are no annotations yet: tag a claim first.'));
  }
}

/** Annotations are kept beside the document's file, so that there has to be one. */
async function isSaved(document: vscode.TextDocument): Promise<boolean> {
  if (!document.isUntitled) return true;
  const save = vscode.l10n.t('Save');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Save the document first: its tags are kept in a file beside it.'),
    save,
  );
  if (choice === save) await document.save();
  return false;
}

/** Marks the claim's words while a person thinks about them. */
function highlighted({ reading, span }: Target): vscode.Disposable {
  const key = reading.document.uri.toString();
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === key,
  );
  const type = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  const range = toRange(reading.analysis.text, span);
  editor?.setDecorations(type, [range]);
  editor?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return type;
}

function say(sentence: string): void {
  vscode.window.setStatusBarMessage(sentence, MESSAGE_MS);
}
