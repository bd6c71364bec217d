import { isMap, isSeq } from 'yaml';
import { message } from '../message';
import type { Problem } from '../yaml/problem';
import { NodeReader, parseYaml, spanOf } from '../yaml/read';
import { surfaceKey } from './surface';
import { ENTITY_TYPES, type EntityCard, type EntityType } from './model';

const KEYS = ['name', 'type', 'aliases', 'description', 'links', 'not'];
const LINK = /^(?:https?:\/\/|mailto:)\S+$/i;

export interface ParsedCards {
  /** Undefined if the file can't be read as a whole; a broken card alone is left out. */
  readonly cards: readonly EntityCard[] | undefined;
  /** Surfaces that look like names but aren't. */
  readonly notNames: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `entities.yaml`: a list of cards, bare or under `entities:`; in the latter case, `not:` beside it may
 * list what is no name at all. The places of problems are in UTF-16 units. Never throws.
 */
export function parseCards(yaml: string): ParsedCards {
  const { document, problems } = parseYaml(yaml);
  if (!document) return { cards: undefined, notNames: [], problems };
  const nodes = new NodeReader();
  const root: unknown = document.contents;
  const isList = isSeq(root) || root === null;
  const values = isList ? undefined : nodes.map(root, ['entities', 'not']);
  const list = isList ? root : values?.get('entities');
  const taken = new Map<string, string>();
  const cards = nodes.items(list, 'entities').flatMap((item) => {
    const card = readCard(nodes, item);
    if (card) warnOfTaken(nodes, item, card, taken);
    return card ?? [];
  });
  const notNames = nodes.texts(values?.get('not'), 'not');
  return { cards, notNames, problems: [...problems, ...nodes.problems] };
}

function readCard(nodes: NodeReader, item: unknown): EntityCard | undefined {
  const values = nodes.map(item, KEYS);
  if (!values) return undefined;
  const name = nodes.text(values.get('name'), 'name')?.trim();
  if (name === undefined) {
    nodes.error(item, message('A card needs a name. Add “name: …”.'));
    return undefined;
  }
  const type = readType(nodes, values.get('type'));
  const description = nodes.text(values.get('description'), 'description');
  return {
    name,
    aliases: nodes.texts(values.get('aliases'), 'aliases').map((alias) => alias.trim()),
    ...(type && { type }),
    ...(description !== undefined && { description }),
    links: readLinks(nodes, values.get('links')),
    not: nodes.texts(values.get('not'), 'not'),
    span: spanOf(item),
  };
}

/** A name on two cards counts for the first; `taken` tells which that is. */
function warnOfTaken(
  nodes: NodeReader,
  item: unknown,
  { name, aliases }: EntityCard,
  taken: Map<string, string>,
): void {
  for (const surface of new Set([name, ...aliases].map(surfaceKey))) {
    const other = taken.get(surface);
    if (other === undefined) taken.set(surface, name);
    else {
      const what = message(
        '“{0}” is on the card of “{1}” too, for which it counts.',
        surface,
        other,
      );
      nodes.warn(isMap(item) ? item.get('name', true) : item, what);
    }
  }
}

function readType(nodes: NodeReader, node: unknown): EntityType | undefined {
  const given = nodes.text(node, 'type');
  const type = ENTITY_TYPES.find((known) => known === given);
  if (given !== undefined && !type) {
    nodes.warn(node, message('“{0}” is no type. Types are: {1}.', given, ENTITY_TYPES.join(', ')));
  }
  return type;
}

function readLinks(nodes: NodeReader, node: unknown): string[] {
  return nodes.texts(node, 'links').filter((link) => {
    if (LINK.test(link)) return true;
    nodes.warn(node, message('“{0}” is no link. Links begin with https:// or mailto:.', link));
    return false;
  });
}
