import * as vscode from 'vscode';
import {
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type Mention,
} from '../../core/entities/model';
import { lazy } from '../../core/lazy';
import type { Reading } from '../../workspace/documents';
import { localise } from '../../workspace/localise';
import { plain } from '../../workspace/markdown';
import type { Node } from '../../workspace/modelTree';
import { iconOf, nameOfTypes } from './types';

/** How many units of text are shown before a mention, and in all. */
const BEFORE_MENTION = 30;
const EXCERPT = 100;

/** An entity in the tree; commands of its menu get it as their argument. */
export interface EntityNode extends Node {
  readonly entityId: string;
  readonly uri: string;
}

/** The entities of a document by type, the most mentioned first. */
export function entityNodes(reading: Reading): Node[] {
  const { entities } = reading.analysis.entities();
  return ENTITY_TYPES.flatMap((type) => {
    const ofType = entities.filter((entity) => entity.type === type);
    return ofType.length > 0 ? [typeNode(type, ofType, reading)] : [];
  });
}

function typeNode(type: EntityType, entities: readonly Entity[], reading: Reading): Node {
  const node: Node = {
    id: `type:${type}`,
    parent: undefined,
    children: lazy(() => entities.map((entity) => entityNode(entity, reading, node))),
    item: () => {
      const label = nameOfTypes(type);
      const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
      item.iconPath = new vscode.ThemeIcon(iconOf(type));
      item.description = String(entities.length);
      item.contextValue = 'entityType';
      return item;
    },
  };
  return node;
}

function entityNode(entity: Entity, reading: Reading, parent: Node): EntityNode {
  const uri = reading.document.uri.toString();
  const node: EntityNode = {
    id: `entity:${entity.id}`,
    parent,
    entityId: entity.id,
    uri,
    children: lazy(() => entity.mentions.map((mention) => mentionNode(mention, reading, node))),
    item: () => {
      const collapsed = vscode.TreeItemCollapsibleState.Collapsed;
      const item = new vscode.TreeItem(plain(entity.name), collapsed);
      item.description = [String(entity.mentions.length), plain(entity.description ?? '')]
        .filter(Boolean)
        .join(' · ');
      const also = entity.aliases.join(', ');
      item.tooltip = [
        plain(entity.name),
        plain(entity.description ?? ''),
        also && vscode.l10n.t('Also: {0}', plain(also)),
        localise(entity.why),
      ]
        .filter(Boolean)
        .join('\n');
      item.contextValue = entity.card ? 'entity.card' : 'entity';
      return item;
    },
  };
  return node;
}

function mentionNode({ span }: Mention, reading: Reading, parent: Node): Node {
  return {
    id: `${parent.id}/${span.start}`,
    parent,
    leadsTo: { uri: reading.document.uri.toString(), start: span.start, end: span.end },
    children: () => [],
    item: () => {
      const { text } = reading.analysis;
      const passage = reading.analysis.passageAt(span.start);
      const from = Math.max(passage?.span.start ?? span.start, span.start - BEFORE_MENTION);
      const to = Math.min(passage?.span.end ?? span.end, from + EXCERPT);
      const label = text.slice({ start: from, end: to }).replace(/\s/g, ' ');
      const item = new vscode.TreeItem({
        label,
        highlights: [[span.start - from, Math.min(span.end - from, label.length)]],
      });
      const speaker = passage?.turn?.speaker?.label;
      item.description = speaker ? plain(speaker) : '';
      item.tooltip = label;
      return item;
    },
  };
}
