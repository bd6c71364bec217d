import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { lazy } from '../../core/lazy';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { iconOfKind, nameOfKind, nameOfTerm, needsReview, tagsOf } from './words';

export type Grouping = 'speaker' | 'tag';

/** A claim in the tree; commands of its menu get it as their argument. */
export interface ClaimNode extends Node {
  readonly uri: string;
  readonly claim: ShownClaim;
}

/** The claims of a document by who makes them or by tag; before them what needs review. */
export function claimNodes(reading: Reading, by: Grouping): Node[] {
  const review = reviewNode(reading);
  const groups = new Map<string, ShownClaim[]>();
  for (const claim of reading.claims()) {
    for (const key of by === 'tag' ? tagKeys(claim) : [claim.source?.name ?? '']) {
      const group = groups.get(key) ?? [];
      group.push(claim);
      groups.set(key, group);
    }
  }
  const nodes = [...groups].map(([key, claims]) => groupNode(reading, by, key, claims));
  return review ? [review, ...nodes] : nodes;
}

function tagKeys({ annotation }: ShownClaim): readonly string[] {
  return annotation && annotation.tags.length > 0 ? annotation.tags : [''];
}

function groupNode(
  reading: Reading,
  by: Grouping,
  key: string,
  claims: readonly ShownClaim[],
): Node {
  const node: Node = {
    id: `${by}:${key}`,
    parent: undefined,
    children: lazy(() => claims.map((claim) => claimNode(reading, claim, node))),
    item: () => {
      const unnamed =
        by === 'tag' ? vscode.l10n.t('Without a tag') : vscode.l10n.t('Unnamed speaker');
      const expanded = vscode.TreeItemCollapsibleState.Expanded;
      const item = new vscode.TreeItem(key === '' ? unnamed : plain(key), expanded);
      item.description = String(claims.length);
      item.iconPath = new vscode.ThemeIcon(by === 'tag' ? 'tag' : 'person');
      item.contextValue = 'claims';
      return item;
    },
  };
  return node;
}

function claimNode(reading: Reading, claim: ShownClaim, parent: Node): ClaimNode {
  const uri = reading.document.uri.toString();
  return {
    id: `${parent.id}/${claim.start}-${claim.end}`,
    parent,
    uri,
    claim,
    children: () => [],
    item: () => {
      const text = plain(reading.analysis.text.slice(claim));
      const item = new vscode.TreeItem(text);
      const kind = claim.kind ? nameOfKind(claim.kind) : vscode.l10n.t('claim');
      const term = claim.likelihood ? nameOfTerm(claim.likelihood.term) : '';
      const details = [kind, term, tagsOf(claim)].filter((part) => part !== '').join(' · ');
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
    children: lazy(() => [
      ...changed.map((claim) => claimNode(reading, claim, node)),
      ...orphans.map(({ annotation }) =>
        orphanNode(annotation.id, annotation.selector.quote, node),
      ),
    ]),
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
    id: `orphan:${id}`,
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
