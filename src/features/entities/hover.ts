import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import type { Corpus } from '../../core/corpus/merge';
import type { Entity, EntityType, Mention } from '../../core/entities/model';
import type { Role, Speaker } from '../../core/interview/model';
import { overlaps, type Span } from '../../core/text/span';
import { allTopics, type Topic } from '../../core/topics/model';
import type { Reading } from '../../workspace/documents';
import { addLink, addText, card, plain } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';
import { localise } from '../../workspace/localise';
import type { Services } from '../../workspace/services';
import { unspokenName } from '../../workspace/unspokenName';
import { entityAt, labelledTurnAt, type Named } from './entityAt';
import { addFolder, addSpeakingElsewhere } from './folderCard';
import { entityOver } from './folderNames';
import { addRelation } from './relationLine';
import { iconOf, nameOfType } from './types';

const ALIASES_SHOWN = 5;
const TOPICS_SHOWN = 3;
const LINES_SHOWN = 3;
const SPEAKERS_SHOWN = 4;

/** Cards on names. */
export class EntityHovers implements vscode.HoverProvider {
  constructor(private readonly services: Services) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const settings = vscode.workspace.getConfiguration('interviewLens.entities', document);
    if (!settings.get('hover', true)) return undefined;
    const reading = await this.services.documents.readInterview(document);
    if (!reading || token.isCancellationRequested) return undefined;
    const { text } = reading.analysis;
    const turn = labelledTurnAt(reading, position);
    const named = entityAt(reading, position);
    if (named) {
      const { taxonomy } = this.services.taxonomies.of(document.uri).value;
      const { corpus } = this.services.folder;
      const markdown = entityCard(reading, named, turn?.speaker, taxonomy.topics, corpus);
      return new vscode.Hover(markdown, toRange(text, named.span));
    }
    if (!turn?.speaker || !turn.label) return undefined;
    const markdown = speakerCard(reading, turn.speaker, this.services.folder.corpus);
    return new vscode.Hover(markdown, toRange(text, turn.label));
  }
}

/** A card on a speaker whom nobody mentions. */
function speakerCard(reading: Reading, speaker: Speaker, corpus: Corpus): vscode.MarkdownString {
  const markdown = card();
  addHeading(markdown, speaker.name, 'person');
  if (speaker.description) addText(markdown, speaker.description).appendMarkdown('\n\n');
  addSpeaking(markdown, reading, speaker);
  addSpeakingElsewhere(markdown, corpus, speaker.name, reading.document.uri.toString());
  return markdown;
}

/** `Answers, 7 turns`. */
function addSpeaking(markdown: vscode.MarkdownString, reading: Reading, speaker: Speaker): void {
  const { turns } = reading.analysis.interview;
  const own = turns.filter((turn) => turn.speaker?.id === speaker.id).length;
  const count = own === 1 ? vscode.l10n.t('1 turn') : vscode.l10n.t('{0} turns', own);
  const roles: Record<Role, string> = {
    interviewer: vscode.l10n.t('Asks, {0}', count),
    interviewee: vscode.l10n.t('Answers, {0}', count),
    panellist: vscode.l10n.t('On the panel, {0}', count),
    narrator: vscode.l10n.t('Narrates, {0}', count),
    caller: vscode.l10n.t('Calls in, {0}', count),
    other: vscode.l10n.t('Speaks, {0}', count),
  };
  addText(markdown, roles[speaker.role]).appendMarkdown('\n\n');
}

/** The speaker that an entity is, if it is one. */
function speakerWho({ analysis }: Reading, entity: Entity): Speaker | undefined {
  const { bySpeaker } = analysis.entities();
  return analysis.interview.speakers.find(({ id }) => bySpeaker.get(id)?.id === entity.id);
}

function entityCard(
  reading: Reading,
  named: Named,
  speaker: Speaker | undefined,
  topics: readonly Topic[],
  corpus: Corpus,
): vscode.MarkdownString {
  const { entity } = named;
  const uri = reading.document.uri.toString();
  const markdown = card();
  addHeading(markdown, entity.name, entity.type, () => {
    const about = [uri, entity.id];
    addLink(markdown, '$(info)', 'interviewLens.explainEntity', about, localise(entity.why));
  });
  if (entity.description) addText(markdown, entity.description).appendMarkdown('\n\n');
  if (entity.aliases.length > 0) {
    const shown = entity.aliases.slice(0, ALIASES_SHOWN).map(plain).join(', ');
    const more = entity.aliases.length > ALIASES_SHOWN ? ', …' : '';
    addText(markdown, vscode.l10n.t('Also: {0}', shown + more)).appendMarkdown('\n\n');
  }
  addRelation(markdown, reading, entity);
  const who = speaker ?? speakerWho(reading, entity);
  if (who) addSpeaking(markdown, reading, who);
  addMentions(markdown, reading, entity);
  const touched = topicsWith(reading, entity, topics);
  if (touched.length > 0) {
    const labels = touched.slice(0, TOPICS_SHOWN).join(', ');
    addText(markdown, vscode.l10n.t('Topics: {0}', labels)).appendMarkdown('\n\n');
  }
  const over = entityOver(corpus, uri, entity.id);
  if (entity.type === 'person') addSpeakingElsewhere(markdown, corpus, entity.name, uri);
  if (over) addFolder(markdown, corpus, over, uri);
  for (const link of entity.card?.links ?? []) addLinkOut(markdown, link);
  addActions(markdown, reading, named);
  return markdown;
}

function addHeading(
  markdown: vscode.MarkdownString,
  name: string,
  type: EntityType,
  addMore?: () => void,
): void {
  markdown.appendMarkdown(`$(${iconOf(type)}) **`);
  addText(markdown, name);
  markdown.appendMarkdown(`** · ${nameOfType(type)} `);
  addMore?.();
  markdown.appendMarkdown('\n\n');
}

/** `6 mentions — Lindqvist 4 (12, 24), introduction 2 (7)`, the lines being links. */
function addMentions(markdown: vscode.MarkdownString, reading: Reading, entity: Entity): void {
  const count = entity.mentions.length;
  markdown.appendMarkdown(
    count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count),
  );
  const all = [...bySpeaker(reading, entity)];
  const shown = all.slice(0, SPEAKERS_SHOWN);
  shown.forEach(([speaker, mentions], index) => {
    addText(markdown.appendMarkdown(index === 0 ? ' — ' : ', '), speaker);
    markdown.appendMarkdown(mentions.length > 1 ? ` ${mentions.length} (` : ' (');
    addLines(markdown, reading, mentions);
    markdown.appendMarkdown(')');
  });
  const more = all.length - shown.length;
  if (more > 0) markdown.appendMarkdown(`, ${vscode.l10n.t('and {0} more', more)}`);
  markdown.appendMarkdown('\n\n');
}

function addLines(
  markdown: vscode.MarkdownString,
  reading: Reading,
  mentions: readonly Mention[],
): void {
  const { text } = reading.analysis;
  const byLine = new Map<number, Span>();
  for (const { span } of mentions) {
    const line = text.lineAt(span.start) + 1;
    if (!byLine.has(line)) byLine.set(line, span);
  }
  const lines = [...byLine];
  lines.slice(0, LINES_SHOWN).forEach(([line, { start, end }], index) => {
    if (index > 0) markdown.appendMarkdown(', ');
    const label = index === 0 ? vscode.l10n.t('line {0}', line) : String(line);
    addLink(markdown, label, 'interviewLens.revealPassage', [
      reading.document.uri.toString(),
      start,
      end,
    ]);
  });
  if (lines.length > LINES_SHOWN) markdown.appendMarkdown(', …');
}

/** Mentions by who makes them, the most frequent first; those that nobody speaks form one group. */
function bySpeaker({ analysis }: Reading, { mentions }: Entity): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const who = speaking(analysis, mention.span.start);
    const group = groups.get(who);
    if (group) group.push(mention);
    else groups.set(who, [mention]);
  }
  return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
}

/** Who speaks at a place; nobody speaks titles and notes, which are before, within or after the interview. */
function speaking(analysis: Analysis, offset: number): string {
  const { turn } = analysis.passageAt(offset) ?? {};
  if (turn) return turn.speaker?.label ?? vscode.l10n.t('in the interview');
  return unspokenName(offset, analysis.interview.turns[0]?.span.start);
}

/** Labels of topics touched in the passages that mention the entity, the most frequent first. */
function topicsWith(reading: Reading, entity: Entity, topics: readonly Topic[]): string[] {
  const touched = reading.topics();
  const passages = new Set(
    entity.mentions.map(({ span }) => reading.analysis.passageAt(span.start)?.span),
  );
  const spans = [...passages].filter((span) => span !== undefined);
  return [...allTopics(topics)]
    .map((topic) => {
      const shared = (touched.get(topic.id) ?? []).filter((passage) =>
        spans.some((span) => overlaps(span, passage.span)),
      );
      return { label: topic.label, count: shared.length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ label }) => label);
}

/** A link from the user's card, shown as its own address, so that it can't pose as another. */
function addLinkOut(markdown: vscode.MarkdownString, link: string): void {
  const target = vscode.Uri.parse(link).toString();
  markdown.appendMarkdown('[');
  addText(markdown, link);
  markdown.appendMarkdown(`](${target.replace(/[()<>\s]/g, encodeURIComponent)})\n\n`);
}

function addActions(markdown: vscode.MarkdownString, reading: Reading, named: Named): void {
  const { entity, span } = named;
  const uri = reading.document.uri.toString();
  const first = entity.mentions[0];
  const next = entity.mentions.find((mention) => mention.span.start > span.start) ?? first;
  const add = (label: string, command: string, args: unknown[]) => {
    addLink(markdown, label, command, args).appendMarkdown(' · ');
  };
  if (first && next && entity.mentions.length > 1) {
    const { start, end } = first.span;
    add(vscode.l10n.t('First mention'), 'interviewLens.revealPassage', [uri, start, end]);
    add(vscode.l10n.t('Next mention'), 'interviewLens.revealPassage', [
      uri,
      next.span.start,
      next.span.end,
    ]);
  }
  const about = [uri, entity.id];
  if (entity.card) add(vscode.l10n.t('Open card'), 'interviewLens.openCard', about);
  else add(vscode.l10n.t('Create card…'), 'interviewLens.createCard', about);
  addLink(markdown, vscode.l10n.t('Merge with…'), 'interviewLens.mergeEntity', about);
  if (entity.card) return;
  markdown.appendMarkdown(' · ');
  addLink(markdown, vscode.l10n.t('Not an entity'), 'interviewLens.notAnEntity', about);
}
