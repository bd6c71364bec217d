import * as vscode from 'vscode';
import { moved, reanchor, selectAll } from '../core/annotations/anchor';
import { difference } from '../core/annotations/difference';
import {
  editAnnotationFile,
  newAnnotationFile,
  parseAnnotationFile,
  type FileEdit,
} from '../core/annotations/file';
import { changeOf, reversed, takingBack, type Change } from '../core/annotations/history';
import type { Anchored, Annotation, AnnotationFile } from '../core/annotations/model';
import type { Corrections } from '../core/interview/model';
import { TextLines } from '../core/text/lines';
import type { Span } from '../core/text/span';
import { baseName } from './baseName';
import type { Diagnostics } from './diagnostics';
import { Disposables } from './disposables';
import { FollowedFile } from './followedFile';

const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/** The annotations of one open document, at their places in its present text. */
interface Kept {
  readonly document: vscode.TextDocument;
  /** Undefined for a document that is in no file yet. */
  readonly file: FollowedFile | undefined;
  /** What stands in the file, or stood there when it could last be read, and what is held. */
  content: AnnotationFile;
  readable: boolean;
  /** What could not be written, as the file can't be read; kept until it can. */
  held: readonly FileEdit[];
  anchored: readonly Anchored[];
}

/** A change that can be taken back, or made again. */
interface Done {
  readonly uri: vscode.Uri;
  readonly change: Change;
}

/** Where the annotations of a document are kept: beside it. */
export function annotationUri(document: vscode.Uri): vscode.Uri {
  return document.with({ path: `${document.path}.annotations.yaml` });
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
  private readonly done: Done[] = [];
  private readonly undone: Done[] = [];

  /** Fires when annotations or corrections of a document have changed, but not when they only moved. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly diagnostics: Diagnostics,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.add(
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidSaveTextDocument((document) => {
        void this.refreshSelectors(document);
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

  /** Resolves when the document's file has been read, and everything written so far is in it. */
  async settled(document: vscode.TextDocument): Promise<void> {
    await this.of(document).file?.settled();
  }

  /**
   * Changes the document's annotations or corrections, in its file, at once. If that is broken or
   * conflicted the change is held until the file can be read again; the user is told.
   *
   * @throws an error with a sentence for the user, if the file can't be written
   */
  async change(document: vscode.TextDocument, edits: readonly FileEdit[]): Promise<void> {
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

  dispose(): void {
    for (const { file } of this.kept.values()) file?.dispose();
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
    const file = document.isUntitled
      ? undefined
      : new FollowedFile(annotationUri(document.uri), this.log);
    const kept: Kept = { document, file, content: NOTHING, readable: true, held, anchored: [] };
    this.kept.set(key, kept);
    file?.onDidChange(() => {
      this.reload(kept);
    });
    return kept;
  }

  private reload(kept: Kept): void {
    const { file, document } = kept;
    if (!file) return;
    const { file: content, problems, readable } = parseAnnotationFile(file.text ?? '');
    this.diagnostics.show(file.uri, file.text ?? '', problems);
    kept.readable = readable;
    if (readable) this.accept(kept, withEdits(content, kept.held));
    this.changed.fire(document);
    if (readable && kept.held.length > 0) void this.writeHeld(kept);
  }

  private letGo({ document, file }: Kept): void {
    file?.dispose();
    this.kept.delete(document.uri.toString());
  }

  /** Annotations whose selector is as before keep their live place; the others are sought. */
  private accept(kept: Kept, content: AnnotationFile): void {
    const live = new Map(kept.anchored.map((anchored) => [anchored.annotation.id, anchored]));
    const keeps = (annotation: Annotation) => {
      const before = live.get(annotation.id);
      return before?.span && sameSelector(before.annotation, annotation) ? before : undefined;
    };
    const sought = content.annotations.filter((annotation) => !keeps(annotation));
    const found = new Map(
      reanchor(kept.document.getText(), sought).map((anchored) => [
        anchored.annotation.id,
        anchored,
      ]),
    );
    kept.content = content;
    kept.anchored = content.annotations.flatMap((annotation) => {
      const before = keeps(annotation);
      const anchored = before ? { ...before, annotation } : found.get(annotation.id);
      return anchored ? [anchored] : [];
    });
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const kept = this.kept.get(document.uri.toString());
    if (!kept || kept.anchored.length === 0 || contentChanges.length === 0) return;
    const touched = new Set<string>();
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const edit = { start: rangeOffset, end: rangeOffset + rangeLength, text };
      kept.anchored = kept.anchored.map((anchored): Anchored => {
        if (!anchored.span) return anchored;
        const after = moved(anchored.span, edit);
        if (after.touched) touched.add(anchored.annotation.id);
        return after.span
          ? { ...anchored, span: after.span }
          : { ...anchored, span: undefined, state: 'orphan' };
      });
    }
    kept.anchored = kept.anchored.map((anchored): Anchored => {
      const { annotation, span } = anchored;
      if (!span || !touched.has(annotation.id)) return anchored;
      return { annotation, span, ...judged(annotation, document.getText(rangeOf(document, span))) };
    });
  }

  /** Once a document is saved, selectors that would not lead to where its annotations stand are renewed. */
  private async refreshSelectors(document: vscode.TextDocument): Promise<void> {
    const kept = this.kept.get(document.uri.toString());
    if (!kept?.file || !kept.readable) return;
    const text = document.getText();
    const lines = TextLines.of(text);
    const sought = reanchor(
      text,
      kept.anchored.map(({ annotation }) => annotation),
    );
    const stale = kept.anchored.flatMap(({ annotation, span }, index) => {
      const found = sought[index]?.span;
      const leadsHere = found?.start === span?.start && found?.end === span?.end;
      return span && !leadsHere ? [{ annotation, span }] : [];
    });
    const selectors = selectAll(
      lines,
      stale.map(({ span }) => span),
    );
    const edits = selectors.flatMap((selector, index): FileEdit[] => {
      const annotation = stale[index]?.annotation;
      if (!annotation) return [];
      // Words that were changed are shown for review until somebody has looked at them.
      const isChanged = selector.quote !== annotation.selector.quote;
      const was = annotation.was ?? (isChanged ? annotation.selector.quote : undefined);
      return [{ put: { ...annotation, selector, ...(was !== undefined && { was }) } }];
    });
    if (edits.length > 0) await this.write(document, edits);
  }

  /** Holds changes of a document whose file can't be read; the first time, the user is told. */
  private hold(kept: Kept, edits: readonly FileEdit[]): void {
    const isFirst = kept.held.length === 0;
    kept.held = [...kept.held, ...edits];
    this.accept(kept, withEdits(kept.content, edits));
    this.changed.fire(kept.document);
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
    if (document.isClosed && kept.held.length === 0) this.letGo(kept);
  }

  /** @param change edits, or what gives them for the content that the file has by then */
  private async write(
    document: vscode.TextDocument,
    change: readonly FileEdit[] | ((content: AnnotationFile) => readonly FileEdit[]),
  ): Promise<void> {
    const editsFor = typeof change === 'function' ? change : () => change;
    const kept = this.of(document);
    if (!kept.file) return this.keepInMemory(kept, editsFor(kept.content));
    const name = baseName(document.uri);
    await kept.file.update((yaml) => {
      const { file: present, readable } = parseAnnotationFile(yaml ?? '');
      const edited = readable ? editAnnotationFile(yaml ?? '', editsFor(present), name) : undefined;
      if (edited !== undefined) return edited;
      if (typeof change !== 'function') {
        this.hold(kept, change);
        return undefined;
      }
      const file = annotationUri(document.uri).path;
      throw new Error(
        vscode.l10n.t('{0} can’t be read, so nothing was written. Mend it and try again.', file),
      );
    });
  }

  /** A document that is in no file yet keeps what a person decided about it until it is closed. */
  private keepInMemory(kept: Kept, edits: readonly FileEdit[]): void {
    kept.content = withEdits(kept.content, edits);
    this.changed.fire(kept.document);
  }
}

/** What a file would hold after some changes. */
function withEdits(content: AnnotationFile, edits: readonly FileEdit[]): AnnotationFile {
  if (edits.length === 0) return content;
  const yaml = editAnnotationFile(newAnnotationFile(content, ''), edits, '');
  return parseAnnotationFile(yaml ?? '').file;
}

async function tellHeld(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open Annotation File');
  const sentence = vscode.l10n.t(
    'What you tag is held until {0} can be read again, as long as VS Code is open. Mend the file soon.',
    file.path,
  );
  if ((await vscode.window.showWarningMessage(sentence, open)) !== open) return;
  await vscode.window.showTextDocument(file);
}

/** What is to be said of the words that edits have left of an annotation's. */
function judged(annotation: Annotation, words: string): Pick<Anchored, 'state' | 'grade'> {
  const { was, selector } = annotation;
  // Words that were changed and changed back are as they were.
  if (was === undefined && words === selector.quote) return { state: 'exact' };
  const { grade = 'slight' } = difference(was ?? selector.quote, words);
  return { state: 'changed', grade };
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function sameSelector(a: Annotation, b: Annotation): boolean {
  return (
    a.selector.quote === b.selector.quote &&
    a.selector.start === b.selector.start &&
    a.selector.prefix === b.selector.prefix &&
    a.selector.suffix === b.selector.suffix &&
    a.selector.alike === b.selector.alike &&
    a.selector.times === b.selector.times
  );
}
