import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { contains, itemAt } from '../../core/text/span';
import { nameOfKind } from '../../workspace/claimNames';
import type { Reading } from '../../workspace/documents';
import { addLink, addText, card } from '../../workspace/markdown';
import { toOffset, toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { namingFor } from './naming';
import { rowsOf } from './rows';
import { nameOfLikelihood, whyLines } from './why';
import {
  iconOfStatus,
  nameOfConfidence,
  nameOfRating,
  nameOfStatus,
  isPlaceUnsure,
  needsReview,
  type Naming,
} from './words';
import { ratingText } from '../../core/annotations/rating';

/** Shows what people said about a claim, and why it was found, when hovering over its words. */
export class ClaimHovers implements vscode.HoverProvider {
  constructor(private readonly services: Services) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!vscode.workspace.getConfiguration('interviewLens.claims', document).get('hover', true)) {
      return undefined;
    }
    const reading = await this.services.documents.readInterview(document);
    if (!reading) return undefined;
    const offset = toOffset(reading.analysis.text, position);
    const claims = markedAt(reading, offset);
    const [first] = claims;
    if (!first) return undefined;
    const naming = namingFor(this.services, reading);
    const cards = claims.map((claim) => cardOf(reading, claim, naming));
    return new vscode.Hover(cards, toRange(reading.analysis.text, first));
  }
}

/**
 * The tagged claims at a place or, if there are none, one that has a lens. Others have no card: nearly every
 * sentence is a claim, and a card wherever the pointer rests would be in a reader's way. So would one next to
 * a name's.
 */
function markedAt(reading: Reading, offset: number): ShownClaim[] {
  const here = reading.claims().filter((claim) => contains(claim, offset));
  const tagged = here.filter(({ annotation }) => annotation);
  if (tagged.length > 0 || here.length === 0) return tagged;
  const { mentions } = reading.analysis.entities();
  if (itemAt(mentions, offset, ({ span }) => span)) return [];
  const lensed = new Set(rowsOf(reading).flatMap(({ shown }) => shown));
  return here.filter((claim) => lensed.has(claim));
}

function cardOf(reading: Reading, claim: ShownClaim, naming: Naming): vscode.MarkdownString {
  const markdown = card();
  addSaid(markdown, claim, naming);
  for (const reason of whyLines(claim, reading.analysis)) addLine(markdown, reason);
  addActions(markdown, claim, [reading.document.uri.toString(), claim.start, claim.end]);
  return markdown;
}

function addLine(markdown: vscode.MarkdownString, text: string): void {
  addText(markdown, text).appendMarkdown('  \n');
}

/** What a person said of the claim. */
function addSaid(markdown: vscode.MarkdownString, claim: ShownClaim, naming: Naming): void {
  const { annotation } = claim;
  if (!annotation) return;
  const { status, rating, confidence, tags, topics, note, coder, was } = annotation;
  const line = (text: string) => {
    addLine(markdown, text);
  };
  markdown.appendMarkdown(`$(${iconOfStatus(status)}) `);
  line(headline(claim));
  if (rating) line(`${ratingText(rating)} · ${nameOfRating(rating)}`);
  if (confidence) line(nameOfConfidence(confidence));
  const names = [...tags.map(naming.nameOfTag), ...topics.map(naming.nameOfTopic)];
  if (names.length > 0) line(names.join(', '));
  if (note) line(vscode.l10n.t('Note: {0}', note));
  if (coder) line(vscode.l10n.t('Coder: {0}', coder));
  if (isPlaceUnsure(claim)) {
    line(
      vscode.l10n.t(
        'The text was changed, and the same words are elsewhere, too: it may be these or others.',
      ),
    );
  } else if (needsReview(claim)) {
    line(vscode.l10n.t('The text was changed. It was: {0}', was ?? annotation.selector.quote));
  }
  markdown.appendMarkdown('\n\n');
}

/** `verified · prediction · unlikely (20–45 %) · Hart` */
function headline({ annotation, kind, likelihood, source }: ShownClaim): string {
  return [
    ...(annotation?.status ? [nameOfStatus(annotation.status)] : []),
    kind ? nameOfKind(kind) : vscode.l10n.t('claim'),
    ...(likelihood ? [nameOfLikelihood(likelihood)] : []),
    ...(source?.name ? [source.name] : []),
  ].join(' · ');
}

function addActions(
  markdown: vscode.MarkdownString,
  { annotation }: ShownClaim,
  place: readonly unknown[],
): void {
  const links: [label: string, command: string][] = [
    [annotation ? vscode.l10n.t('Edit…') : vscode.l10n.t('Tag…'), 'interviewLens.tagClaim'],
    [vscode.l10n.t('Verified'), 'interviewLens.markVerified'],
    [vscode.l10n.t('Disputed'), 'interviewLens.markDisputed'],
    [vscode.l10n.t('Refuted'), 'interviewLens.markRefuted'],
    annotation
      ? [vscode.l10n.t('Remove Tags'), 'interviewLens.removeTags']
      : [vscode.l10n.t('No claim'), 'interviewLens.dismissClaim'],
  ];
  markdown.appendMarkdown('\n\n');
  links.forEach(([label, command], index) => {
    if (index > 0) markdown.appendMarkdown(' · ');
    addLink(markdown, label, command, place);
  });
}
