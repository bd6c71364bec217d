import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';
import type { TouchedPassage } from '../../core/corpus/model';
import {
  speakerOf,
  type TopicCount,
  type TopicCounts,
  type TopicPlace,
} from '../../core/corpus/topics';
import { surfaceKey } from '../../core/entities/surface';
import { lazy } from '../../core/lazy';
import type { Taxonomy, Topic } from '../../core/topics/model';
import { titleOf, titlesAmong, type TitleAmong } from '../../workspace/corpus/titleOf';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { unspokenName } from '../../workspace/unspokenName';
import { topicCard } from './topicCard';

/** What the tree is made from. */
export interface TopicTree {
  readonly taxonomy: Taxonomy;
  readonly counts: TopicCounts;
  readonly scope: 'document' | 'folder';
  readonly grouping: 'document' | 'speaker';
  readonly order: 'taxonomy' | 'count';
  /** Whether to show a topic that isn't touched. */
  readonly showsEmpty: (topic: Topic) => boolean;
}

export interface TopicNode extends Node {
  readonly kind: 'topic';
  readonly topic: Topic;
  /** Its own colour, or that of the nearest topic above that has one. */
  readonly color: string | undefined;
}

/** The passages of a topic in one document, or by one speaker. */
export interface GroupNode extends Node {
  readonly kind: 'group';
  readonly topic: Topic;
  readonly places: readonly TopicPlace[];
}

export interface PassageNode extends Node {
  readonly kind: 'passage';
  readonly topic: Topic;
  readonly place: TopicPlace;
}

export type TopicsNode = TopicNode | GroupNode | PassageNode;

/** The roots of the Topics view; everything below is made when it is first opened. */
export function topicNodes(tree: TopicTree): TopicNode[] {
  return shownTopics(tree, tree.taxonomy.topics).map((topic) => topicNode(tree, topic, undefined));
}

function shownTopics({ counts, order, showsEmpty }: TopicTree, topics: readonly Topic[]): Topic[] {
  const shown = topics.filter((topic) => counts.of(topic.id).passages > 0 || showsEmpty(topic));
  if (order === 'taxonomy') return shown;
  return shown.sort((a, b) => counts.of(b.id).passages - counts.of(a.id).passages);
}

function topicNode(tree: TopicTree, topic: Topic, parent: TopicNode | undefined): TopicNode {
  const count = tree.counts.of(topic.id);
  const color = topic.color ?? parent?.color;
  const node: TopicNode = {
    kind: 'topic',
    id: `topic:${topic.id}`,
    parent,
    topic,
    color,
    children: lazy((): TopicsNode[] => [
      ...shownTopics(tree, topic.children).map((child) => topicNode(tree, child, node)),
      ...placeNodes(tree, topic, node),
    ]),
    item: () => topicItem(tree, topic, count, iconOf(topic.icon, color)),
    tooltip: () => topicCard(topic, tree),
  };
  return node;
}

/** The passages of a topic itself: by document or speaker, or, in a single document, directly. */
function placeNodes(tree: TopicTree, topic: Topic, parent: TopicNode): TopicsNode[] {
  const places = tree.counts.placesOf(topic.id);
  if (tree.grouping === 'speaker') {
    const groups = grouped(places, (place) => surfaceKey(speakerOf(place)?.name ?? ''));
    return [...groups]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([key, ofOne]) => speakerNode(tree, key, ofOne, parent));
  }
  if (tree.scope === 'document') return places.map((place) => passageNode(tree, place, parent));
  const groups = grouped(places, ({ document }) => document.uri);
  const titleAmong = titlesAmong([...groups.values()].map(([{ document }]) => document));
  return [...groups.values()].map((ofOne) => documentNode(tree, ofOne, titleAmong, parent));
}

function topicItem(
  { scope, counts }: TopicTree,
  topic: Topic,
  count: TopicCount,
  icon: vscode.TreeItem['iconPath'],
): vscode.TreeItem {
  const isLeaf = topic.children.length === 0 && counts.of(topic.id).passages === 0;
  const item = new vscode.TreeItem(
    plain(topic.label),
    isLeaf ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.description = countText(count, scope);
  item.iconPath = icon;
  item.contextValue = 'topic';
  item.accessibilityInformation = {
    label: `${topic.label}: ${countSentence(count, scope)}`,
  };
  return item;
}

/** `12 · 3 speakers`; over a folder `12 in 4 · 3 speakers`. */
function countText(
  { passages, speakers, documents }: TopicCount,
  scope: TopicTree['scope'],
): string {
  const number =
    scope === 'folder' && passages > 0
      ? vscode.l10n.t('{0} in {1}', passages, documents)
      : String(passages);
  return speakers > 1 ? `${number} · ${vscode.l10n.t('{0} speakers', speakers)}` : number;
}

/** As {@link countText}, in words for screen readers. */
export function countSentence(count: TopicCount, scope: TopicTree['scope']): string {
  const { passages, speakers, documents } = count;
  return scope === 'folder'
    ? vscode.l10n.t('passages: {0}, speakers: {1}, interviews: {2}', passages, speakers, documents)
    : vscode.l10n.t('passages: {0}, speakers: {1}', passages, speakers);
}

/** The taxonomy's icon, or else a dot in its colour, as theme icons only take theme colours. */
function iconOf(
  icon: string | undefined,
  color: string | undefined,
): vscode.ThemeIcon | vscode.Uri {
  if (icon !== undefined) return new vscode.ThemeIcon(icon);
  if (color === undefined) return new vscode.ThemeIcon('tag');
  const dot = `<circle cx="8" cy="8" r="5" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${dot}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}

function documentNode(
  tree: TopicTree,
  places: readonly [TopicPlace, ...TopicPlace[]],
  titleAmong: TitleAmong,
  parent: TopicNode,
): GroupNode {
  const { document } = places[0];
  const item = () => {
    const made = groupItem(titleAmong(document), places.length, 'file');
    made.tooltip = vscode.workspace.asRelativePath(vscode.Uri.parse(document.uri));
    return made;
  };
  return groupNode(tree, `document:${document.uri}`, places, parent, item);
}

function speakerNode(
  tree: TopicTree,
  key: string,
  places: readonly [TopicPlace, ...TopicPlace[]],
  parent: TopicNode,
): GroupNode {
  const name = speakerOf(places[0])?.name ?? vscode.l10n.t('Nobody speaks');
  const item = () => groupItem(name, places.length, 'person');
  return groupNode(tree, `speaker:${key}`, places, parent, item);
}

function groupNode(
  tree: TopicTree,
  key: string,
  places: readonly TopicPlace[],
  parent: TopicNode,
  item: () => vscode.TreeItem,
): GroupNode {
  const node: GroupNode = {
    kind: 'group',
    id: `${parent.id}/${key}`,
    parent,
    topic: parent.topic,
    places,
    children: lazy(() => places.map((place) => passageNode(tree, place, node))),
    item,
  };
  return node;
}

function groupItem(label: string, passages: number, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(label), vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = String(passages);
  item.contextValue = 'topicGroup';
  item.accessibilityInformation = {
    label: `${label}: ${vscode.l10n.t('passages: {0}', passages)}`,
  };
  return item;
}

function passageNode(
  tree: TopicTree,
  place: TopicPlace,
  parent: TopicNode | GroupNode,
): PassageNode {
  const { document, passage, touch } = place;
  return {
    kind: 'passage',
    id: `${parent.id}/${document.uri}#${passage.start}`,
    parent,
    topic: parent.topic,
    place,
    leadsTo: { uri: document.uri, start: touch.start, end: touch.end },
    children: () => [],
    item: () => passageItem(tree, place, parent.topic),
  };
}

function passageItem(tree: TopicTree, place: TopicPlace, topic: Topic): vscode.TreeItem {
  const { touch } = place;
  const { label, highlights } = excerptOf(place);
  const item = new vscode.TreeItem({ label, highlights });
  const where = placeName(tree, place);
  item.description = where;
  item.tooltip = label;
  item.contextValue = touch.byHand ? 'passage.byHand' : 'passage';
  if (touch.byHand) item.iconPath = new vscode.ThemeIcon('edit');
  const said = touch.byHand ? [vscode.l10n.t('said by hand')] : [];
  item.accessibilityInformation = { label: [topic.label, where, ...said, label].join(', ') };
  return item;
}

/** The words around the first hit, which is marked. */
function excerptOf({ passage, touch }: TopicPlace): {
  label: string;
  highlights: [number, number][];
} {
  const { excerpt = passage.excerpt, from = passage.from } = touch;
  const lead = from > passage.start ? '… ' : '';
  const tail = from + excerpt.length < passage.end ? '…' : '';
  const label = lead + excerpt + tail;
  const start = touch.start - from + lead.length;
  const end = Math.min(touch.end - from, excerpt.length) + lead.length;
  return { label, highlights: start >= 0 && start < end ? [[start, end]] : [] };
}

/** Where a passage is, and who speaks: `The Pilot House · question 3`. */
function placeName(tree: TopicTree, place: TopicPlace): string {
  const { document, passage } = place;
  const speaker = speakerOf(place);
  const name = tree.grouping === 'speaker' ? undefined : speaker?.label;
  const title = tree.grouping === 'speaker' && tree.scope === 'folder' && titleOf(document);
  const parts = [title || undefined, name, questionName(passage, document)];
  return parts
    .filter((part) => part !== undefined)
    .map(plain)
    .join(' · ');
}

function questionName(passage: TouchedPassage, { summary }: CorpusDocument): string | undefined {
  const { question, speaker, start } = passage;
  if (question === undefined) {
    return speaker === undefined ? unspokenName(start, summary.speakers[0]?.span.start) : undefined;
  }
  const isAsked = speaker !== undefined && summary.speakers[speaker]?.role === 'interviewer';
  return isAsked ? vscode.l10n.t('question {0}', question) : vscode.l10n.t('answer {0}', question);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
