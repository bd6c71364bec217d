import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/model';
import { saysNothing } from '../../core/annotations/said';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { withNote } from './tagger';
import { annotationsFor, targetOfRange } from './target';

/** How long threads may lag behind typing. */
const PAUSE_MS = 150;

const SETTING = 'interviewLens.notes.showAsComments';

/** Registers the notes of claims as native comments, and their commands. */
export function registerNotes(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const notes = disposables.add(new Notes(services));
  for (const disposable of [
    registerCommand('interviewLens.createNote', (reply: vscode.CommentReply) =>
      notes.create(reply.thread, reply.text),
    ),
    registerCommand('interviewLens.editNote', (note: Note) => {
      note.setMode(vscode.CommentMode.Editing);
    }),
    registerCommand('interviewLens.cancelNote', (note: Note) => {
      note.reset();
    }),
    registerCommand('interviewLens.saveNote', (note: Note) => notes.save(note, note.body)),
    registerCommand('interviewLens.deleteNote', (note: Note) => notes.save(note, '')),
    registerCommand('interviewLens.toggleNotes', toggle),
  ]) {
    disposables.add(disposable);
  }
  return disposables;
}

async function toggle(): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const inWorkspace = settings.inspect(SETTING)?.workspaceValue !== undefined;
  const target = inWorkspace
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update(SETTING, !settings.get(SETTING, false), target);
}

/** A note as a comment; its body is plain text, never Markdown. */
class Note implements vscode.Comment {
  readonly contextValue = 'note';
  readonly author: vscode.CommentAuthorInformation;
  mode = vscode.CommentMode.Preview;
  body: string;

  constructor(
    readonly thread: vscode.CommentThread,
    readonly uri: vscode.Uri,
    readonly annotation: Annotation,
  ) {
    this.body = annotation.note ?? '';
    this.author = { name: annotation.coder ?? vscode.l10n.t('Note') };
  }

  setMode(mode: vscode.CommentMode): void {
    this.mode = mode;
    this.thread.comments = [...this.thread.comments];
  }

  /** Discards what was typed. */
  reset(): void {
    this.body = this.annotation.note ?? '';
    this.setMode(vscode.CommentMode.Preview);
  }
}

/** Shows notes beside the text while the setting says so. */
class Notes implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private controller: vscode.CommentController | undefined;
  /** By document, then by id of annotation. */
  private readonly threads = new Map<string, Map<string, vscode.CommentThread>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: Services) {
    const schedule = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.refresh(), PAUSE_MS);
    };
    this.disposables.add(services.documents.onDidChange(schedule));
    this.disposables.add(vscode.window.onDidChangeVisibleTextEditors(schedule));
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.forget(uri.toString());
      }),
    );
    schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.hide();
    this.disposables.dispose();
  }

  /** Makes a note from what was typed into an empty thread, on the claim at its place. */
  async create(thread: vscode.CommentThread, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const reading = await this.services.documents.readInterview(document);
    if (!reading || text.trim() === '') return;
    const target = targetOfRange(reading, thread.range);
    const known = reading.anchored.map(({ annotation }) => annotation);
    const [annotation] = await annotationsFor([target], known);
    if (!annotation) return;
    await this.services.annotations.change(document, [{ put: withNote(annotation, text) }]);
    thread.dispose();
  }

  /** Writes a changed note; an annotation that then says nothing is removed along with it. */
  async save(note: Note, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(note.uri);
    const { annotations } = this.services;
    const present = annotations
      .anchored(document)
      .find(({ annotation }) => annotation.id === note.annotation.id)?.annotation;
    if (!present) throw new Error(vscode.l10n.t('This note is not there any more.'));
    const changed = withNote(present, text);
    const edit = saysNothing(changed) ? { remove: changed.id } : { put: changed };
    note.setMode(vscode.CommentMode.Preview);
    await annotations.change(document, [edit]);
  }

  private async refresh(): Promise<void> {
    if (!vscode.workspace.getConfiguration().get(SETTING, false)) return this.hide();
    this.controller ??= this.started();
    for (const { document } of vscode.window.visibleTextEditors) {
      const reading = await this.services.documents.readInterview(document);
      if (reading && reading.version === document.version) this.show(reading);
      else if (!reading) this.forget(document.uri.toString());
    }
  }

  private started(): vscode.CommentController {
    const title = vscode.l10n.t('Notes on Claims');
    const controller = vscode.comments.createCommentController('interviewLens.notes', title);
    controller.options = {
      prompt: vscode.l10n.t('Write a note…'),
      placeHolder: vscode.l10n.t('A note on this claim'),
    };
    controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        const reading = await this.services.documents.readInterview(document);
        return reading ? [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [];
      },
    };
    return controller;
  }

  private show(reading: Reading): void {
    const { document, analysis, anchored } = reading;
    const key = document.uri.toString();
    const before = this.threads.get(key) ?? new Map<string, vscode.CommentThread>();
    const now = new Map<string, vscode.CommentThread>();
    for (const { annotation, span } of anchored) {
      if (!span || annotation.note === undefined || annotation.dismissed) continue;
      const range = toRange(analysis.text, span);
      const thread = before.get(annotation.id) ?? this.newThread(document.uri, range);
      if (!thread) continue;
      if (!thread.range?.isEqual(range)) thread.range = range;
      renew(thread, document.uri, annotation);
      now.set(annotation.id, thread);
    }
    for (const [id, thread] of before) if (!now.has(id)) thread.dispose();
    this.threads.set(key, now);
  }

  private newThread(uri: vscode.Uri, range: vscode.Range): vscode.CommentThread | undefined {
    const thread = this.controller?.createCommentThread(uri, range, []);
    if (thread) {
      thread.canReply = false;
      thread.label = vscode.l10n.t('Note on a claim');
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    }
    return thread;
  }

  private forget(key: string): void {
    for (const thread of this.threads.get(key)?.values() ?? []) thread.dispose();
    this.threads.delete(key);
  }

  private hide(): void {
    for (const key of [...this.threads.keys()]) this.forget(key);
    this.controller?.dispose();
    this.controller = undefined;
  }
}

/** Shows a note as it is now, unless somebody is just writing it. */
function renew(thread: vscode.CommentThread, uri: vscode.Uri, annotation: Annotation): void {
  const [present] = thread.comments;
  if (present instanceof Note) {
    const { note, coder } = present.annotation;
    if (present.mode === vscode.CommentMode.Editing) return;
    if (note === annotation.note && coder === annotation.coder) return;
  }
  thread.comments = [new Note(thread, uri, annotation)];
}
