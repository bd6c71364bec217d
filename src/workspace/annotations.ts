import * as vscode from 'vscode';
import { anchoredInPlace, gradeOf, reanchorSteps, selectSteps } from '../core/annotations/anchor';
import { AnnotationFileReader } from '../core/annotations/file';
import { isBetter, moved, replacement, type Replacement } from '../core/annotations/follow';
import {
  afterEdits,
  changeOf,
  reversed,
  takingBack,
  type Change,
} from '../core/annotations/history';
import type { Anchored, Annotation, AnnotationFile, Selector } from '../core/annotations/model';
import { newAnnotationFile, type FileEdit } from '../core/annotations/write';
import type { Corrections } from '../core/interview/model';
import { TextLines, type Edit } from '../core/text/lines';
import type { Span } from '../core/text/span';
import type { AnnotationPlaces, Moved } from './annotationPlaces';
import { baseName } from './baseName';
import { Slices } from './slices';
import type { Diagnostics } from './diagnostics';
import { Disposables } from './disposables';
import { FollowedFile } from './followedFile';
import type { HeldEdits } from './heldEdits';

/**
 * So often a file for which changes are held is looked at again: watchers miss what comes and goes in a
 * moment, and on some file systems everything.
 */
const LOOK_AGAIN_MS = 2_000;

const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/** The annotations of one open document, at their places in its present text. */
interface Kept {
  readonly document: vscode.TextDocument;
  /** Undefined for a document that is in no file yet. */
  readonly file: FollowedFile | undefined;
  /** Knows what stands in the file. */
  readonly reader: AnnotationFileReader;
  /** What stands in the file, or stood there when it could last be read, and what is held. */
  content: AnnotationFile;
  readable: boolean;
  /** What could not be written, as the file can't be read; kept until it can. */
  held: readonly FileEdit[];
  /** Runs while something is held. */
  lookingAgain: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when what was held when VS Code was closed is held again. */
  restored: Promise<void>;
  /** Those whose words have been looked for so far. */
  anchored: readonly Anchored[];
  /** Resolves when the others have been, too. */
  anchoring: Promise<void>;
  /** For each search that goes on for words, what was edited since it began. */
  readonly since: Set<Replacement[]>;
  /** The present text, while there are annotations: it tells what the next edit changes of it. */
  text: { readonly lines: TextLines; readonly eol: vscode.EndOfLine } | undefined;
  /** Whether those that an edit took away wait to be looked for. */
  seeksLost: boolean;
}

/** A change that can be taken back, or made again. */
interface Done {
  readonly uri: vscode.Uri;
  readonly change: Change;
}

/**
 * Keeps annotations and corrections in a YAML file beside each document. Edits in the open document
 * move its annotations; changes to the file show at once; a file that can't be read is never
 * written to: what is changed meanwhile is held until it can be.
 */
export class AnnotationStore implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.TextDocument>());
  private readonly kept = new Map<string, Kept>();
  /** By file, what we wrote last into one that we made, and that nobody else has changed since. */
  private readonly made = new Map<string, string>();
  private readonly done: Done[] = [];
  private readonly undone: Done[] = [];
  private readonly slices = new Slices();

  /** Fires when annotations or corrections of a document have changed, but not when they only moved. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly places: AnnotationPlaces,
    private readonly diagnostics: Diagnostics,
    private readonly heldEdits: HeldEdits,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.add(
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.refreshSelectors(document).catch((error: unknown) => {
          this.log.warn(`Where annotations stand could not be kept: ${String(error)}`);
        });
      }),
    );
    this.disposables.add(
      this.places.onDidChange(() => {
        this.lookElsewhere();
      }),
    );
    this.disposables.add(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // What is shown again is looked at again: closing may be told minutes after the tab is gone.
        void this.kept.get(editor?.document.uri.toString() ?? '')?.file?.refresh();
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        const kept = this.kept.get(document.uri.toString());
        if (kept?.held.length === 0) this.letGo(kept);
      }),
    );
  }

  anchored(document: vscode.TextDocument): readonly Anchored[] {
    return this.of(document).anchored;
  }

  corrections(document: vscode.TextDocument): Corrections {
    return this.of(document).content.corrections;
  }

  /**
   * Resolves when the document's file has been read, everything written so far is in it, and the words of all
   * annotations have been looked for.
   */
  async settled(document: vscode.TextDocument): Promise<void> {
    const kept = this.of(document);
    await kept.restored;
    await kept.file?.settled();
    await allAnchored(kept);
  }

  /**
   * Changes the document's annotations or corrections, in its file, at once. If that is broken or
   * conflicted the change is held until the file can be read again; the user is told.
   *
   * @throws an error with a sentence for the user, if the file can't be written
   */
  async change(document: vscode.TextDocument, edits: readonly FileEdit[]): Promise<void> {
    if (!document.isUntitled) await this.places.settled();
    const change = changeOf(this.of(document).content, edits);
    await this.write(document, edits);
    this.done.push({ uri: document.uri, change });
    this.undone.length = 0;
  }

  /**
   * Takes back the last change made with {@link change}, in whichever document.
   *
   * @returns the document; undefined if there is nothing to take back
   * @throws an error with a sentence for the user, if somebody else has changed the same since
   */
  async undo(): Promise<vscode.TextDocument | undefined> {
    const last = this.done.pop();
    if (!last) return undefined;
    const document = await this.takeBack(last);
    this.undone.push({ ...last, change: reversed(last.change) });
    return document;
  }

  /** As {@link undo}, for the last change that was taken back: it is made again. */
  async redo(): Promise<vscode.TextDocument | undefined> {
    const last = this.undone.pop();
    if (!last) return undefined;
    const document = await this.takeBack(last);
    this.done.push({ ...last, change: reversed(last.change) });
    return document;
  }

  /** Moves annotation files that the setting wants elsewhere to there; what is tagged meanwhile is written then. */
  moveFiles(): Promise<Moved> {
    return this.places.move(() =>
      Promise.all([...this.kept.values()].map(({ file }) => file?.settled())),
    );
  }

  dispose(): void {
    for (const kept of [...this.kept.values()]) this.letGo(kept);
    this.disposables.dispose();
  }

  private async takeBack({ uri, change }: Done): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uri);
    await this.write(document, (content) => {
      const edits = takingBack(content, change);
      if (edits) return edits;
      throw new Error(
        vscode.l10n.t('What you tagged was changed elsewhere since, so it is left as it is now.'),
      );
    });
    return document;
  }

  private of(document: vscode.TextDocument): Kept {
    const key = document.uri.toString();
    const known = this.kept.get(key);
    if (known?.document === document) return known;
    // Opened again while changes were held for it.
    const held = known?.held ?? [];
    if (known) this.letGo(known);
    const reader = new AnnotationFileReader();
    const prepare = (text: string) => this.finished(reader.steps(text));
    const file = document.isUntitled
      ? undefined
      : new FollowedFile(this.places.of(document.uri), this.log, prepare);
    const kept: Kept = {
      document,
      file,
      reader,
      content: NOTHING,
      readable: true,
      held,
      lookingAgain: undefined,
      restored: Promise.resolve(),
      anchored: [],
      anchoring: Promise.resolve(),
      since: new Set(),
      text: undefined,
      seeksLost: false,
    };
    this.kept.set(key, kept);
    file?.onDidChange(() => {
      this.reload(kept);
    });
    if (held.length > 0) this.lookAgain(kept);
    else if (file) kept.restored = this.restore(kept, file);
    return kept;
  }

  /** Holds again what was held when VS Code was closed, and writes it if the file can be read by now. */
  private async restore(kept: Kept, file: FollowedFile): Promise<void> {
    const { document } = kept;
    const edits = await this.heldEdits.of(document.uri);
    await file.settled();
    if (edits.length === 0 || !this.isKept(kept)) return;
    kept.held = [...edits, ...kept.held];
    this.accept(kept, afterEdits(kept.content, edits));
    this.changed.fire(document);
    this.lookAgain(kept);
    if (kept.readable) void this.writeHeld(kept);
    else void tellHeld(file.uri);
  }

  /** Looks at the file again in a while, and so on, until nothing is held for it any more. */
  private lookAgain(kept: Kept): void {
    const look = async () => {
      await kept.file?.refresh();
      if (kept.readable && kept.held.length > 0) await this.writeHeld(kept);
      if (this.isKept(kept) && kept.held.length > 0) this.lookAgain(kept);
    };
    clearTimeout(kept.lookingAgain);
    kept.lookingAgain = setTimeout(() => void look(), LOOK_AGAIN_MS);
  }

  private reload(kept: Kept): void {
    const { file, document } = kept;
    if (!file) return;
    const { file: content, problems, readable } = kept.reader.read(file.text ?? '');
    this.diagnostics.show(file.uri, file.text ?? '', problems);
    kept.readable = readable;
    if (readable) this.accept(kept, afterEdits(content, kept.held));
    this.changed.fire(document);
    if (readable && kept.held.length > 0) void this.writeHeld(kept);
  }

  /** Annotation files may stand elsewhere by now; what is held is kept, and held again for the new one. */
  private lookElsewhere(): void {
    for (const kept of [...this.kept.values()]) {
      const { document, file } = kept;
      if (!file || file.uri.toString() === this.places.of(document.uri).toString()) continue;
      this.diagnostics.show(file.uri, '', []);
      this.letGo(kept);
      this.changed.fire(document);
    }
  }

  /** Whether it hasn't been let go, or been followed by what is kept of the document opened anew. */
  private isKept(kept: Kept): boolean {
    return this.kept.get(kept.document.uri.toString()) === kept;
  }

  private letGo({ document, file, lookingAgain }: Kept): void {
    clearTimeout(lookingAgain);
    file?.dispose();
    this.kept.delete(document.uri.toString());
  }

  /**
   * Annotations whose selector is as before keep their live place, and those whose words stand where they
   * should have one at once; the others are sought in the background.
   */
  private accept(kept: Kept, content: AnnotationFile): void {
    const live = new Map(kept.anchored.map((anchored) => [anchored.annotation.id, anchored]));
    const kin = content.annotations.map((annotation) => {
      const before = live.get(annotation.id);
      const isLive = before?.span && sameSelector(before.annotation.selector, annotation.selector);
      return isLive ? { ...before, annotation } : annotation;
    });
    const sought = kin.filter((one): one is Annotation => !('annotation' in one));
    const text = kept.document.getText();
    const inPlace = anchoredInPlace(text, sought);
    kept.content = content;
    kept.text ??= kin.length > 0 ? linesOf(kept.document, text) : undefined;
    kept.anchored = inOrder(content, [...kin.filter((one) => 'annotation' in one), ...inPlace]);
    if (inPlace.length < sought.length) kept.anchoring = this.seek(kept, sought);
  }

  /** Seeks the words of annotations; what is found is given up if the file changes meanwhile. */
  private async seek(kept: Kept, sought: readonly Annotation[]): Promise<void> {
    const { document, content } = kept;
    const isStale = () => kept.content !== content;
    while (!isStale()) {
      const { eol } = document;
      const since: Replacement[] = [];
      kept.since.add(since);
      const steps = reanchorSteps(document.getText(), sought);
      const found = await this.slices.drive(steps, isStale);
      kept.since.delete(since);
      if (!found || isStale()) return;
      // Other line ends move everything, and come without edits.
      if (document.eol !== eol) continue;
      const known = new Map(kept.anchored.map((one) => [one.annotation.id, one]));
      const wordsAt = (span: Span) => document.getText(rangeOf(document, span));
      const better = followed(document, found, since).filter((one) =>
        isBetter(one, known.get(one.annotation.id), wordsAt),
      );
      kept.anchored = inOrder(content, [...kept.anchored, ...better]);
      this.changed.fire(document);
      return;
    }
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const kept = this.kept.get(document.uri.toString());
    if (!kept || contentChanges.length === 0) return;
    const edits = contentChanges.map(({ rangeOffset: start, rangeLength, text }) => {
      return { start, end: start + rangeLength, text };
    });
    const replacements = replacementsOf(kept, edits);
    for (const since of kept.since) since.push(...replacements);
    kept.anchored = followed(document, kept.anchored, replacements);
    // Looking for words takes longer than a letter may, and a letter brings none back.
    if (edits.some(({ text }) => text.length > 1)) this.seekLost(kept);
  }

  /**
   * What an edit took away, or cut, may have come back with it or with a later one: by pasting, by undoing,
   * or with a file that was changed elsewhere, of which all lines between the first and the last change are
   * replaced.
   */
  private seekLost(kept: Kept): void {
    const isLost = ({ state }: Anchored) => state === 'orphan' || state === 'changed';
    if (kept.seeksLost || !kept.anchored.some(isLost)) return;
    kept.seeksLost = true;
    kept.anchoring = kept.anchoring.then(() => {
      kept.seeksLost = false;
      const lost = kept.anchored.filter(isLost).map(({ annotation }) => annotation);
      return this.seek(kept, lost);
    });
  }

  /** Once a document is saved, selectors that would not lead to where its annotations stand are renewed. */
  private async refreshSelectors(document: vscode.TextDocument): Promise<void> {
    const kept = this.kept.get(document.uri.toString());
    if (!kept?.file || !kept.readable) return;
    await allAnchored(kept);
    const text = document.getText();
    const { anchored } = kept;
    const sought = await this.finished(
      reanchorSteps(
        text,
        anchored.map(({ annotation }) => annotation),
      ),
    );
    const stale = anchored.flatMap(({ annotation, span, state }, index) => {
      const found = sought[index]?.span;
      const leadsHere = found?.start === span?.start && found?.end === span?.end;
      return span && !leadsHere ? [{ annotation, span, state }] : [];
    });
    const spans = stale.map(({ span }) => span);
    const selectors = await this.finished(selectSteps(TextLines.of(text), spans));
    const renewed = new Map(
      selectors.flatMap((selector, index) => {
        const { annotation, state } = stale[index] ?? {};
        const isChanged = state === 'changed';
        return annotation
          ? [[annotation.id, { before: annotation.selector, selector, isChanged }]]
          : [];
      }),
    );
    if (renewed.size === 0) return;
    const renew = (annotation: Annotation): Annotation => {
      const { before, selector, isChanged } = renewed.get(annotation.id) ?? {};
      if (!before || !selector || !sameSelector(annotation.selector, before)) return annotation;
      // What is shown for review is, until somebody has looked at it.
      const was = annotation.was ?? (isChanged ? before.quote : undefined);
      return { ...annotation, selector, ...(was !== undefined && { was }) };
    };
    kept.anchored = kept.anchored.map((anchored) => {
      const annotation = renew(anchored.annotation);
      return annotation === anchored.annotation
        ? anchored
        : judgedIn(document, { ...anchored, annotation });
    });
    // By then a person may have said something else of the same words, or removed it.
    await this.write(document, ({ annotations }) =>
      annotations.flatMap((annotation) => {
        const put = renew(annotation);
        return put === annotation ? [] : [{ put }];
      }),
    );
  }

  private async finished<T>(steps: Generator<undefined, T>): Promise<T> {
    const result = await this.slices.drive(steps, () => false);
    return result as T;
  }

  /** Holds changes of a document whose file can't be read; the first time, the user is told. */
  private hold(kept: Kept, edits: readonly FileEdit[]): void {
    const isFirst = kept.held.length === 0;
    kept.held = [...kept.held, ...edits];
    void this.heldEdits.keep(kept.document.uri, kept.held);
    this.accept(kept, afterEdits(kept.content, edits));
    this.changed.fire(kept.document);
    this.lookAgain(kept);
    if (isFirst && kept.file) void tellHeld(kept.file.uri);
  }

  /** Writes what was held, as the file can be read again. */
  private async writeHeld(kept: Kept): Promise<void> {
    const { document, held } = kept;
    kept.held = [];
    try {
      await this.write(document, held);
    } catch (error) {
      kept.held = [...held, ...kept.held];
      this.log.warn(`What was held could not be written: ${String(error)}`);
    }
    await this.heldEdits.keep(document.uri, kept.held);
    if (document.isClosed && kept.held.length === 0) this.letGo(kept);
  }

  /** @param change edits, or what gives them for the content that the file has by then */
  private async write(
    document: vscode.TextDocument,
    change: readonly FileEdit[] | ((content: AnnotationFile) => readonly FileEdit[]),
  ): Promise<void> {
    const editsFor = typeof change === 'function' ? change : () => change;
    if (!document.isUntitled) await this.places.settled();
    const kept = this.of(document);
    if (!kept.file) return this.keepInMemory(kept, editsFor(kept.content));
    const name = baseName(document.uri);
    const key = kept.file.uri.toString();
    // A file that we made goes away with the last that is in it.
    const isNeedless = (text: string) =>
      text === this.made.get(key) && text === newAnnotationFile(NOTHING, name);
    await kept.file.update((yaml) => {
      const { file: present, readable } = kept.reader.read(yaml ?? '');
      const edited = readable ? kept.reader.edit(yaml ?? '', editsFor(present), name) : undefined;
      if (edited !== undefined) {
        if (yaml === undefined || yaml === this.made.get(key)) this.made.set(key, edited);
        else this.made.delete(key);
        return edited;
      }
      if (typeof change !== 'function') {
        this.hold(kept, change);
        return undefined;
      }
      const file = this.places.of(document.uri).path;
      throw new Error(
        vscode.l10n.t('{0} can’t be read, so nothing was written. Mend it and try again.', file),
      );
    }, isNeedless);
  }

  /** A document that is in no file yet keeps what a person decided about it until it is closed. */
  private keepInMemory(kept: Kept, edits: readonly FileEdit[]): void {
    kept.content = afterEdits(kept.content, edits);
    this.changed.fire(kept.document);
  }
}

/** Resolves when the words of all annotations have been looked for. */
async function allAnchored(kept: Kept): Promise<void> {
  let last: Promise<void>;
  do {
    last = kept.anchoring;
    await last;
  } while (last !== kept.anchoring);
}

function inOrder({ annotations }: AnnotationFile, anchored: readonly Anchored[]): Anchored[] {
  const byId = new Map(anchored.map((one) => [one.annotation.id, one]));
  return annotations.flatMap(({ id }) => byId.get(id) ?? []);
}

async function tellHeld(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open Annotation File');
  const sentence = vscode.l10n.t(
    'What you tag is held until {0} can be read again. Mend the file, and it is written there.',
    file.path,
  );
  if ((await vscode.window.showWarningMessage(sentence, open)) !== open) return;
  await vscode.window.showTextDocument(file);
}

/** What edits of a document change of its text, which is kept for the next ones. */
function replacementsOf(kept: Kept, edits: readonly Edit[]): Replacement[] {
  const { document, content } = kept;
  // Other line ends move everything, and come without edits.
  let lines = kept.text?.eol === document.eol ? kept.text.lines : undefined;
  const replacements = edits.map((edit) => {
    const one = lines ? replacement(edit, lines.slice(edit)) : { whole: edit, inner: edit };
    lines = lines?.edited(edit);
    return one;
  });
  const isWanted = content.annotations.length > 0;
  const isRight = lines?.lines.length === document.lineCount;
  if (lines && isWanted && isRight) kept.text = { lines, eol: document.eol };
  else kept.text = isWanted ? linesOf(document, document.getText()) : undefined;
  return replacements;
}

function linesOf(document: vscode.TextDocument, text: string): NonNullable<Kept['text']> {
  return { lines: TextLines.of(text), eol: document.eol };
}

/** Annotations after some edits, which move them. */
function followed(
  document: vscode.TextDocument,
  anchored: readonly Anchored[],
  edits: readonly Replacement[],
): readonly Anchored[] {
  if (edits.length === 0) return anchored;
  return anchored.map((one) => {
    let { span } = one;
    let isTouched = false;
    for (const edit of edits) {
      if (!span) break;
      const after = moved(span, edit);
      isTouched ||= after.touched;
      span = after.span;
    }
    if (span === one.span) return one;
    return isTouched ? judgedIn(document, { ...one, span }) : { ...one, span };
  });
}

/** An annotation as it stands at its place in the present text. */
function judgedIn(document: vscode.TextDocument, { annotation, span }: Anchored): Anchored {
  if (!span) return { annotation, span, state: 'orphan' };
  return { annotation, span, ...judged(annotation, document.getText(rangeOf(document, span))) };
}

/** What is to be said of the words that edits have left of an annotation's. */
function judged(annotation: Annotation, words: string): Pick<Anchored, 'state' | 'grade'> {
  const { was, selector } = annotation;
  // Words that were changed and changed back are as they were.
  if (was === undefined && words === selector.quote) return { state: 'exact' };
  return { state: 'changed', grade: gradeOf(annotation, words) };
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function sameSelector(a: Selector, b: Selector): boolean {
  return (
    a.quote === b.quote &&
    a.start === b.start &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.alike === b.alike &&
    a.times === b.times
  );
}
