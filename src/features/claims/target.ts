import * as vscode from 'vscode';
import { selectAll } from '../../core/annotations/anchor';
import type { Annotation, Selector } from '../../core/annotations/model';
import type { ShownClaim } from '../../core/claims/shown';
import { sentences } from '../../core/text/sentences';
import { contains, overlaps, shifted, trimmed, type Span } from '../../core/text/span';
import type { Reading } from '../../workspace/documents';
import { newId } from '../../workspace/newId';
import { toOffset, toSpan } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import type { ClaimNode } from './claimNodes';

/** What a command is about: a stretch of a document, with the claim that stands there, if any. */
export interface Target {
  readonly reading: Reading;
  readonly span: Span;
  readonly claim: ShownClaim | undefined;
}

/**
 * A command's first argument: a lens's URI (start and end follow), a node of the view, or, from the
 * editor's menu, the URI of its document.
 */
export type Source = string | ClaimNode | vscode.Uri | undefined;

/** What a lens, a node of the view or the cursor points at. */
export async function targetOf(
  services: Services,
  source: Source,
  start?: number,
  end?: number,
): Promise<Target> {
  if (typeof source === 'object' && 'claim' in source) {
    return targetAt(await readingOf(services, source.uri), source.claim);
  }
  if (typeof source === 'string' && start !== undefined && end !== undefined) {
    return targetAt(await readingOf(services, source), { start, end });
  }
  const { reading, selection } = await activeInterview(services);
  const offset = toOffset(reading.analysis.text, selection.active);
  const claim = nearestClaim(reading, offset);
  return { reading, span: claim ?? sentenceAt(reading, offset), claim };
}

/** The claim at a place, as it stands there now: the lens or the view may be of before an edit. */
function targetAt(reading: Reading, span: Span): Target {
  const claim = claimAt(reading, span);
  return { reading, span: claim ?? span, claim };
}

/** The selected words of the active editor, without white space at their ends. */
export async function selectedTarget(services: Services): Promise<Target> {
  const { reading, selection } = await activeInterview(services);
  const { text } = reading.analysis;
  const selected = toSpan(text, selection);
  const inner = trimmed(text.slice(selected), { start: 0, end: selected.end - selected.start });
  const span = shifted(inner, selected.start);
  if (span.end === span.start)
    throw new Error(vscode.l10n.t('Select the words of the claim first.'));
  const claim = reading.claims().find((one) => one.start === span.start && one.end === span.end);
  return { reading, span, claim };
}

/** The annotation of a target, or a new one for it. Where words were changed, it is of the new words. */
export function annotationFor(target: Target, annotations: readonly Annotation[]): Annotation {
  const { reading, span, claim } = target;
  const known = claim?.annotation;
  if (known && claim.state !== 'changed') return known;
  const [selector] = selectAll(reading.analysis.text, [span]) as [Selector];
  return known
    ? { ...known, selector }
    : { id: newId(annotations), selector, tags: [], topics: [] };
}

async function readingOf({ documents }: Services, uri: string): Promise<Reading> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  return required(await documents.readInterview(document));
}

async function activeInterview({
  documents,
}: Services): Promise<{ reading: Reading; selection: vscode.Selection }> {
  const editor = vscode.window.activeTextEditor;
  const reading = required(editor && (await documents.readInterview(editor.document)));
  return { reading, selection: editor?.selection ?? new vscode.Selection(0, 0, 0, 0) };
}

function required(reading: Reading | undefined): Reading {
  if (reading) return reading;
  throw new Error(vscode.l10n.t('Open an interview first: claims are tagged in its text.'));
}

function claimAt(reading: Reading, span: Span): ShownClaim | undefined {
  const claims = reading.claims();
  const exact = claims.find(({ start, end }) => start === span.start && end === span.end);
  const shared = (claim: Span) => Math.min(claim.end, span.end) - Math.max(claim.start, span.start);
  const overlapping = claims.filter((claim) => overlaps(claim, span));
  return exact ?? overlapping.sort((a, b) => shared(b) - shared(a))[0];
}

/** The claim at an offset, else the one of its paragraph that is nearest. */
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
