import { Document } from 'yaml';
import { message } from '../message';
import { slug } from '../topics/readFile';
import { MEANINGS, OURS, refusalCode, TAGS, type Meaning } from './aspects';
import { derivedGuid } from './guid';
import { withoutKept } from './kept';
import type { Losses } from './losses';
import type { Code } from './refi/model';

/** Deeper nesting is read by nobody, our own reader included: what is under it stands beside it. */
const DEEPEST = 40;

/** What a code means here. */
export type Use =
  | Meaning
  /** The id of a topic. */
  | { readonly aspect: 'topic' | 'notTopic'; readonly value: string }
  | { readonly aspect: 'tag'; readonly value: string };

/** A codebook from elsewhere as the text of a taxonomy, and what each of its codes means then. */
export interface ImportedCodes {
  /** The text of a `taxonomy.yaml`; undefined if there is nothing to stand in it. */
  readonly yaml: string | undefined;
  /** By the code's GUID. */
  readonly uses: ReadonlyMap<string, Use>;
  readonly topics: number;
}

/** Topics of codes; codes that we wrote ourselves become again what they were. */
export function importCodes(codes: readonly Code[], losses: Losses, name: string): ImportedCodes {
  const reader = new CodesReader(losses);
  const topics = codes.filter(({ guid }) => guid !== OURS.guid && guid !== TAGS.guid);
  const tags = codes.find(({ guid }) => guid === TAGS.guid)?.children ?? [];
  const entries = reader.topics(topics, 1);
  const codebook = reader.tags(tags);
  const content = {
    ...(entries.length > 0 && { topics: entries }),
    ...(codebook.length > 0 && { codebook }),
  };
  const isEmpty = Object.keys(content).length === 0;
  const yaml = isEmpty ? undefined : yamlOf(content, name);
  return { yaml, uses: reader.uses, topics: reader.count };
}

function yamlOf(content: object, name: string): string {
  const document = new Document(content);
  document.commentBefore = ` Imported from ${name.replace(/[\p{Cc}\s]+/gu, ' ')}.`;
  return document.toString({ lineWidth: 0 });
}

class CodesReader {
  readonly uses = new Map<string, Use>(MEANINGS);
  count = 0;
  private readonly ids = new Set<string>();

  constructor(private readonly losses: Losses) {}

  topics(codes: readonly Code[], depth: number): object[] {
    return codes.flatMap((code) => {
      const { guid, name, color, isCodable, children } = code;
      const { description, kept } = withoutKept(code.description, TOPIC_KEYS);
      const id = this.uniqueId(kept.get('id')?.[0] ?? slug(name));
      this.uses.set(guid, { aspect: 'topic', value: id });
      this.uses.set(refusalCode(guid), { aspect: 'notTopic', value: id });
      this.count++;
      if (!isCodable) {
        this.losses.add(
          message('Headings that no text can be coded with: here they are ordinary topics.'),
        );
      }
      const below = this.topics(children, depth + 1);
      const isTooDeep = depth >= DEEPEST && below.length > 0;
      const entry = {
        id,
        label: labelsOf(kept) ?? name,
        ...(guid !== derivedGuid('topic', id) && { guid }),
        ...(description !== undefined && { description }),
        ...(color !== undefined && { color }),
        ...lists(kept, ['terms', 'exact', 'exclude', 'entities', 'related']),
        ...single(kept, 'notation'),
        ...single(kept, 'icon'),
        ...(below.length > 0 && !isTooDeep && { children: below }),
      };
      return isTooDeep ? [entry, ...below] : [entry];
    });
  }

  /** Codes that have nothing but a name are free tags, which need no codebook. */
  tags(codes: readonly Code[]): object[] {
    return codes.flatMap((code) => {
      const { guid, name, color, children } = code;
      const { description, kept } = withoutKept(code.description, TAG_KEYS);
      const id = kept.get('id')?.[0];
      this.uses.set(guid, { aspect: 'tag', value: id ?? name });
      const below = this.tags(children);
      if (id === undefined && below.length === 0) return [];
      return {
        id: id ?? name,
        name,
        ...(description !== undefined && { description }),
        ...(color !== undefined && { color }),
        ...single(kept, 'shortcut'),
        ...(below.length > 0 && { children: below }),
      };
    });
  }

  private uniqueId(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.ids.has(id); number++) id = `${wanted}-${number}`;
    this.ids.add(id);
    return id;
  }
}

const TOPIC_KEYS = [
  ...['id', 'label', 'terms', 'exact', 'exclude', 'entities', 'related', 'notation', 'icon'],
];
const TAG_KEYS = ['id', 'shortcut'];

/** `['en: Water', 'de: Wasser']` as a map; undefined if the label has but one language. */
function labelsOf(kept: Kept): object | undefined {
  const labels = kept.get('label')?.map((label) => label.split(/: (.*)/s).slice(0, 2));
  return labels && (Object.fromEntries(labels) as object);
}

type Kept = ReadonlyMap<string, readonly string[]>;

function lists(kept: Kept, keys: readonly string[]): object {
  return Object.fromEntries(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])));
}

function single(kept: Kept, key: string): object {
  const value = kept.get(key)?.[0];
  return value === undefined ? {} : { [key]: value };
}
