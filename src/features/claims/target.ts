import * as vscode from 'vscode';
import { selectSteps } from '../../core/annotations/anchor';
import type { Annotation, Selector } from '../../core/annotations/model';
import type { ShownClaim } from '../../core/claims/shown';
import type { TextLines } from '../../core/text/lines';
import { sentences } from '../../core/text/sentences';
import { contains, overlaps, shifted, trimmed, type Span } from '../../core/text/span';
import type { Reading } from '../../workspace/documents';
import { Slices } from '../../workspace/slices';
import { newId } from '../../workspace/newId';
import { toOffset, toSpan } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { isByKey, type ByKey, type Node } from '../../workspace/modelTree';
import { isClaimNode, type ClaimNode } from './claimNodes';

/** What a command is about: a stretch of a document, with the claim there, if any. */
export interface Target {
  readonly reading: Reading;
  readonly span: Span;
  readonly claim: ShownClaim | undefined;
}

export type Targets = readonly [Target, ...Target[]];

/**
 * A command's arguments: from a lens, a URI with start and end; from the view, a node with all selected ones;
 * from a key of the view, a mark for that; from the editor's menu, the URI of its document.
 */
export type Source = [
  first?: string | Node | ByKey | vscode.Uri,
  second?: number | readonly Node[],
  third?: number,
];

/** The claims that a lens, nodes of the view or the cursors point at. */
export async function targetsOf(
  services: Services,
  [first, second, third]: Source,
  meantByKey: () => Promise<readonly Node[]>,
): Promise<Targets> {
  if (typeof first === 'string' && typeof second === 'number' && third !== undefined) {
    return [targetAt(await readingOf(services, first), { start: second, end: third })];
  }
  if (typeof first === 'object' && 'children' in first) {
    return targetsOfNodes(services, Array.isArray(second) ? (second as Node[]) : [first]);
  }
  if (isByKey(first)) return targetsOfNodes(services, await meantByKey());
  const { reading, selections } = await activeInterview(services);
  const found = selections.map(({ active }): Target => {
    const offset = spokenFrom(reading, active);
    const claim = nearestClaim(reading, offset);
    return { reading, span: claim ?? sentenceAt(reading, offset), claim };
  });
  return distinct(found);
}

/** The claims of nodes, and of all nodes below them. */
async function targetsOfNodes(services: Services, nodes: readonly Node[]): Promise<Targets> {
  const claims = nodes.flatMap(claimsBelow);
  const found = await Promise.all(
    claims.map(async ({ uri, claim }) => targetAt(await readingOf(services, uri), claim)),
  );
  return distinct(found);
}

function claimsBelow(node: Node): ClaimNode[] {
  return isClaimNode(node) ? [node] : node.children().flatMap(claimsBelow);
}

/** The present claim at a place: the lens or the view may be from before an edit. */
function targetAt(reading: Reading, span: Span): Target {
  const claim = claimAt(reading, span);
  return { reading, span: claim ?? span, claim };
}

function distinct(targets: readonly Target[]): Targets {
  const places = new Set<string>();
  const [first, ...others] = targets.filter(({ span, claim }) => {
    const place = `${span.start} ${span.end} ${claim?.annotation?.id ?? ''}`;
    return !places.has(place) && places.add(place);
  });
  if (first) return [first, ...others];
  throw new Error(vscode.l10n.t('Pick the claims in the Claims view first.'));
}

/** The selected stretches of the active editor, each without white space at its ends. */
export async function selectedTargets(services: Services): Promise<Targets> {
  const { reading, selections } = await activeInterview(services);
  const spans = selections.map((selection) =>
    trimmedSpan(reading, toSpan(reading.analysis.text, selection)),
  );
  const [first, ...others] = spans
    .filter(({ start, end }) => end > start)
    .map((span): Target => ({ reading, span, claim: claimExactly(reading, span) }));
  if (first) return [first, ...others];
  throw new Error(vscode.l10n.t('Select the words of the claim first.'));
}

function trimmedSpan({ analysis }: Reading, { start, end }: Span): Span {
  return shifted(
    trimmed(analysis.text.slice({ start, end }), { start: 0, end: end - start }),
    start,
  );
}

function claimExactly(reading: Reading, { start, end }: Span): ShownClaim | undefined {
  const claims = reading.claims().filter((claim) => claim.start === start && claim.end === end);
  return ownFirst(reading, claims)[0];
}

/**
 * What a note on a range of lines is about: the words, if there are some; else the claim at the cursor, if
 * that is in its paragraph; else the claim nearest to the range.
 */
export function targetOfRange(reading: Reading, range: vscode.Range | undefined): Target {
  const { text } = reading.analysis;
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document === reading.document,
  );
  const line = range?.end.line ?? 0;
  const cursor = editor?.selection.active;
  const selected = editor?.selection;
  if (selected && !selected.isEmpty && selected.end.line === line) {
    const span = trimmedSpan(reading, toSpan(text, selected));
    return { reading, span, claim: claimExactly(reading, span) };
  }
  const at = cursor?.line === line ? cursor : new vscode.Position(line, 0);
  const offset = spokenFrom(reading, at);
  const claim = nearestClaim(reading, offset);
  return { reading, span: claim ?? sentenceAt(reading, offset), claim };
}

/** Whether there are words selected in the active editor. */
export function hasSelection(): boolean {
  return vscode.window.activeTextEditor?.selections.some(({ isEmpty }) => !isEmpty) ?? false;
}

/** Who tags, by the setting; undefined if people don't sign what they say. */
function coderOf({ document }: Reading): string | undefined {
  const coder = vscode.workspace.getConfiguration('interviewLens', document).get<unknown>('coder');
  return typeof coder === 'string' && coder.trim() !== '' ? coder.trim() : undefined;
}

/** The annotation of a target, unless it is another coder's, which stays as it is. */
export function ownAnnotation({ reading, claim }: Target): Annotation | undefined {
  const found = claim?.annotation;
  return found && isOwn(found, coderOf(reading)) ? found : undefined;
}

/**
 * The annotations of some targets in one document, in their order, new ones where there are none. Changed
 * words are taken over as they are now.
 *
 * @param annotations all that the document has
 */
export async function annotationsFor(
  targets: readonly Target[],
  annotations: readonly Annotation[],
): Promise<Annotation[]> {
  const isKept = (target: Target) => ownAnnotation(target) && target.claim?.state !== 'changed';
  const fresh = targets.filter((target) => !isKept(target));
  const spans = fresh.map(({ span }) => span);
  const [first] = fresh;
  const found = first ? await selectorsOf(first.reading.analysis.text, spans) : [];
  const selectors = new Map(fresh.map((target, nth) => [target, found[nth]]));
  const taken = new Set(annotations.map(({ id }) => id));
  return targets.map((target) => {
    const coder = coderOf(target.reading);
    const signed = coder === undefined ? {} : { coder };
    const own = ownAnnotation(target);
    const selector = selectors.get(target);
    const made = own ?? { id: newId(taken), selector: selector as Selector, tags: [], topics: [] };
    const annotation = { ...made, ...signed, ...(selector && { selector }) };
    taken.add(annotation.id);
    return annotation;
  });
}

/** The selectors of spans of a text, found in slices so that nobody has to wait. */
export async function selectorsOf(
  text: TextLines,
  spans: readonly Span[],
): Promise<readonly Selector[]> {
  return new Slices().finish(selectSteps(text, spans));
}

function isOwn({ coder }: Annotation, own: string | undefined): boolean {
  return own === undefined || coder === undefined || coder === own;
}

/** Claims that others have tagged come last. */
function ownFirst(reading: Reading, claims: readonly ShownClaim[]): ShownClaim[] {
  const own = coderOf(reading);
  const rank = ({ annotation }: ShownClaim) => (annotation && !isOwn(annotation, own) ? 1 : 0);
  return [...claims].sort((a, b) => rank(a) - rank(b));
}

/** The words that are selected in an editor of a document, if any, without white space at the ends. */
export function selectedSpan(reading: Reading): Span | undefined {
  const editor =
    vscode.window.visibleTextEditors.find(({ document }) => document === reading.document) ??
    vscode.window.activeTextEditor;
  if (editor?.document !== reading.document) return undefined;
  const span = trimmedSpan(reading, toSpan(reading.analysis.text, editor.selection));
  return span.end > span.start ? span : undefined;
}

/** The reading of the interview with a URI. */
export async function readingOf({ documents }: Services, uri: string): Promise<Reading> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  return required(await documents.readInterview(document));
}

/** The interview in the active editor; where none is active, as in the walkthrough, the one of the views. */
async function activeInterview({
  documents,
  active,
}: Services): Promise<{ reading: Reading; selections: readonly vscode.Selection[] }> {
  const editor = vscode.window.activeTextEditor ?? (await shown(active.interview));
  const reading = required(editor && (await documents.readInterview(editor.document)));
  return { reading, selections: editor?.selections ?? [new vscode.Selection(0, 0, 0, 0)] };
}

async function shown(interview: Reading | undefined): Promise<vscode.TextEditor | undefined> {
  return interview && vscode.window.showTextDocument(interview.document);
}

function required(reading: Reading | undefined): Reading {
  if (reading) return reading;
  throw new Error(vscode.l10n.t('Open an interview first: claims are tagged in its text.'));
}

function claimAt(reading: Reading, span: Span): ShownClaim | undefined {
  const claims = ownFirst(reading, reading.claims());
  const exact = claims.find(({ start, end }) => start === span.start && end === span.end);
  const shared = (claim: Span) => Math.min(claim.end, span.end) - Math.max(claim.start, span.start);
  const overlapping = claims.filter((claim) => overlaps(claim, span));
  return exact ?? overlapping.sort((a, b) => shared(b) - shared(a))[0];
}

/** The offset of a position or, on a speaker's label or a time, of the words after it. */
function spokenFrom({ analysis }: Reading, position: vscode.Position): number {
  const { text } = analysis;
  const offset = toOffset(text, position);
  if (analysis.passageAt(offset)) return offset;
  const next = analysis.passages().find(({ span }) => span.start > offset);
  return next && text.lineAt(next.span.start) === text.lineAt(offset) ? next.span.start : offset;
}

/** The claim at an offset, or else the nearest one in its paragraph. */
function nearestClaim(reading: Reading, offset: number): ShownClaim | undefined {
  const paragraph = reading.analysis.passageAt(offset)?.span;
  const claims = reading.claims().filter((claim) => paragraph && overlaps(claim, paragraph));
  const distance = (claim: Span) =>
    contains(claim, offset)
      ? 0
      : Math.min(Math.abs(claim.start - offset), Math.abs(claim.end - offset));
  return claims.sort((a, b) => distance(a) - distance(b))[0];
}

function sentenceAt(reading: Reading, offset: number): Span {
  const { text } = reading.analysis;
  const paragraph = reading.analysis.passageAt(offset)?.span ?? text.lineSpan(text.lineAt(offset));
  const inner = sentences(text.slice(paragraph)).map((span) => shifted(span, paragraph.start));
  const found = inner.find(({ end }) => offset <= end);
  if (!found) throw new Error(vscode.l10n.t('Put the cursor on the words of the claim first.'));
  return found;
}
