import type { EntityType } from '../entities/model';
import { Joins } from '../joins';
import { firstWord, lastWord, surfaceKey } from '../entities/surface';
import type { DocumentSummary, EntitySummary } from './model';
import { finished } from '../steps';

/** A document of the folder; `uri` may be anything that tells it from the others. */
export interface CorpusDocument {
  readonly uri: string;
  readonly summary: DocumentSummary;
}

/** An entity in one document. */
export interface Appearance {
  readonly document: CorpusDocument;
  readonly entity: EntitySummary;
}

/** An entity over all documents. */
export interface CorpusEntity {
  /** Stable as long as most documents use the same name. */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** Every other name and alias, in the order of the documents. */
  readonly aliases: readonly string[];
  readonly description?: string;
  /** In the order of the documents, which may have several each. Never empty. */
  readonly appearances: readonly Appearance[];
  /** The number of documents that mention it. */
  readonly documents: number;
  /** The number of mentions in all. */
  readonly mentions: number;
}

export interface Corpus {
  /** The interviews among the documents. */
  readonly documents: readonly CorpusDocument[];
  /** By number of documents, the most first, then by mentions, then by name. */
  readonly entities: readonly CorpusEntity[];
  /** The entity of the folder that a document's entity belongs to. */
  readonly find: (uri: string, entityId: string) => CorpusEntity | undefined;
}

/**
 * Joins the entities of all documents: those of the same type and name; those whose full names or long
 * forms are each other's aliases; and a surname alone, an abbreviation or a name of unknown type, if only one
 * entity of the folder can be meant. In steps (a document or an entity each), linear in the number of entities.
 */
export function* merging(documents: readonly CorpusDocument[]): Generator<undefined, Corpus> {
  const interviews = documents.filter(({ summary }) => summary.isInterview);
  const joins = new EntityJoins();
  for (const document of interviews) {
    yield;
    for (const entity of document.summary.entities) joins.addFull(entity);
  }
  for (const document of interviews) {
    yield;
    for (const entity of document.summary.entities) joins.note(entity);
  }
  const groups = new Map<string, Appearance[]>();
  for (const document of interviews) {
    yield;
    for (const entity of document.summary.entities) {
      const owner = joins.ownerOf(entity);
      const group = groups.get(owner);
      if (group) group.push({ document, entity });
      else groups.set(owner, [{ document, entity }]);
    }
  }
  const entities: CorpusEntity[] = [];
  for (const group of groups.values()) {
    yield;
    entities.push(merged(group));
  }
  entities.sort(
    (a, b) => b.documents - a.documents || b.mentions - a.mentions || (a.name < b.name ? -1 : 1),
  );
  const byDocument = new Map(interviews.map(({ uri }) => [uri, new Map<string, CorpusEntity>()]));
  for (const entity of entities) {
    yield;
    for (const { document, entity: own } of entity.appearances) {
      byDocument.get(document.uri)?.set(own.id, entity);
    }
  }
  const find = (uri: string, entityId: string) => byDocument.get(uri)?.get(entityId);
  return { documents: interviews, entities, find };
}

/** As {@link merging}, at once. */
export function mergeDocuments(documents: readonly CorpusDocument[]): Corpus {
  return finished(merging(documents));
}

/** Which entities of different documents are the same. A document's ids are made from type and name. */
class EntityJoins {
  /** Of keys of entities and their aliases. */
  private readonly joins = new Joins();
  /** The entities that may be meant, by type and short name. */
  private readonly meant = new Map<string, Set<string>>();
  /** The entities whose type is known, by name. */
  private readonly typed = new Map<string, Set<string>>();

  /** Joins an entity with those that share a name which is distinctive enough. */
  addFull(entity: EntitySummary): void {
    if (isShort(entity)) return;
    for (const alias of entity.aliases) {
      if (saysEnough(alias, entity)) this.join(entity.id, keyOf(entity.type, alias));
    }
  }

  /** Notes the names of an entity of known type, and its short names, once full names are joined. */
  note(entity: EntitySummary): void {
    if (entity.type === 'other') return;
    add(this.typed, surfaceKey(entity.name), this.root(entity.id));
    this.noteShort(entity);
  }

  private noteShort(entity: EntitySummary): void {
    if (isShort(entity)) return;
    const shorts = entity.aliases.map(surfaceKey).filter((alias) => !alias.includes(' '));
    if (entity.type === 'person') shorts.push(lastWord(surfaceKey(entity.name)));
    for (const short of shorts) {
      // A first name doesn't mean a person in a document that doesn't tell whose it is.
      if (entity.type === 'person' && short === firstWord(surfaceKey(entity.name))) continue;
      add(this.meant, keyOf(entity.type, short), this.root(entity.id));
    }
  }

  ownerOf(entity: EntitySummary): string {
    if (entity.type === 'other') {
      return theOnly(this.typed.get(surfaceKey(entity.name))) ?? this.root(entity.id);
    }
    if (!isShort(entity)) return this.root(entity.id);
    return theOnly(this.meant.get(entity.id)) ?? entity.id;
  }

  /** The alphabetically first key stays, so that the order of the documents doesn't matter. */
  private join(a: string, b: string): void {
    const [one, two] = [this.root(a), this.root(b)].sort() as [string, string];
    this.joins.join(two, one);
  }

  private root(key: string): string {
    return this.joins.root(key);
  }
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function theOnly(set: ReadonlySet<string> | undefined): string | undefined {
  const [only, other] = set ?? [];
  return other === undefined ? only : undefined;
}

function keyOf(type: EntityType, name: string): string {
  return `${type}:${surfaceKey(name)}`;
}

/** A name of one word, which another may share. A card's name is as its author wants it. */
function isShort({ name, hasCard }: EntitySummary): boolean {
  return !hasCard && !surfaceKey(name).includes(' ');
}

/** Whether an alias names the entity even in another document: `Mr. Hart` doesn't. */
function saysEnough(alias: string, { type, name }: EntitySummary): boolean {
  const key = surfaceKey(alias);
  if (!key.includes(' ')) return false;
  if (type !== 'person') return true;
  const full = surfaceKey(name);
  return firstWord(key) === firstWord(full) && lastWord(key) === lastWord(full);
}

function merged(appearances: readonly Appearance[]): CorpusEntity {
  const entities = appearances.map(({ entity }) => entity);
  const named = entities.find(({ hasCard }) => hasCard) ?? mostUsed(entities);
  const described =
    named.description ?? entities.find(({ description }) => description)?.description;
  const aliases = new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases]));
  aliases.delete(named.name);
  return {
    id: named.id,
    name: named.name,
    type: named.type,
    aliases: [...aliases],
    ...(described !== undefined && { description: described }),
    appearances,
    documents: new Set(appearances.map(({ document }) => document)).size,
    mentions: entities.reduce((sum, { mentions }) => sum + mentions.length, 0),
  };
}

/** The entity with the name that most documents use; a full name rather than a short one, then the longer. */
function mostUsed(entities: readonly EntitySummary[]): EntitySummary {
  const byName = new Map<string, EntitySummary[]>();
  for (const entity of entities) {
    const same = byName.get(entity.name);
    if (same) same.push(entity);
    else byName.set(entity.name, [entity]);
  }
  const names = [...byName].map(([name, same]) => {
    const first = same[0] as EntitySummary;
    return { name, first, uses: same.length, isShort: isShort(first) };
  });
  names.sort(
    (a, b) =>
      Number(a.isShort) - Number(b.isShort) ||
      b.uses - a.uses ||
      b.name.length - a.name.length ||
      (a.name < b.name ? -1 : 1),
  );
  return (names[0] as { first: EntitySummary }).first;
}
