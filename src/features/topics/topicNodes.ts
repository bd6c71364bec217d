import * as vscode from 'vscode';
import type { Exchange, Turn } from '../../core/interview/model';
import { lazy } from '../../core/lazy';
import type { Span } from '../../core/text/span';
import { rolledUp, type TopicPassage } from '../../core/topics/count';
import type { Taxonomy, Topic } from '../../core/topics/model';
import type { Reading } from '../../workspace/documents';
import type { Node } from '../../workspace/modelTree';

/** How much of a passage is shown around its first hit, in UTF-16 units. */
const BEFORE_HIT = 24;
const EXCERPT = 120;

/** The topics that the interview touches, with their passages, in the order of the taxonomy. */
export function topicNodes(taxonomy: Taxonomy, reading: Reading): Node[] {
  return taxonomy.topics.flatMap((topic) => topicNode(topic, reading, undefined));
}

function topicNode(topic: Topic, reading: Reading, parent: Node | undefined): Node[] {
  const touched = reading.analysis.topics();
  const count = rolledUp(topic, touched).length;
  if (count === 0) return [];
  const node: Node = {
    id: `topic:${topic.id}`,
    parent,
    children: lazy(() => [
      ...topic.children.flatMap((child) => topicNode(child, reading, node)),
      ...(touched.get(topic.id) ?? []).map((passage) => passageNode(topic, passage, reading, node)),
    ]),
    item: () => topicItem(topic, count, parent === undefined),
  };
  return [node];
}

function topicItem(topic: Topic, count: number, isTop: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(topic.label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(count);
  item.iconPath = iconOf(topic, isTop);
  item.tooltip = topic.description ?? topic.label;
  item.contextValue = 'topic';
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, {1} passages', topic.label, count),
  };
  return item;
}

/** The taxonomy's icon; else a dot in its colour, as icons of the theme take colours of the theme only. */
function iconOf({ icon, color }: Topic, isTop: boolean): vscode.ThemeIcon | vscode.Uri {
  if (icon !== undefined) return new vscode.ThemeIcon(icon);
  if (color === undefined) return new vscode.ThemeIcon(isTop ? 'tag' : 'symbol-field');
  const dot = `<circle cx="8" cy="8" r="5" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${dot}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}

function passageNode(topic: Topic, passage: TopicPassage, reading: Reading, parent: Node): Node {
  return {
    id: `${parent.id}/passage:${passage.span.start}`,
    parent,
    children: () => [],
    item: () => passageItem(topic, passage, reading),
  };
}

function passageItem(topic: Topic, passage: TopicPassage, reading: Reading): vscode.TreeItem {
  const { text, interview } = reading.analysis;
  const hit = passage.hits[0] ?? passage.span;
  const { label, highlights } = excerpt(text.slice(passage.span), passage);
  const item = new vscode.TreeItem({ label, highlights });
  const where = placeName(passage.turn, interview.exchanges);
  item.description = where;
  item.tooltip = text.slice(passage.span);
  item.contextValue = 'passage';
  item.accessibilityInformation = { label: `${topic.label}, ${where}: ${label}` };
  item.command = {
    command: 'interviewLens.revealPassage',
    title: vscode.l10n.t('Go to Passage'),
    arguments: [reading.document.uri.toString(), hit.start, hit.end],
  };
  return item;
}

/** The words around the first hit, with the hits that stand in them. */
function excerpt(
  text: string,
  { span, hits }: TopicPassage,
): { label: string; highlights: [number, number][] } {
  const first = (hits[0] ?? span).start - span.start;
  const from = first <= BEFORE_HIT ? 0 : text.indexOf(' ', first - BEFORE_HIT) + 1;
  const lead = from > 0 ? '… ' : '';
  // One unit for one, so that the highlights stay right.
  const label = lead + text.slice(from, from + EXCERPT).replace(/\s/g, ' ');
  const shift = lead.length - from - span.start;
  const highlights = hits
    .map(({ start, end }: Span): [number, number] => [
      start + shift,
      Math.min(end + shift, label.length),
    ])
    .filter(([start, end]) => start >= 0 && start < end);
  return { label, highlights };
}

/** Where a passage stands, and who speaks: `Question 3 · The Pilot House`. */
function placeName(turn: Turn | undefined, exchanges: readonly Exchange[]): string {
  if (!turn) return vscode.l10n.t('before the interview');
  const speaker = turn.speaker?.label ?? '';
  const number = exchanges.findIndex(
    ({ span }) => span.start <= turn.span.start && turn.span.start < span.end,
  );
  if (number < 0) return speaker;
  const kind =
    turn.role === 'interviewer'
      ? vscode.l10n.t('question {0}', number + 1)
      : vscode.l10n.t('answer {0}', number + 1);
  return speaker ? `${speaker} · ${kind}` : kind;
}
