import * as vscode from 'vscode';
import type { FileEdit } from '../../core/annotations/write';
import type { Annotation, Status } from '../../core/annotations/model';
import {
  inCommon,
  NOTHING_SAID,
  resaid,
  saidOf,
  saysNothing,
  type Said,
} from '../../core/annotations/said';
import { plain } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import type { TaggingMemory } from './memory';
import type { Button } from './tagPicker';
import { annotationsFor, ownAnnotation, type Target, type Targets } from './target';
import { withoutIcons } from './words';

const MESSAGE_MS = 6000;

/** How many characters of a claim a message quotes: the status bar cuts messages at about 80. */
const SHORT = 24;

/** Tags claims, dismisses them and removes tags; each time with one write to the file, and one undo. */
export class Tagger {
  constructor(
    private readonly services: Services,
    private readonly memory: TaggingMemory,
  ) {}

  /** Asks what to say about some claims. */
  async tag(targets: Targets): Promise<void> {
    if (!(await isSaved(targets))) return;
    const { tagging } = await import('./later');
    const before = inCommon(targets.map(saidNow));
    const highlight = highlighted(targets);
    const { recent } = this.memory;
    const picked = await tagging.pickTags(this.services, targets, before, recent).finally(() => {
      highlight.dispose();
    });
    if (typeof picked === 'string') return this.press(picked, targets);
    if (!picked) return;
    const note = picked.note ? await askNote(ownAnnotation(targets[0])?.note) : undefined;
    const said = await this.said(targets, before, picked.said, note);
    const isKept = ({ annotation }: Annotated) => picked.isClaim || !saysNothing(annotation);
    const [first, ...others] = said.filter(isKept).map(({ target }) => target);
    if (!first) return this.leave(targets);
    const found = targets[0].claim?.claim?.kind;
    const kind = picked.said.kind === found ? undefined : picked.said.kind;
    await this.memory.remember({ ...picked.said, kind });
    const edits = said.flatMap((one) => (isKept(one) ? putOf(one) : removalOf(one.target)));
    await write(this.services, [first, ...others], edits, tagged);
  }

  /** Nothing is said any more: what was said before goes, and where nothing was, nothing is written. */
  private async leave(targets: Targets): Promise<void> {
    if (targets.some((target) => ownAnnotation(target))) await this.removeTags(targets);
    else say(vscode.l10n.t('Nothing was picked, so nothing was written.'));
  }

  /** Adds something to what is said about some claims. */
  async add(targets: Targets, said: Said): Promise<void> {
    if (!(await isSaved(targets))) return;
    await this.memory.remember(said);
    const annotated = await this.said(targets, NOTHING_SAID, said);
    await write(this.services, targets, annotated.flatMap(putOf), tagged);
  }

  /** Says the same about some claims as was said last. */
  async again(targets: Targets): Promise<void> {
    const { last } = this.memory;
    if (!last)
      throw new Error(vscode.l10n.t('Nothing has been tagged yet that could be repeated.'));
    await this.add(targets, last);
  }

  async mark(targets: Targets, status: Status): Promise<void> {
    await this.add(targets, { ...NOTHING_SAID, status });
  }

  /** Dismissed claims are remembered, so that they aren't found again. */
  async dismiss(targets: Targets): Promise<void> {
    const claims = targets.filter(({ claim }) => claim);
    const [first, ...others] = claims;
    if (!first) return say(vscode.l10n.t('There is no claim here to dismiss.'));
    if (!(await isSaved(targets))) return;
    const found = await this.annotationsFor([first, ...others]);
    const puts = found.map(({ annotation }) => ({ put: { ...annotation, dismissed: true } }));
    await write(this.services, [first, ...others], puts, dismissed);
  }

  /** Removes a person's own tags; those of other coders stay. */
  async removeTags(targets: Targets): Promise<void> {
    const [first, ...others] = targets.filter((target) => ownAnnotation(target));
    if (!first) return refuseRemoval(targets);
    const removals = [first, ...others].flatMap(removalOf);
    await write(this.services, [first, ...others], removals, tagsRemoved);
  }

  private async press(button: Button, targets: Targets): Promise<void> {
    if (button === 'open') await openAnnotations(this.services, targets[0].reading.document);
    else if (button === 'dismiss') await this.dismiss(targets);
    else if (button === 'remove') await this.removeTags(targets);
    else {
      await vscode.commands.executeCommand('interviewLens.setCoder');
      await this.tag(targets);
    }
  }

  /** The annotations of some targets after what is said of them changed. */
  private async said(
    targets: Targets,
    before: Said,
    after: Said,
    note?: string,
  ): Promise<Annotated[]> {
    const found = await this.annotationsFor(targets);
    return found.map(({ target, annotation: present }) => {
      const annotation = resaid(present, before, after);
      return {
        target,
        annotation: note === undefined ? annotation : withNote(annotation, note),
      };
    });
  }

  /** The annotations of some targets, new ones where there are none. */
  private async annotationsFor(targets: Targets): Promise<Annotated[]> {
    const known = this.services.annotations
      .anchored(targets[0].reading.document)
      .map(({ annotation }) => annotation);
    const annotations = await annotationsFor(targets, known);
    return targets.map((target, nth) => ({ target, annotation: annotations[nth] as Annotation }));
  }
}

interface Annotated {
  readonly target: Target;
  readonly annotation: Annotation;
}

function putOf({ annotation }: Annotated): FileEdit[] {
  return [{ put: annotation }];
}

/** What takes away the own annotation of a target, if it has one. */
function removalOf(target: Target): FileEdit[] {
  const annotation = ownAnnotation(target);
  return annotation ? [{ remove: annotation.id }] : [];
}

function refuseRemoval(targets: Targets): void {
  const coder = targets.find(({ claim }) => claim?.annotation?.coder)?.claim?.annotation?.coder;
  if (coder === undefined) return say(vscode.l10n.t('This claim has no tags.'));
  throw new Error(
    vscode.l10n.t('These tags are signed by {0}. Set that coder to remove them.', coder),
  );
}

function saidNow(target: Target): Said {
  return saidOf(ownAnnotation(target) ?? NOTHING_SAID, target.claim?.claim?.kind);
}

/** An annotation with a note, or without one if the note is empty. */
export function withNote(annotation: Annotation, note: string): Annotation {
  const { note: before, ...rest } = annotation;
  if (note === before) return annotation;
  return { ...rest, ...(note.trim() !== '' && { note: note.trim() }) };
}

/** Asks for the note. Undefined if it stays as it is; leaving the question keeps what was picked. */
async function askNote(before = ''): Promise<string | undefined> {
  // The box has one line; a note of several lines stays as it is unless it is changed.
  const shown = before.replace(/\s*\n\s*/g, ' ').trim();
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note'),
    value: shown,
    prompt: vscode.l10n.t('An empty note is removed.'),
    ignoreFocusOut: true,
  });
  return note === shown ? undefined : note;
}

type Sentence = (words: string, count: number) => string;

/**
 * Writes a change and says what was done. If the file can't be written to, it says so, and keeps what was
 * picked until the person has mended the file and tries again.
 */
async function write(
  services: Services,
  targets: Targets,
  edits: readonly FileEdit[],
  done: Sentence,
): Promise<void> {
  const { document } = targets[0].reading;
  try {
    await services.annotations.change(document, edits);
    say(done(beginning(targets[0]), targets.length));
  } catch (error) {
    const open = vscode.l10n.t('Open Annotation File');
    const again = vscode.l10n.t('Try Again');
    const sentence = error instanceof Error ? error.message : String(error);
    // Not awaited: the command has ended, but the message may stay for long.
    void vscode.window.showErrorMessage(sentence, again, open).then(async (choice) => {
      if (choice === open) await openAnnotations(services, document);
      if (choice) await write(services, targets, edits, done);
    });
  }
}

const tagged: Sentence = (words, count) =>
  count > 1
    ? vscode.l10n.t('{0} claims tagged. “Undo Last Tagging” takes it back.', count)
    : vscode.l10n.t('Claim tagged: “{0}”. “Undo Last Tagging” takes it back.', words);
const dismissed: Sentence = (words, count) =>
  count > 1
    ? vscode.l10n.t('{0} claims dismissed. “Undo Last Tagging” takes it back.', count)
    : vscode.l10n.t('Claim dismissed: “{0}”. “Undo Last Tagging” takes it back.', words);
const tagsRemoved: Sentence = (words, count) =>
  count > 1
    ? vscode.l10n.t('Tags removed from {0} claims. “Undo Last Tagging” takes it back.', count)
    : vscode.l10n.t('Tags removed from “{0}”. “Undo Last Tagging” takes it back.', words);

/** The first words of a claim, enough to recognise it. */
function beginning({ reading, span }: Target): string {
  const text = withoutIcons(plain(reading.analysis.text.slice(span)));
  return text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text;
}

/** Opens the annotation file of a document. */
export async function openAnnotations(
  { places }: Services,
  document: vscode.TextDocument,
): Promise<void> {
  try {
    await vscode.window.showTextDocument(places.of(document.uri));
  } catch {
    say(vscode.l10n.t('There are no annotations yet: tag a claim first.'));
  }
}

/** Annotations are kept beside the document's file, so that there has to be one. */
async function isSaved([{ reading }]: Targets): Promise<boolean> {
  const { document } = reading;
  if (!document.isUntitled) return true;
  const save = vscode.l10n.t('Save');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Save the document first: its tags are kept in a file beside it.'),
    save,
  );
  if (choice === save) await document.save();
  return false;
}

/** Marks the claims' words while a person thinks about them. */
function highlighted(targets: Targets): vscode.Disposable {
  const [{ reading }] = targets;
  const key = reading.document.uri.toString();
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === key,
  );
  const type = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    // Themes of high contrast have no such background.
    outlineColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    outlineStyle: 'solid',
    outlineWidth: '1px',
  });
  const ranges = targets.map(({ span }) => toRange(reading.analysis.text, span));
  editor?.setDecorations(type, ranges);
  if (ranges[0])
    editor?.revealRange(ranges[0], vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return type;
}

/** Says something in passing. */
export function say(sentence: string): void {
  vscode.window.setStatusBarMessage(sentence, MESSAGE_MS);
}
