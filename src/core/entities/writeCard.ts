import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { layoutOf } from '../yaml/layout';
import { parseYaml } from '../yaml/read';
import type { EntityType } from './model';
import { surfaceKey } from './surface';

/** What a new card starts with. */
export interface NewCard {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly description?: string;
}

/**
 * The text of `entities.yaml` with another card at its end; comments and order stay.
 *
 * @param yaml the present text; undefined if there is no such file
 * @returns undefined if the present text is no list of cards; it must be left alone then
 */
export function withCard(yaml: string | undefined, card: NewCard): string | undefined {
  return edited(yaml, (document, list) => {
    list.add(cardNode(document, card));
  });
}

/**
 * As {@link withCard}, but `other` is merged into `card`: its names become aliases there, and a card is added if
 * there is none. If `other` has a card of its own, that goes, and its links and `not:` move over.
 */
export function withMerged(
  yaml: string | undefined,
  card: NewCard,
  other: NewCard,
): string | undefined {
  return edited(yaml, (document, list) => {
    const kept = cardIn(list, card.name) ?? cardNode(document, card);
    if (!list.items.includes(kept)) list.add(kept);
    const gone = cardIn(list, other.name);
    const names = [other.name, ...other.aliases, ...(gone ? namesIn(gone, 'aliases') : [])];
    addNames(document, kept, 'aliases', names, [card.name]);
    if (!gone || gone === kept) return;
    for (const key of ['links', 'not']) addNames(document, kept, key, namesIn(gone, key), names);
    list.items.splice(list.items.indexOf(gone), 1);
  });
}

/** As {@link withCard}, but lists surfaces under `not:`, as they are no names. */
export function withNotNames(
  yaml: string | undefined,
  surfaces: readonly string[],
): string | undefined {
  return edited(yaml, (document, list) => {
    if (!isMap(document.contents)) {
      const root = document.createNode({}) as YAMLMap;
      root.set('entities', list);
      document.contents = root;
    }
    addNames(document, document.contents as YAMLMap, 'not', surfaces, []);
  });
}

function edited(
  yaml: string | undefined,
  edit: (document: Document, list: YAMLSeq) => void,
): string | undefined {
  if (!parseYaml(yaml ?? '').document) return undefined;
  const document: Document = parseDocument(yaml ?? '');
  const root = document.contents;
  if (root === null || (isMap(root) && !root.has('entities'))) {
    document.set('entities', document.createNode([]));
  }
  const list = isMap(document.contents) ? document.contents.get('entities', true) : root;
  if (!isSeq(list)) return undefined;
  edit(document, list);
  // An empty list has no other form.
  list.flow = list.items.length === 0;
  const written = document.toString({ lineWidth: 0, ...layoutOf(yaml ?? '') });
  // A key that looks like a merge marker would end up on a line of its own.
  return parseYaml(written).document ? written : undefined;
}

function cardNode(document: Document, { name, type, aliases, description }: NewCard): YAMLMap {
  return document.createNode({
    name,
    type,
    ...(aliases.length > 0 && { aliases }),
    ...(description !== undefined && { description }),
  }) as unknown as YAMLMap;
}

function cardIn(list: YAMLSeq, name: string): YAMLMap | undefined {
  return list.items.filter((item) => isMap(item)).find((card) => card.get('name') === name);
}

/** The names under a key: a list, or a single text. */
function namesIn(map: YAMLMap, key: string): string[] {
  const value: unknown = map.get(key);
  const values: unknown = isSeq(value) ? value.toJSON() : [value];
  return (values as unknown[]).filter((name) => typeof name === 'string');
}

/** Adds names to the list under a key, each once; nothing of `without`. */
function addNames(
  document: Document,
  map: YAMLMap,
  key: string,
  names: readonly string[],
  without: readonly string[],
): void {
  const present = namesIn(map, key);
  const known = new Set([...present, ...without].map(surfaceKey));
  const added = names.filter((name) => {
    const isNew = !known.has(surfaceKey(name));
    known.add(surfaceKey(name));
    return isNew;
  });
  if (added.length === 0) return;
  const list: unknown = map.get(key);
  if (isSeq(list)) for (const name of added) list.add(document.createNode(name));
  else map.set(key, document.createNode([...present, ...added]));
}
