import { isMap, isScalar, isSeq } from 'yaml';
import type { Codebook } from '../codebook/model';
import { readCodes } from '../codebook/read';
import { message } from '../message';
import type { Problem } from '../yaml/problem';
import { NodeReader, parseYaml, spanOf } from '../yaml/read';
import type { Taxonomy, Topic } from './model';

const KEYS = [
  'id',
  'label',
  'description',
  'terms',
  'exclude',
  'color',
  'icon',
  'guid',
  'children',
];
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const ICON = /^[a-z0-9-]+$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EXAMPLE_GUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';

export interface ParsedTaxonomy {
  /** Undefined if there is an error, so that the last good one can stay in use. */
  readonly taxonomy: Taxonomy | undefined;
  /** What stands under `codebook:`; undefined if there is none, or an error anywhere. */
  readonly codebook: Codebook | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a taxonomy: a list of topics, bare or under `topics:`, beside which a codebook may stand under
 * `codebook:`. A topic is a map with a `label`, or a
 * bare text that is label and term at once. Problems have their place in UTF-16 units. Never throws.
 */
export function parseTaxonomy(yaml: string): ParsedTaxonomy {
  const { document, problems } = parseYaml(yaml);
  if (!document) return { taxonomy: undefined, codebook: undefined, problems };
  const reader = new TaxonomyReader();
  const root: unknown = document.contents;
  const isList = isSeq(root) || root === null;
  const sections = isList ? undefined : reader.nodes.map(root, ['topics', 'codebook']);
  const topics = reader.topics(isList ? root : sections?.get('topics'));
  const codes = sections?.get('codebook');
  const codebook = codes === undefined ? undefined : readCodes(reader.nodes, codes);
  const all = [...problems, ...reader.nodes.problems];
  const broken = all.some(({ severity }) => severity === 'error');
  if (broken) return { taxonomy: undefined, codebook: undefined, problems: all };
  return { taxonomy: { topics }, codebook, problems: all };
}

class TaxonomyReader {
  readonly nodes = new NodeReader();
  private readonly ids = new Set<string>();

  topics(list: unknown): Topic[] {
    return this.nodes.items(list, 'topics').flatMap((item) => this.topic(item) ?? []);
  }

  private topic(item: unknown): Topic | undefined {
    if (isScalar(item)) return this.bareTopic(item);
    const values = this.nodes.map(item, KEYS);
    if (!values) return undefined;
    const text = (key: string) => this.nodes.text(values.get(key), key);
    const label = text('label');
    if (label === undefined) {
      this.nodes.error(item, message('A topic needs a label. Add “label: …”.'));
      return undefined;
    }
    const description = text('description');
    const color = this.checked(values.get('color'), 'color', COLOR, '#1f77b4');
    const icon = this.checked(values.get('icon'), 'icon', ICON, 'globe');
    const guid = this.checked(values.get('guid'), 'guid', GUID, EXAMPLE_GUID);
    return {
      id: this.uniqueId(values.get('id') ?? item, text('id'), label),
      label,
      ...(description !== undefined && { description }),
      terms: this.terms(values.get('terms'), 'terms'),
      exclude: this.terms(values.get('exclude'), 'exclude'),
      ...(color !== undefined && { color }),
      ...(icon !== undefined && { icon }),
      ...(guid !== undefined && { guid }),
      children: this.topics(values.get('children')),
      span: spanOf(item),
    };
  }

  /** `- Energy`: a label that is its own only term. */
  private bareTopic(item: unknown): Topic | undefined {
    const label = this.nodes.text(item, 'label');
    if (label === undefined) return undefined;
    const id = this.uniqueId(item, undefined, label);
    return { id, label, terms: [label], exclude: [], children: [], span: spanOf(item) };
  }

  private uniqueId(node: unknown, given: string | undefined, label: string): string {
    const id = given ?? slug(label);
    if (this.ids.has(id)) {
      const place = isMap(node) ? (node.items[0]?.key ?? node) : node;
      this.nodes.error(
        place,
        message('Two topics have the id “{0}”. Give one of them another.', id),
      );
    }
    this.ids.add(id);
    return id;
  }

  private terms(node: unknown, key: string): string[] {
    return this.nodes.texts(node, key).filter((term) => {
      if (/[\p{L}\p{N}]/u.test(term)) return true;
      this.nodes.warn(node, message('“{0}” has no letters, so it is found nowhere.', term));
      return false;
    });
  }

  private checked(node: unknown, key: string, form: RegExp, example: string): string | undefined {
    const value = this.nodes.text(node, key);
    if (value === undefined || form.test(value)) return value;
    const what = message('“{0}” is no {1}. Write it like {2}.', value, key, example);
    this.nodes.warn(node, what);
    return undefined;
  }
}

/** An id made from a label: stable as long as the label is. */
export function slug(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
