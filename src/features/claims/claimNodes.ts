import * as vscode from 'vscode';
import { STATUSES } from '../../core/annotations/model';
import type { Codebook } from '../../core/codebook/model';
import { passes } from '../../core/claims/filter';
import {
  byCode,
  byKind,
  bySource,
  byStatus,
  byTopic,
  type ClaimGroup,
} from '../../core/claims/groups';
import { CLAIM_KINDS } from '../../core/claims/model';
import type { ShownClaim } from '../../core/claims/shown';
import { lazy } from '../../core/lazy';
import type { Topic } from '../../core/topics/model';
import { nameOfKind } from '../../workspace/claimNames';
import type { Reading } from '../../workspace/documents';
import { addText, card, plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { colourDot } from './dot';
import { nameOfLikelihood, whyLines } from './why';
import {
  checkedAs,
  iconOfKind,
  iconOfStatus,
  nameOfStatus,
  needsReview,
  tagsOf,
  type Naming,
} from './words';

export const GROUPINGS = ['speaker', 'kind', 'tag', 'status', 'topic'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What the tree is made from. */
export interface ClaimList {
  readonly reading: Reading;
  readonly naming: Naming;
  readonly codebook: Codebook;
  readonly topics: readonly Topic[];
  readonly grouping: Grouping;
  /** Words that a listed claim has to contain; '' lists all. */
  readonly filter: string;
}

/** A claim in the tree; commands of its menu get it as their argument. */
export interface ClaimNode extends Node {
  readonly uri: string;
  readonly claim: ShownClaim;
}

/** A tag that is not in the codebook. */
export interface TagNode extends Node {
  readonly tag: string;
}

/** An annotation whose words are no longer in the text. */
export interface OrphanNode extends Node {
  readonly uri: string;
  readonly annotationId: string;
}

export function isClaimNode(node: Node): node is ClaimNode {
  return 'claim' in node;
}

export function isOrphanNode(node: Node): node is OrphanNode {
  return 'annotationId' in node;
}

export function isTagNode(node: Node): node is TagNode {
  return 'tag' in node;
}

/** The claims of a document in groups, after changed and orphaned annotations. */
export function claimNodes(list: ClaimList): Node[] {
  const shown = list.reading
    .claims()
    .filter((claim) => list.filter === '' || passes(wordsOf(list, claim), list.filter));
  return [
    ...orphanGroup(list),
    ...reviewGroup(list, shown.filter(needsReview)),
    ...groupsOf(list, shown).map((group) => groupNode(list, group, undefined)),
  ];
}

/** All that the filter looks at: a claim's words, and what is said about it. */
function wordsOf({ reading, naming }: ClaimList, claim: ShownClaim): string {
  const { annotation, source } = claim;
  const names = (annotation?.tags ?? []).flatMap((tag) => [tag, naming.nameOfTag(tag)]);
  return [
    reading.analysis.text.slice(claim),
    detailsOf(claim, naming),
    source?.name,
    ...names,
    ...(annotation?.topics ?? []).map(naming.nameOfTopic),
    annotation?.note,
    annotation?.coder,
  ].join('\n');
}

function groupsOf(
  { reading, grouping, codebook, topics }: ClaimList,
  claims: readonly ShownClaim[],
): ClaimGroup[] {
  switch (grouping) {
    case 'speaker':
      return bySource(claims);
    case 'kind':
      return byKind(claims);
    case 'tag':
      return byCode(claims, codebook);
    case 'status':
      return byStatus(claims);
    case 'topic': {
      const touched = [...reading.topics()].map(([id, passages]) => {
        const hits = passages.flatMap((passage) => passage.hits);
        return [id, hits.sort((a, b) => a.start - b.start)] as const;
      });
      return byTopic(claims, topics, new Map(touched));
    }
  }
}

function groupNode(list: ClaimList, group: ClaimGroup, parent: Node | undefined): Node {
  const { grouping } = list;
  const isFreeTag = grouping === 'tag' && group.key.startsWith('free:');
  const node: Node = {
    id: `${parent?.id ?? grouping}/${group.key}`,
    parent,
    ...(isFreeTag && { tag: group.name }),
    children: lazy(() => [
      ...group.children.map((child) => groupNode(list, child, node)),
      ...claimsIn(list, group.claims, node),
    ]),
    item: () => {
      const label = labelOf(grouping, group);
      const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
      const count = String(group.count);
      item.description = group.reported ? vscode.l10n.t('{0}, reported', count) : count;
      item.iconPath = iconOfGroup(list, group);
      item.contextValue = isFreeTag ? 'claims.freeTag' : 'claims';
      item.accessibilityInformation = {
        label: vscode.l10n.t('{0}: {1} claims', label, item.description),
      };
      return item;
    },
  };
  return node;
}

function labelOf(grouping: Grouping, { name }: ClaimGroup): string {
  const unnamed: Record<Grouping, string> = {
    speaker: vscode.l10n.t('Unnamed speaker'),
    kind: vscode.l10n.t('Without a kind'),
    tag: vscode.l10n.t('Without a tag'),
    status: vscode.l10n.t('Without a status'),
    topic: vscode.l10n.t('Without a topic'),
  };
  if (name === '') return unnamed[grouping];
  const kind = grouping === 'kind' && CLAIM_KINDS.find((known) => known === name);
  const status = grouping === 'status' && STATUSES.find((known) => known === name);
  if (kind) return nameOfKind(kind);
  return status ? nameOfStatus(status) : plain(name);
}

function iconOfGroup(
  { grouping, codebook }: ClaimList,
  { key, name, reported }: ClaimGroup,
): vscode.ThemeIcon | vscode.Uri {
  const icon = (id: string) => new vscode.ThemeIcon(id);
  switch (grouping) {
    case 'speaker':
      return icon(reported ? 'comment-discussion' : 'person');
    case 'kind':
      return icon(iconOfKind(CLAIM_KINDS.find((kind) => kind === name)));
    case 'status':
      return icon(name === '' ? 'dash' : iconOfStatus(STATUSES.find((status) => status === name)));
    case 'topic':
      return icon('symbol-structure');
    case 'tag': {
      const code = key.startsWith('id:') ? codebook.find(key.slice(3))?.code : undefined;
      if (code?.color) return colourDot(code.color);
      return icon(code ? 'bookmark' : 'tag');
    }
  }
}

/** Ids are made of claims' words, which stay the same when others are written above; equal ones are numbered. */
function claimsIn(list: ClaimList, claims: readonly ShownClaim[], parent: Node): Node[] {
  const unique = uniqueIds();
  return claims.map((claim) => {
    const id = unique(`${parent.id}/${list.reading.analysis.text.slice(claim)}`);
    return claimNode(list, claim, parent, id);
  });
}

/** VS Code shows nothing of a tree with duplicate ids. */
function uniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}#${count}`;
  };
}

/** `✓ verified · B2 · prediction · unlikely · Sanctions`, without the words of the claim. */
function detailsOf(claim: ShownClaim, naming: Naming): string {
  return [
    checkedAs(claim),
    claim.kind ? nameOfKind(claim.kind) : vscode.l10n.t('claim'),
    claim.likelihood ? nameOfLikelihood(claim.likelihood) : '',
    plain(tagsOf(claim, naming)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function claimNode(list: ClaimList, claim: ShownClaim, parent: Node, id: string): ClaimNode {
  const { reading, naming } = list;
  const uri = reading.document.uri.toString();
  const { annotation } = claim;
  return {
    id,
    parent,
    uri,
    claim,
    leadsTo: { uri, start: claim.start, end: claim.end },
    children: () => [],
    item: () => {
      const text = plain(reading.analysis.text.slice(claim));
      const item = new vscode.TreeItem(text);
      const details = detailsOf(claim, naming);
      item.description = details;
      const icon = annotation ? iconOfStatus(annotation.status) : iconOfKind(claim.kind);
      item.iconPath = new vscode.ThemeIcon(icon);
      item.contextValue = contextOf(claim);
      item.accessibilityInformation = { label: `${details}: ${text}` };
      return item;
    },
    tooltip: () => {
      const text = reading.analysis.text.slice(claim);
      const told = [
        // For the others, the reasons tell.
        annotation ? detailsOf(claim, naming) : '',
        annotation?.note ? vscode.l10n.t('Note: {0}', annotation.note) : '',
        ...whyLines(claim, reading.analysis),
      ];
      const tooltip = addText(card(), text).appendMarkdown('\n\n');
      for (const line of told.filter(Boolean)) addText(tooltip, line).appendMarkdown('  \n');
      return tooltip;
    },
  };
}

/** The context value, by which the menus of the view are chosen. */
function contextOf(claim: ShownClaim): string {
  if (!claim.annotation) return 'claim';
  return needsReview(claim) ? 'claim.tagged.changed' : 'claim.tagged';
}

/** Claims whose words were changed since they were tagged. */
function reviewGroup(list: ClaimList, changed: readonly ShownClaim[]): Node[] {
  if (changed.length === 0) return [];
  const node: Node = {
    id: 'review',
    parent: undefined,
    children: lazy(() => claimsIn(list, changed, node)),
    item: () => countedItem(vscode.l10n.t('Text changed: review'), changed.length, 'warning'),
  };
  return [node];
}

/** Annotations whose words are no longer in the text; the filter doesn't hide them. */
function orphanGroup({ reading }: ClaimList): Node[] {
  const orphans = reading.anchored.filter(({ span }) => !span);
  if (orphans.length === 0) return [];
  const uri = reading.document.uri.toString();
  const node: Node = {
    id: 'orphans',
    parent: undefined,
    children: lazy(() => {
      const unique = uniqueIds();
      return orphans.map(({ annotation }) => {
        const { id, selector } = annotation;
        return orphanNode(unique(`orphan:${id}`), uri, id, selector.quote, node);
      });
    }),
    item: () =>
      countedItem(vscode.l10n.t('Not in the text any more'), orphans.length, 'search-stop'),
  };
  return [node];
}

function countedItem(label: string, count: number, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: vscode.l10n.t('{0}: {1} claims', label, count) };
  return item;
}

function orphanNode(
  id: string,
  uri: string,
  annotationId: string,
  quote: string,
  parent: Node,
): OrphanNode {
  return {
    id,
    parent,
    uri,
    annotationId,
    children: () => [],
    item: () => {
      const item = new vscode.TreeItem(plain(quote));
      const what = vscode.l10n.t(
        'These words were annotated and are not in the text: {0}',
        plain(quote),
      );
      item.tooltip = what;
      item.accessibilityInformation = { label: what };
      item.iconPath = new vscode.ThemeIcon('question');
      item.contextValue = 'orphan';
      item.command = {
        command: 'interviewLens.reviewChanged',
        title: vscode.l10n.t('Attach or Remove'),
        arguments: [uri, annotationId],
      };
      return item;
    },
  };
}
