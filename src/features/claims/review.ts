import * as vscode from 'vscode';
import { difference } from '../../core/annotations/difference';
import { attachedTo } from '../../core/annotations/history';
import type { Anchored, Annotation } from '../../core/annotations/model';
import { placesOf } from '../../core/annotations/verbatim';
import type { Span } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { isClaimNode, isOrphanNode } from './claimNodes';
import { comparison } from './comparison';
import { openAnnotations, say } from './tagger';
import { readingOf, selectedSpan, selectorsOf } from './target';
import { withoutIcons } from './words';

/** An annotation by the URI of its document and its id, as a light bulb names it, or a node of the view. */
type Source = [first?: string | Node, id?: unknown];

/** Registers the review of annotations whose words have changed or are no longer in the text. */
export function registerReview(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const { annotations } = services;
  for (const disposable of [
    registerCommand('interviewLens.reviewChanged', async (...source: Source) => {
      const { reading, ids } = await askedFor(services, source);
      await reviewAll(services, reading, ids);
    }),
    registerCommand('interviewLens.reattach', async (...source: Source) => {
      const { reading, ids } = await askedFor(services, source);
      const { document } = reading;
      const span = selectedSpan(reading);
      if (!span) {
        throw new Error(vscode.l10n.t('Select the words in the text to attach it to.'));
      }
      const among = annotations.anchored(document).filter(isLost(ids));
      const annotation = among.length > 1 ? await pickLost(among) : among[0]?.annotation;
      if (annotation) await attach(services, reading, annotation, span);
      else if (among.length === 0) say(nothingToReview());
    }),
  ]) {
    disposables.add(disposable);
  }
  return disposables;
}

/** Selects the named annotations or, if none are named, those that wait for a review. */
function isLost(ids: readonly string[] | undefined): (anchored: Anchored) => boolean {
  return ({ annotation, state }) =>
    ids ? ids.includes(annotation.id) : state === 'changed' || state === 'orphan';
}

function nothingToReview(): string {
  return vscode.l10n.t('All annotations are on the words that they were made for.');
}

/** The annotations that a command is about; undefined, meaning all of the active document, if none are named. */
async function askedFor(
  services: Services,
  [first, second]: Source,
): Promise<{ reading: Reading; ids: readonly string[] | undefined }> {
  if (typeof first === 'string') {
    return { reading: await readingOf(services, first), ids: [String(second)] };
  }
  if (typeof first === 'object' && 'children' in first) {
    if (isOrphanNode(first)) {
      return { reading: await readingOf(services, first.uri), ids: [first.annotationId] };
    }
    if (isClaimNode(first) && first.claim.annotation) {
      return { reading: await readingOf(services, first.uri), ids: [first.claim.annotation.id] };
    }
  }
  const reading = services.active.interview;
  if (!reading) throw new Error(vscode.l10n.t('Open an interview first.'));
  return { reading, ids: undefined };
}

async function pickLost(among: readonly Anchored[]): Promise<Annotation | undefined> {
  const picked = await vscode.window.showQuickPick(
    among.map(({ annotation, state }) => ({
      annotation,
      label: shown(annotation.selector.quote),
      description:
        state === 'orphan'
          ? vscode.l10n.t('not in the text any more')
          : vscode.l10n.t('text changed: review'),
    })),
    { title: vscode.l10n.t('Attach to Selection'), matchOnDescription: true },
  );
  return picked?.annotation;
}

/** Asks about one annotation after another, until all have been looked at or the person leaves. */
async function reviewAll(
  services: Services,
  { document }: Reading,
  ids: readonly string[] | undefined,
): Promise<void> {
  const waiting = services.annotations.anchored(document).filter(isLost(ids));
  if (waiting.length === 0) say(nothingToReview());
  for (const [index, { annotation }] of waiting.entries()) {
    const reading = await services.documents.readInterview(document);
    // An earlier decision may have moved it, and others may have removed it.
    const anchored = reading?.anchored.find((one) => one.annotation.id === annotation.id);
    if (!reading || !anchored) continue;
    const count = waiting.length > 1 ? ` (${index + 1}/${waiting.length})` : '';
    if (!(await review(services, reading, anchored, count))) return;
  }
}

interface Choice extends vscode.QuickPickItem {
  /** @returns whether the next annotation may be asked about */
  readonly run: () => Promise<boolean> | boolean;
}

/** @returns whether the next annotation may be asked about */
async function review(
  services: Services,
  reading: Reading,
  anchored: Anchored,
  count: string,
): Promise<boolean> {
  const { annotation, span } = anchored;
  if (span) await reveal(reading, span);
  const picked = await vscode.window.showQuickPick(choicesFor(services, reading, anchored), {
    title: titleOf(anchored) + count,
    placeHolder: span
      ? inline(annotation, reading.analysis.text.slice(span))
      : shown(annotation.was ?? annotation.selector.quote),
    matchOnDetail: true,
  });
  return picked ? picked.run() : false;
}

function titleOf({ span, grade }: Anchored): string {
  if (!span) return vscode.l10n.t('Not in the Text Any More');
  return grade === 'place'
    ? vscode.l10n.t('Which of the Same Words: Review')
    : vscode.l10n.t('Text Changed: Review');
}

function choicesFor(services: Services, reading: Reading, anchored: Anchored): Choice[] {
  const { annotation, span, grade } = anchored;
  const isPlaceUnsure = grade === 'place';
  const { document, analysis } = reading;
  const attachTo = (to: Span) => async () => {
    await attach(services, reading, annotation, to);
    return true;
  };
  const selected = selectedSpan(reading);
  const selection: Choice[] = !selected
    ? []
    : [
        {
          label: `$(selection) ${vscode.l10n.t('Attach to Selection')}`,
          detail: shown(analysis.text.slice(selected)),
          run: attachTo(selected),
        },
      ];
  return [
    ...(span && !isPlaceUnsure ? newWords(reading, annotation, span, attachTo(span)) : []),
    ...selection,
    ...(span && !isPlaceUnsure ? [] : sameWords(reading, annotation, span, attachTo)),
    {
      label: `$(trash) ${vscode.l10n.t('Remove the Annotation')}`,
      run: async () => {
        await services.annotations.change(document, [{ remove: annotation.id }]);
        say(vscode.l10n.t('Annotation removed. “Undo Last Tagging” takes it back.'));
        return true;
      },
    },
    { label: `$(debug-step-over) ${vscode.l10n.t('Leave It for Later')}`, run: () => true },
    {
      label: `$(go-to-file) ${vscode.l10n.t('Open Annotation File')}`,
      run: async () => {
        await openAnnotations(services, document);
        return false;
      },
    },
  ];
}

function newWords(
  { analysis }: Reading,
  annotation: Annotation,
  span: Span,
  accept: Choice['run'],
): Choice[] {
  const now = analysis.text.slice(span);
  const was = annotation.was ?? annotation.selector.quote;
  return [
    {
      label: `$(check) ${vscode.l10n.t('Accept the New Words')}`,
      detail: shown(now),
      run: accept,
    },
    {
      label: `$(diff) ${vscode.l10n.t('Compare Old and New Words')}`,
      detail: shown(was),
      run: async () => {
        await comparison(was, now);
        return false;
      },
    },
  ];
}

/** The places of the same words, the likeliest first: only a person can tell which one it is. */
function sameWords(
  { analysis: { text } }: Reading,
  { selector }: Annotation,
  likeliest: Span | undefined,
  attachTo: (place: Span) => Choice['run'],
): Choice[] {
  const others = placesOf(selector.quote, text).filter(({ start }) => start !== likeliest?.start);
  return [...(likeliest ? [likeliest] : []), ...others].map((place) => {
    const line = text.lineAt(place.start);
    return {
      label: `$(location) ${vscode.l10n.t('Attach in Line {0}', line + 1)}`,
      detail: shown(text.slice(text.lineSpan(line))),
      run: attachTo(place),
    };
  });
}

async function attach(
  { annotations }: Services,
  { document, analysis }: Reading,
  annotation: Annotation,
  span: Span,
): Promise<void> {
  const [selector] = await selectorsOf(analysis.text, [span]);
  if (!selector) return;
  await annotations.change(document, [{ put: attachedTo(annotation, selector) }]);
  say(vscode.l10n.t('Annotation attached. “Undo Last Tagging” takes it back.'));
}

async function reveal({ document, analysis }: Reading, span: Span): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const range = toRange(analysis.text, span);
  const shownIn = editor ?? (await vscode.window.showTextDocument(document));
  shownIn.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The difference in one line: `We know [−who] [+what]`. */
function inline({ was, selector }: Annotation, now: string): string {
  const { parts } = difference(was ?? selector.quote, now);
  const marks = { same: ['', ''], removed: ['[−', ']'], added: ['[+', ']'] } as const;
  const text = parts.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join('');
  return shown(text);
}

/** Words of a document in one line of a list. */
function shown(words: string): string {
  return withoutIcons(plain(words));
}
