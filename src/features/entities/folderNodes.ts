import * as vscode from 'vscode';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/model';
import type { Appearance, Corpus, CorpusEntity } from '../../core/corpus/merge';
import type { MentionSummary } from '../../core/corpus/model';
import { lazy } from '../../core/lazy';
import { titlesAmong, type TitleAmong } from '../../workspace/corpus/titleOf';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { byDocument } from './folderCard';
import type { EntityNode } from './entityNodes';
import { iconOf, nameOfTypes } from './types';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The entities of the folder by type, then the documents that mention them, then the mentions. */
export function folderNodes({ entities }: Corpus): Node[] {
  const byType = new Map<EntityType, CorpusEntity[]>(ENTITY_TYPES.map((type) => [type, []]));
  for (const entity of entities) byType.get(entity.type)?.push(entity);
  return [...byType].flatMap(([type, ofType]) =>
    ofType.length > 0 ? [typeNode(type, ofType)] : [],
  );
}

function typeNode(type: EntityType, entities: readonly CorpusEntity[]): Node {
  const node: Node = {
    id: `folder:${type}`,
    parent: undefined,
    children: lazy(() => entities.map((entity) => entityNode(entity, node))),
    item: () => {
      const item = new vscode.TreeItem(nameOfTypes(type), Expanded);
      item.iconPath = new vscode.ThemeIcon(iconOf(type));
      item.description = String(entities.length);
      item.contextValue = 'entityType';
      return item;
    },
  };
  return node;
}

function entityNode(entity: CorpusEntity, parent: Node): EntityNode {
  const [first] = entity.appearances;
  const hasCard = entity.appearances.some((appearance) => appearance.entity.hasCard);
  const node: EntityNode = {
    id: `folder:entity:${entity.id}`,
    parent,
    // The menu's commands are about the entity in the first document.
    entityId: first?.entity.id ?? entity.id,
    uri: first?.document.uri ?? '',
    children: lazy(() => {
      const titleAmong = titlesAmong(entity.appearances.map(({ document }) => document));
      return byDocument(entity).map((appearances) => documentNode(appearances, titleAmong, node));
    }),
    item: () => {
      const item = new vscode.TreeItem(plain(entity.name), Collapsed);
      item.description = [
        vscode.l10n.t('{0} in {1}', entity.mentions, entity.documents),
        plain(entity.description ?? ''),
      ]
        .filter(Boolean)
        .join(' · ');
      item.tooltip = [entity.name, entity.description, entity.aliases.join(', ')]
        .filter(Boolean)
        .join('\n');
      item.contextValue = hasCard ? 'entity.card' : 'entity';
      return item;
    },
  };
  return node;
}

function documentNode(
  appearances: readonly [Appearance, ...Appearance[]],
  titleAmong: TitleAmong,
  parent: Node,
): Node {
  const { document } = appearances[0];
  const mentions = appearances
    .flatMap(({ entity }) => entity.mentions)
    .sort((a, b) => a.start - b.start);
  const node: Node = {
    id: `${parent.id}/${document.uri}`,
    parent,
    children: lazy(() => mentions.map((mention) => mentionNode(mention, appearances[0], node))),
    item: () => {
      const item = new vscode.TreeItem(plain(titleAmong(document)), Collapsed);
      item.iconPath = new vscode.ThemeIcon('file');
      item.description = String(mentions.length);
      item.tooltip = vscode.workspace.asRelativePath(vscode.Uri.parse(document.uri));
      return item;
    },
  };
  return node;
}

function mentionNode(mention: MentionSummary, { document }: Appearance, parent: Node): Node {
  const { start, end, at, excerpt, speaker } = mention;
  return {
    id: `${parent.id}/${start}`,
    parent,
    leadsTo: { uri: document.uri, start, end },
    children: () => [],
    item: () => {
      const highlight: [number, number] = [at, Math.min(at + end - start, excerpt.length)];
      const item = new vscode.TreeItem({ label: excerpt, highlights: [highlight] });
      const label = speaker === undefined ? undefined : document.summary.speakers[speaker]?.label;
      item.description = plain(label ?? '');
      item.tooltip = excerpt;
      return item;
    },
  };
}
