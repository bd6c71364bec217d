import * as vscode from 'vscode';
import { AnnotationFileReader } from '../core/annotations/file';
import {
  afterEdits,
  changeOf,
  reversed,
  takingBack,
  type Change,
} from '../core/annotations/history';
import type { Anchored, AnnotationFile } from '../core/annotations/model';
import { renewed } from '../core/annotations/renewal';
import { newAnnotationFile, type FileEdit } from '../core/annotations/write';
import type { Corrections } from '../core/interview/model';
import type { AnnotationPlaces, Moved } from './annotationPlaces';
import { baseName } from './baseName';
import type { Diagnostics } from './diagnostics';
import { Disposables } from './disposables';
import { FollowedFile } from './followedFile';
import type { HeldEdits } from './heldEdits';
import { LiveAnnotations } from './liveAnnotations';
import type { OpenTexts } from './openTexts';
import { Slices } from './slices';

/**
 * How often a file for which changes are held is looked at again: watchers miss what comes and goes in a
 * moment, and on some file systems they miss everything.
 */
const LOOK_AGAIN_MS = 2_000;

const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/** What is kept of one open document. */
interface Kept {
  readonly document: vscode.TextDocument;
  readonly live: LiveAnnotations;
  /** Undefined for a document that is in no file yet. */
  readonly file: FollowedFile | undefined;
  /** Remembers what it last read, to read only what has changed. */
  readonly reader: AnnotationFileReader;
  /** The content of the file, as of when it could last be read, together with what is held. */
  content: AnnotationFile;
  readable: boolean;
  /** Changes that wait to be written until the file can be read. */
  held: readonly FileEdit[];
  /** The timer for looking at the file again; it runs while something is held. */
  lookingAgain: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when what was held at the end of the last session is held again. */
  restored: Promise<void>;
}

/** A change that can be undone or redone. */
interface Done {
  readonly uri: vscode.Uri;
  readonly change: Change;
}

/**
 * Keeps annotations and corrections in a YAML file beside each document. Edits in the open document
 * move its annotations; changes to the file show at once. A file that can't be read is never written
 * to: changes are held until it can be.
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
    private readonly texts: OpenTexts,
    private readonly places: AnnotationPlaces,
    private readonly diagnostics: Diagnostics,
    private readonly heldEdits: HeldEdits,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.add(
      texts.onDidEdit(({ document, steps }) => {
        this.kept.get(document.uri.toString())?.live.follow(steps);
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
        // VS Code may say only minutes later that a document was closed; until then we may have missed changes.
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
    return this.of(document).live.anchored;
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
    await kept.live.settled();
  }

  /**
   * Changes the document's annotations or corrections, and writes its file at once. If the file is broken or
   * conflicted, the change is held until it can be read again, and the user is told.
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
   * Undoes the last change made with {@link change}, in whichever document.
   *
   * @returns the document; undefined if there is nothing to undo
   * @throws an error with a sentence for the user, if somebody else has changed the same since
   */
  async undo(): Promise<vscode.TextDocument | undefined> {
    return this.takeBackLast(this.done, this.undone);
  }

  /** Makes the change again that was last undone; see {@link undo}. */
  async redo(): Promise<vscode.TextDocument | undefined> {
    return this.takeBackLast(this.undone, this.done);
  }

  /** Moves annotation files to where the setting wants them; what is tagged meanwhile is written afterwards. */
  moveFiles(): Promise<Moved> {
    return this.places.move(() =>
      Promise.all([...this.kept.values()].map(({ file }) => file?.settled())),
    );
  }

  dispose(): void {
    for (const kept of [...this.kept.values()]) this.letGo(kept);
    this.disposables.dispose();
  }

  private async takeBackLast(from: Done[], to: Done[]): Promise<vscode.TextDocument | undefined> {
    const last = from.pop();
    if (!last) return undefined;
    const { uri, change } = last;
    const document = await vscode.workspace.openTextDocument(uri);
    let isOutdated = false;
    try {
      await this.write(document, (content) => {
        const edits = takingBack(content, change);
        if (edits) return edits;
        isOutdated = true;
        throw new Error(
          vscode.l10n.t('What you tagged was changed elsewhere since, so it is left as it is now.'),
        );
      });
    } catch (error) {
      // What somebody else has changed stays; where the file couldn't be written, one can try again.
      if (!isOutdated) from.push(last);
      throw error;
    }
    to.push({ uri, change: reversed(change) });
    return document;
  }

  private of(document: vscode.TextDocument): Kept {
    const key = document.uri.toString();
    const known = this.kept.get(key);
    if (known?.document === document) return known;
    // The document may have been closed and opened again while changes were held for it.
    const held = known?.held ?? [];
    if (known) this.letGo(known);
    const reader = new AnnotationFileReader();
    const prepare = (text: string) => this.slices.finish(reader.steps(text));
    const file = document.isUntitled
      ? undefined
      : new FollowedFile(this.places.of(document.uri), this.log, prepare);
    const live = new LiveAnnotations(document, this.texts, this.slices, () => {
      this.changed.fire(document);
    });
    const kept: Kept = {
      document,
      live,
      file,
      reader,
      content: NOTHING,
      readable: true,
      held,
      lookingAgain: undefined,
      restored: Promise.resolve(),
    };
    this.kept.set(key, kept);
    file?.onDidChange(() => {
      this.reload(kept);
    });
    if (held.length > 0) this.lookAgain(kept);
    else if (file) kept.restored = this.restore(kept, file);
    return kept;
  }

  /** Holds again what was held at the end of the last session, and writes it if the file can be read by now. */
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

  /** Looks at the file again every while, until nothing is held for it any more. */
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

  /** Lets go of documents whose annotation file is elsewhere by now. What is held is kept, and held for the new file. */
  private lookElsewhere(): void {
    for (const kept of [...this.kept.values()]) {
      const { document, file } = kept;
      if (!file || file.uri.toString() === this.places.of(document.uri).toString()) continue;
      this.diagnostics.show(file.uri, '', []);
      this.letGo(kept);
      this.changed.fire(document);
    }
  }

  /** Whether it hasn't been let go, or replaced because the document was opened anew. */
  private isKept(kept: Kept): boolean {
    return this.kept.get(kept.document.uri.toString()) === kept;
  }

  private letGo({ document, file, lookingAgain }: Kept): void {
    clearTimeout(lookingAgain);
    file?.dispose();
    this.kept.delete(document.uri.toString());
  }

  private accept(kept: Kept, content: AnnotationFile): void {
    kept.content = content;
    kept.live.replace(content.annotations);
  }

  /** When a document is saved, renews selectors that no longer lead to where its annotations are. */
  private async refreshSelectors(document: vscode.TextDocument): Promise<void> {
    const kept = this.kept.get(document.uri.toString());
    if (!kept?.file || !kept.readable) return;
    const renewals = await kept.live.renewals();
    if (renewals.size === 0) return;
    kept.live.renew(renewals);
    // Meanwhile a person may have changed or removed an annotation.
    await this.write(document, ({ annotations }) =>
      annotations.flatMap((annotation) => {
        const put = renewed(annotation, renewals.get(annotation.id));
        return put === annotation ? [] : [{ put }];
      }),
    );
  }

  /** Holds changes of a document whose file can't be read, and tells the user the first time. */
  private hold(kept: Kept, edits: readonly FileEdit[]): void {
    const isFirst = kept.held.length === 0;
    kept.held = [...kept.held, ...edits];
    void this.heldEdits.keep(kept.document.uri, kept.held);
    this.accept(kept, afterEdits(kept.content, edits));
    this.changed.fire(kept.document);
    this.lookAgain(kept);
    if (isFirst && kept.file) void tellHeld(kept.file.uri);
  }

  /** Writes what was held, now that the file can be read again. */
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

  /** @param change edits, or a function that makes them for the file's content at the time of writing */
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
    // A file that we made is deleted along with the last thing in it.
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

  /** Decisions about an untitled document are only kept until it is closed. */
  private keepInMemory(kept: Kept, edits: readonly FileEdit[]): void {
    kept.content = afterEdits(kept.content, edits);
    this.changed.fire(kept.document);
  }
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
