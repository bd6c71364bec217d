import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { contains } from '../../core/text/span';
import { nameOfKind } from '../../workspace/claimNames';
import type { Reading } from '../../workspace/documents';
import { addLink, addText, card } from '../../workspace/markdown';
import { toOffset, toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { namingFor } from './naming';
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

/** What people said of a claim, over its words. */
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
    const tagged = reading.claims().filter((one) => one.annotation && contains(one, offset));
    const [first] = tagged;
    if (!first) return undefined;
    const naming = namingFor(this.services, reading);
    const cards = tagged.map((claim) => cardOf(reading, claim, naming));
    return new vscode.Hover(cards, toRange(reading.analysis.text, first));
  }
}

function cardOf(reading: Reading, claim: ShownClaim, naming: Naming): vscode.MarkdownString {
  const markdown = card();
  const { annotation } = claim;
  if (!annotation) return markdown;
  const { status, rating, confidence, tags, topics, note, coder, was } = annotation;
  const line = (text: string) => addText(markdown, text).appendMarkdown('  \n');
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
        'The text was changed, and the same words stand elsewhere, too: it may be these or others.',
      ),
    );
  } else if (needsReview(claim)) {
    line(vscode.l10n.t('The text was changed. It was: {0}', was ?? annotation.selector.quote));
  }
  markdown.appendMarkdown('\n\n');
  for (const reason of whyLines(claim, reading.analysis)) line(reason);
  addActions(markdown, [reading.document.uri.toString(), claim.start, claim.end]);
  return markdown;
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

function addActions(markdown: vscode.MarkdownString, place: readonly unknown[]): void {
  const links: [label: string, command: string][] = [
    [vscode.l10n.t('Edit…'), 'interviewLens.tagClaim'],
    [vscode.l10n.t('Verified'), 'interviewLens.markVerified'],
    [vscode.l10n.t('Disputed'), 'interviewLens.markDisputed'],
    [vscode.l10n.t('Refuted'), 'interviewLens.markRefuted'],
    [vscode.l10n.t('Remove Tags'), 'interviewLens.removeTags'],
  ];
  markdown.appendMarkdown('\n\n');
  links.forEach(([label, command], index) => {
    if (index > 0) markdown.appendMarkdown(' · ');
    addLink(markdown, label, command, place);
  });
}
