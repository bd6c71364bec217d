import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { EntityType } from './model';

/** What a new card starts with. */
export interface NewCard {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly description?: string;
}

/**
 * The text of `entities.yaml` with one card more at its end; comments and order stay.
 *
 * @param yaml the present text; undefined if there is no such file
 * @returns undefined if the present text is no list of cards, which is then to be left alone
 */
export function withCard(yaml: string | undefined, card: NewCard): string | undefined {
  const document: Document = parseDocument(yaml ?? '');
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) document.set('entities', document.createNode([]));
  const root = document.contents;
  const list = isMap(root) ? root.get('entities') : root;
  if (!isSeq(list)) return undefined;
  const { name, type, aliases, description } = card;
  const node = document.createNode({
    name,
    type,
    ...(aliases.length > 0 && { aliases }),
    ...(description !== undefined && { description }),
  });
  list.flow = false;
  list.add(node);
  return document.toString({ lineWidth: 0 });
}
