import { isMap, isScalar, isSeq } from 'yaml';
import type { Codebook } from '../codebook/model';
import { readCodes } from '../codebook/read';
import { message } from '../message';
import type { Span } from '../text/span';
import type { Problem } from '../yaml/problem';
import { isAbsent, NodeReader, parseYaml, spanOf } from '../yaml/read';
import { FILE_KEYS, SYNONYMS, TOPIC_KEYS } from './keys';
import type { Topic } from './model';

const KEYS = [...TOPIC_KEYS.map(({ name }) => name), ...Object.keys(SYNONYMS)];
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const ICON = /^[a-z0-9-]+$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const A_GUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const ANY_LANGUAGE = 'en';

/** A text of the file, where it stands. */
export interface Placed extends Span {
  readonly text: string;
}

/** A term with the list that it stands in. */
export interface PlacedTerm extends Placed {
  readonly list: 'terms' | 'exact' | 'exclude';
}

/** A topic as its file has it: by itself, with what it says of others. */
export interface ReadTopic {
  readonly own: Omit<Topic, 'children' | 'related'>;
  readonly children: readonly ReadTopic[];
  /** Where the id stands, or what it is made from. */
  readonly id: Placed;
  readonly hasOwnId: boolean;
  /** Where another key could stand: the start of the first one; undefined for a bare text. */
  readonly firstKey: number | undefined;
  readonly terms: readonly PlacedTerm[];
  readonly broader: readonly Placed[];
  readonly narrower: readonly Placed[];
  readonly related: readonly Placed[];
}

export interface ReadFile {
  readonly text: string;
  readonly topics: readonly ReadTopic[];
  /** The paths of further files as they are written. */
  readonly includes: readonly Placed[];
  /** What stands under `codebook:`, if it is there. */
  readonly codebook: Codebook | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads one file of a taxonomy: a list of topics, bare or under `topics:`, beside which a codebook may
 * stand under `codebook:`. A topic is a map with a
 * `label`, or a bare text that is label and term at once. What it says of other topics is left for
 * when all files have been read. Never throws.
 *
 * @param file the path that the topics are given as their file
 * @param language whose labels are shown, where there are several
 */
export function readTaxonomyFile(text: string, file: string, language: string): ReadFile {
  const { document, problems } = parseYaml(text);
  if (!document) return { text, topics: [], includes: [], codebook: undefined, problems };
  const reader = new TopicReader(file, language);
  const root: unknown = document.contents;
  const isBare = isSeq(root) || root === null;
  const keys = FILE_KEYS.map(({ name }) => name);
  const values = isBare ? undefined : reader.nodes.map(root, keys);
  const topics = reader.topics(isBare ? root : values?.get('topics'));
  const includes = reader.placed(values?.get('include'), 'include');
  const codes = values?.get('codebook');
  const codebook = codes === undefined ? undefined : readCodes(reader.nodes, codes);
  return { text, topics, includes, codebook, problems: [...problems, ...reader.nodes.problems] };
}

class TopicReader {
  readonly nodes = new NodeReader();

  constructor(
    private readonly file: string,
    private readonly language: string,
  ) {}

  topics(list: unknown, key = 'topics'): ReadTopic[] {
    return this.nodes.items(list, key).flatMap((item) => this.topic(item) ?? []);
  }

  /** The texts of a list, or a single one. */
  placed(node: unknown, key: string): Placed[] {
    if (isAbsent(node)) return [];
    const items: readonly unknown[] = isSeq(node) ? node.items : [node];
    return items.flatMap((item) => {
      const text = this.nodes.text(item, key);
      return text === undefined ? [] : [{ text, ...spanOf(item) }];
    });
  }

  private topic(item: unknown): ReadTopic | undefined {
    if (isScalar(item)) return this.bareTopic(item);
    const values = this.nodes.map(item, KEYS);
    if (!values) return undefined;
    const labels = this.byLanguage(values.get('label') ?? values.get('prefLabel'), 'label');
    const label = inLanguage(labels, this.language);
    if (label === undefined) {
      this.nodes.error(item, message('A topic needs a label. Add “label: …”.'));
      return undefined;
    }
    const given = this.nodes.text(values.get('id'), 'id');
    const firstKey = isMap(item) ? item.items[0]?.key : undefined;
    // Whoever reads it in another language finds the same topics.
    const id = given ?? slug(inLanguage(labels, ANY_LANGUAGE) ?? label);
    const terms = this.terms(values);
    const own = this.own(item, values, id, label, labels, terms);
    const narrower = values.get('narrower');
    return {
      own,
      id: { text: id, ...spanOf(values.get('id') ?? firstKey ?? item) },
      hasOwnId: given !== undefined,
      firstKey: spanOf(firstKey).start,
      terms,
      children: [
        ...this.topics(values.get('children'), 'children'),
        ...this.narrowerTopics(narrower),
      ],
      broader: this.placed(values.get('broader'), 'broader'),
      narrower: isSeq(narrower)
        ? narrower.items.filter(isScalar).flatMap((one) => this.placed(one, 'narrower'))
        : isScalar(narrower)
          ? this.placed(narrower, 'narrower')
          : [],
      related: this.placed(values.get('related'), 'related'),
    };
  }

  private own(
    item: unknown,
    values: ReadonlyMap<string, unknown>,
    id: string,
    label: string,
    labels: ReadonlyMap<string, string>,
    terms: readonly PlacedTerm[],
  ): ReadTopic['own'] {
    const description = ['description', 'definition', 'scopeNote']
      .map((key) => inLanguage(this.byLanguage(values.get(key), key), this.language))
      .filter((text) => text !== undefined)
      .join(' ');
    const notation = this.nodes.text(values.get('notation'), 'notation');
    const color = this.nodes.textOfForm(values.get('color'), 'color', COLOR, '#1f77b4');
    const icon = this.nodes.textOfForm(values.get('icon'), 'icon', ICON, 'globe');
    const guid = this.nodes.textOfForm(values.get('guid'), 'guid', GUID, A_GUID);
    const inList = (list: PlacedTerm['list']) =>
      terms.filter((term) => term.list === list).map(({ text }) => text);
    return {
      id,
      label,
      ...(!labels.has('') && { labels: Object.fromEntries(labels) }),
      ...(description !== '' && { description }),
      terms: inList('terms'),
      exact: inList('exact'),
      exclude: inList('exclude'),
      entities: this.placed(values.get('entities'), 'entities').map(({ text }) => text),
      ...(notation !== undefined && { notation }),
      ...(color !== undefined && { color }),
      ...(icon !== undefined && { icon }),
      ...(guid !== undefined && { guid }),
      span: spanOf(item),
      file: this.file,
    };
  }

  /** `- Energy`: a label that is its own only term. */
  private bareTopic(item: unknown): ReadTopic | undefined {
    const label = this.nodes.text(item, 'label');
    if (label === undefined) return undefined;
    const span = spanOf(item);
    const none = { exact: [], exclude: [], entities: [] };
    const id = slug(label);
    return {
      own: { id, label, terms: [label], ...none, span, file: this.file },
      id: { text: id, ...span },
      hasOwnId: false,
      firstKey: undefined,
      terms: [{ text: label, list: 'terms', ...span }],
      children: [],
      broader: [],
      narrower: [],
      related: [],
    };
  }

  private terms(values: ReadonlyMap<string, unknown>): PlacedTerm[] {
    const exact = values.get('exact');
    const isAllExact = isScalar(exact) && typeof exact.value === 'boolean';
    const terms = isAllExact && exact.value === true ? 'exact' : 'terms';
    const from = (key: string, list: PlacedTerm['list']) =>
      this.inAllLanguages(values.get(key), key).map((term): PlacedTerm => ({ ...term, list }));
    return [
      ...['terms', 'altLabel', 'hiddenLabel'].flatMap((key) => from(key, terms)),
      ...(isAllExact ? [] : from('exact', 'exact')),
      ...from('exclude', 'exclude'),
    ];
  }

  /** SKOS lists narrower topics by their ids; here they may also be written out. */
  private narrowerTopics(node: unknown): ReadTopic[] {
    if (isScalar(node)) return [];
    return this.nodes
      .items(node, 'narrower')
      .filter((item) => !isScalar(item))
      .flatMap((item) => this.topic(item) ?? []);
  }

  /** Texts by language; a text without one stands under ''. */
  private byLanguage(node: unknown, key: string): Map<string, string> {
    const texts = new Map<string, string>();
    if (!isMap(node)) {
      const text = this.nodes.text(node, key);
      if (text !== undefined) texts.set('', text);
      return texts;
    }
    for (const { key: language, value } of node.items) {
      const text = this.nodes.text(value, key);
      if (text !== undefined && isScalar(language)) texts.set(String(language.value), text);
    }
    return texts;
  }

  /** The terms of all languages: a text may have several. */
  private inAllLanguages(node: unknown, key: string): Placed[] {
    if (!isMap(node)) return this.placed(node, key);
    return node.items.flatMap(({ value }) => this.placed(value, key));
  }
}

/** The text in a language, else in English, else the first. */
function inLanguage(texts: ReadonlyMap<string, string>, language: string): string | undefined {
  const [first] = texts.values();
  const [main = ''] = language.split('-');
  return texts.get(language) ?? texts.get(main) ?? texts.get(ANY_LANGUAGE) ?? first;
}

/** An id made from a label: stable as long as the label is. */
export function slug(label: string): string {
  const id = label
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? 'topic' : id;
}
