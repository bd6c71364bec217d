import * as vscode from 'vscode';
import { bySource, byTag, type ClaimGroup } from '../../core/claims/groups';
import type { ShownClaim } from '../../core/claims/shown';
import { lazy } from '../../core/lazy';
import { nameOfKind, nameOfTerm } from '../../workspace/claimNames';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { iconOfKind, needsReview, tagsOf } from './words';

export type Grouping = 'speaker' | 'tag';

/** A claim in the tree; commands of its menu get it as their argument. */
export interface ClaimNode extends Node {
  readonly uri: string;
  readonly claim: ShownClaim;
}

/** The claims of a document by who makes them or by tag; before them what needs review. */
export function claimNodes(reading: Reading, by: Grouping): Node[] {
  const review = reviewNode(reading);
  const groups = by === 'tag' ? byTag(reading.claims()) : bySource(reading.claims());
  const nodes = groups.map((group) => groupNode(reading, by, group));
  return review ? [review, ...nodes] : nodes;
}

function groupNode(reading: Reading, by: Grouping, group: ClaimGroup): Node {
  const { name, reported, claims } = group;
  const node: Node = {
    id: `${reported ? 'reported' : by}:${name}`,
    parent: undefined,
    children: lazy(() => claimsIn(reading, claims, node)),
    item: () => {
      const unnamed =
        by === 'tag' ? vscode.l10n.t('Without a tag') : vscode.l10n.t('Unnamed speaker');
      const expanded = vscode.TreeItemCollapsibleState.Expanded;
      const item = new vscode.TreeItem(name === '' ? unnamed : plain(name), expanded);
      const count = String(claims.length);
      item.description = reported ? vscode.l10n.t('{0}, reported', count) : count;
      item.iconPath = new vscode.ThemeIcon(iconOfGroup(by, reported));
      item.contextValue = 'claims';
      return item;
    },
  };
  return node;
}

function iconOfGroup(by: Grouping, reported: boolean): string {
  if (by === 'tag') return 'tag';
  return reported ? 'comment-discussion' : 'person';
}

/** Ids tell claims by their words, as these stay when others are written above; equal ones are counted. */
function claimsIn(reading: Reading, claims: readonly ShownClaim[], parent: Node): Node[] {
  const unique = uniqueIds();
  return claims.map((claim) => {
    const id = unique(`${parent.id}/${reading.analysis.text.slice(claim)}`);
    return claimNode(reading, claim, parent, id);
  });
}

/** VS Code shows nothing of a tree in which an id stands twice. */
function uniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}#${count}`;
  };
}

function claimNode(reading: Reading, claim: ShownClaim, parent: Node, id: string): ClaimNode {
  const uri = reading.document.uri.toString();
  return {
    id,
    parent,
    uri,
    claim,
    children: () => [],
    item: () => {
      const text = plain(reading.analysis.text.slice(claim));
      const item = new vscode.TreeItem(text);
      const kind = claim.kind ? nameOfKind(claim.kind) : vscode.l10n.t('claim');
      const term = claim.likelihood ? nameOfTerm(claim.likelihood.term) : '';
      const tags = plain(tagsOf(claim));
      const details = [kind, term, tags].filter((part) => part !== '').join(' · ');
      item.description = details;
      item.tooltip = `${text}\n${details}`;
      item.iconPath = new vscode.ThemeIcon(claim.annotation ? 'tag' : iconOfKind(claim.kind));
      item.contextValue = claim.annotation ? 'claim.tagged' : 'claim';
      item.accessibilityInformation = { label: `${details}: ${text}` };
      item.command = goTo(uri, claim.start, claim.end);
      return item;
    },
  };
}

/** Orphans, whose words are not in the text any more, and claims whose words were changed. */
function reviewNode(reading: Reading): Node | undefined {
  const orphans = reading.anchored.filter(({ span }) => !span);
  const changed = reading.claims().filter(needsReview);
  if (orphans.length + changed.length === 0) return undefined;
  const node: Node = {
    id: 'review',
    parent: undefined,
    children: lazy(() => {
      const unique = uniqueIds();
      return [
        ...claimsIn(reading, changed, node),
        ...orphans.map(({ annotation }) =>
          orphanNode(unique(`orphan:${annotation.id}`), annotation.selector.quote, node),
        ),
      ];
    }),
    item: () => {
      const expanded = vscode.TreeItemCollapsibleState.Expanded;
      const item = new vscode.TreeItem(vscode.l10n.t('Needs review'), expanded);
      item.description = String(orphans.length + changed.length);
      item.iconPath = new vscode.ThemeIcon('warning');
      return item;
    },
  };
  return node;
}

function orphanNode(id: string, quote: string, parent: Node): Node {
  return {
    id,
    parent,
    children: () => [],
    item: () => {
      const item = new vscode.TreeItem(plain(quote));
      item.description = vscode.l10n.t('not in the text any more');
      item.tooltip = vscode.l10n.t(
        'These words were annotated and are not in the text: {0}',
        plain(quote),
      );
      item.iconPath = new vscode.ThemeIcon('question');
      item.contextValue = 'orphan';
      item.command = { command: 'interviewLens.openAnnotations', title: '' };
      return item;
    },
  };
}

function goTo(uri: string, start: number, end: number): vscode.Command {
  const command = 'interviewLens.revealPassage';
  return { command, title: vscode.l10n.t('Go to Claim'), arguments: [uri, start, end] };
}
