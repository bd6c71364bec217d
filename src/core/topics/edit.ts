import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  YAMLMap,
  YAMLSeq,
  type Document,
  type Node,
} from 'yaml';
import type { Edit } from '../text/lines';
import { layoutOf } from '../yaml/layout';
import { readTaxonomyFile, slug } from './readFile';

/** A change of one file of a taxonomy; topics by their ids. */
export type TaxonomyEdit =
  | { readonly add: { readonly label: string; readonly term?: string }; readonly under?: string }
  | { readonly rename: string; readonly label: string }
  | { readonly move: string; readonly under: string | undefined }
  | { readonly term: string; readonly to: string }
  | { readonly merge: string; readonly into: string }
  | { readonly remove: string }
  | { readonly recolour: string; readonly color: string };

const TERMS = ['terms', 'altLabel', 'hiddenLabel'] as const;
const LISTS = [...TERMS, 'exact', 'exclude', 'entities'] as const;

/**
 * The text of a taxonomy’s file after a change; comments, order and style stay.
 *
 * @param yaml the present text; '' if there is none
 * @returns undefined if the file can’t be read, if the topics aren’t in it, or if a topic would end up
 * under itself
 */
export function editTaxonomy(yaml: string, edit: TaxonomyEdit): string | undefined {
  if (readTaxonomyFile(yaml, '', 'en').problems.some(({ severity }) => severity === 'error')) {
    return undefined;
  }
  const document: Document = parseDocument(yaml, { uniqueKeys: false });
  const file = TopicFile.of(document);
  if (!file?.apply(edit)) return undefined;
  return document.toString({ lineWidth: 0, ...layoutOf(yaml) });
}

/** The smallest edit that turns `before` into `after`. */
export function smallestEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Where a topic is in the file. */
interface Place {
  readonly list: YAMLSeq;
  readonly node: Node;
  /** The topics above it, from the top. */
  readonly above: readonly YAMLMap[];
}

class TopicFile {
  private constructor(
    private readonly document: Document,
    private readonly roots: YAMLSeq,
  ) {}

  /** Undefined if there is no list of topics and none can be made. */
  static of(document: Document): TopicFile | undefined {
    const root = document.contents;
    if (isSeq(root)) return new TopicFile(document, root);
    if (root !== null && !isMap(root)) return undefined;
    const present: unknown = isMap(root) ? root.get('topics', true) : undefined;
    if (isSeq(present)) return new TopicFile(document, present);
    const made = new YAMLSeq();
    document.set('topics', made);
    return new TopicFile(document, made);
  }

  apply(edit: TaxonomyEdit): boolean {
    if ('add' in edit) return this.add(edit.add, edit.under);
    if ('rename' in edit) return this.rename(edit.rename, edit.label);
    if ('move' in edit) return this.move(edit.move, edit.under);
    if ('term' in edit) return this.addTerm(edit.term, edit.to);
    if ('merge' in edit) return this.merge(edit.merge, edit.into);
    if ('remove' in edit) return this.remove(edit.remove);
    return this.set(edit.recolour, 'color', edit.color);
  }

  private add(
    { label, term }: { readonly label: string; readonly term?: string },
    under: string | undefined,
  ): boolean {
    const list = this.listUnder(under);
    if (!list) return false;
    const terms = this.document.createNode([term ?? label], { flow: true });
    const id = this.freeId(slug(label));
    const own = id === slug(label) ? { label } : { id, label };
    const node = this.document.createNode(own) as unknown as YAMLMap;
    node.set('terms', terms);
    list.flow = false;
    list.add(node);
    return true;
  }

  /** An id that no topic of the file has: topics under different ones may have the same label. */
  private freeId(id: string): string {
    let free = id;
    for (let number = 2; this.find(free); number++) free = `${id}-${number}`;
    return free;
  }

  private rename(id: string, label: string): boolean {
    const topic = this.asMap(this.find(id));
    if (!topic) return false;
    // Tags refer to the topic's id, which may have been made from the label.
    if (!topic.has('id') && slug(label) !== id) {
      topic.items.unshift(this.document.createPair('id', id));
    }
    const key = topic.has('label') ? 'label' : 'prefLabel';
    const present: unknown = topic.get(key, true);
    if (!isMap(present)) topic.set(key, label);
    else present.set(present.has('en') ? 'en' : (present.items[0]?.key ?? 'en'), label);
    return true;
  }

  private move(id: string, under: string | undefined): boolean {
    const place = this.find(id);
    if (!place) return false;
    const target = under === undefined ? undefined : this.find(under);
    if (under !== undefined && !target) return false;
    if (target && (target.node === place.node || target.above.some((one) => one === place.node))) {
      return false;
    }
    this.takeOut(place, id);
    if (isMap(place.node)) place.node.delete('broader');
    const list = this.listUnder(under);
    list?.add(place.node);
    return list !== undefined;
  }

  private addTerm(term: string, id: string): boolean {
    const topic = this.asMap(this.find(id));
    if (topic) this.addTo(topic, topic.has('altLabel') ? 'altLabel' : 'terms', [term]);
    return topic !== undefined;
  }

  private merge(id: string, into: string): boolean {
    const place = this.find(id);
    const target = this.find(into);
    if (!place || !target || place.node === target.node) return false;
    if (target.above.some((one) => one === place.node)) return false;
    const topic = this.asMap(target);
    const gone = this.asMap(place);
    if (!topic || !gone) return false;
    if (topic.get('exact') !== gone.get('exact'))
      [topic, gone].forEach((one) => this.spellOut(one));
    for (const key of LISTS) {
      const own = key === 'altLabel' || key === 'hiddenLabel' ? 'terms' : key;
      this.addTo(topic, own, textsOf(gone.get(key, true)));
    }
    const children = childrenOf(gone);
    const found = this.find(id);
    if (found) this.takeOut(found, id);
    const list = children.length > 0 ? this.listUnder(into) : undefined;
    for (const child of children) list?.add(child);
    return true;
  }

  /** Turns `exact: true`, which means all terms, into a list of them, as it would also mean a new term. */
  private spellOut(topic: YAMLMap): void {
    if (topic.get('exact') !== true) return;
    const terms = TERMS.flatMap((key) => textsOf(topic.get(key, true)));
    for (const key of TERMS) topic.delete(key);
    topic.set('exact', this.document.createNode(terms, { flow: true }));
  }

  private remove(id: string): boolean {
    const place = this.find(id);
    if (place) this.takeOut(place, id);
    return place !== undefined;
  }

  private set(id: string, key: string, value: string): boolean {
    const topic = this.asMap(this.find(id));
    topic?.set(key, value);
    return topic !== undefined;
  }

  private find(id: string): Place | undefined {
    const search = (list: YAMLSeq, above: readonly YAMLMap[]): Place | undefined => {
      for (const node of list.items as Node[]) {
        if (idOf(node) === id) return { list, node, above };
        if (!isMap(node)) continue;
        for (const key of ['children', 'narrower']) {
          const below: unknown = node.get(key, true);
          const found = isSeq(below) ? search(below, [...above, node]) : undefined;
          // A text under `narrower` is a topic’s id, not the topic.
          if (found && !(key === 'narrower' && isScalar(found.node))) return found;
        }
      }
      return undefined;
    };
    return search(this.roots, []);
  }

  /** The list of topics below one, made where there is none. */
  private listUnder(id: string | undefined): YAMLSeq | undefined {
    if (id === undefined) return this.roots;
    const topic = this.asMap(this.find(id));
    if (!topic) return undefined;
    const present: unknown = topic.get('children', true);
    if (isSeq(present)) return present;
    const made = new YAMLSeq();
    topic.set('children', made);
    return made;
  }

  /** `- Energy` becomes a topic that can have more than a label. */
  private asMap(place: Place | undefined): YAMLMap | undefined {
    if (!place || isMap(place.node)) return place?.node as YAMLMap | undefined;
    if (!isScalar(place.node)) return undefined;
    const label = String(place.node.value);
    const made = this.document.createNode({ label }) as unknown as YAMLMap;
    made.set('terms', this.document.createNode([label], { flow: true }));
    const { comment, commentBefore, spaceBefore } = place.node;
    Object.assign(made, { commentBefore, spaceBefore, ...(comment && { comment }) });
    place.list.items[place.list.items.indexOf(place.node)] = made;
    return made;
  }

  private takeOut({ list, node, above }: Place, id: string): void {
    const index = list.items.indexOf(node);
    list.items.splice(index, 1);
    const parent = above.at(-1);
    if (list.items.length === 0) {
      const isChildren = (parent?.get('children', true) as unknown) === list;
      if (parent) parent.delete(isChildren ? 'children' : 'narrower');
      else list.flow = true;
    }
    this.unlist(this.roots, id);
  }

  /** Removes a topic from all lists of narrower ones. */
  private unlist(list: YAMLSeq, id: string): void {
    for (const node of list.items) {
      if (!isMap(node)) continue;
      const narrower: unknown = node.get('narrower', true);
      if (isSeq(narrower)) {
        narrower.items = narrower.items.filter((item) => !isScalar(item) || item.value !== id);
      }
      const children: unknown = node.get('children', true);
      if (isSeq(children)) this.unlist(children, id);
    }
  }

  /** Adds texts to a list, each once; a single text becomes a list. */
  private addTo(topic: YAMLMap, key: string, texts: readonly string[]): void {
    const present: unknown = topic.get(key, true);
    const known = textsOf(present);
    const added = [...new Set(texts)].filter((text) => !known.includes(text));
    if (added.length === 0) return;
    if (isSeq(present)) for (const text of added) present.add(this.document.createNode(text));
    else topic.set(key, this.document.createNode([...known, ...added], { flow: true }));
  }
}

function childrenOf(topic: YAMLMap): unknown[] {
  return ['children', 'narrower'].flatMap((key) => {
    const list: unknown = topic.get(key, true);
    return isSeq(list) ? list.items : [];
  });
}

/** The texts of a list, or a single one; those of all languages. */
function textsOf(node: unknown): string[] {
  if (isSeq(node)) return node.items.flatMap(textsOf);
  if (isMap(node)) return node.items.flatMap(({ value }) => textsOf(value));
  return isScalar(node) && node.value !== null && typeof node.value !== 'boolean'
    ? [String(node.value)]
    : [];
}

/** The id that the reader would give. */
function idOf(node: unknown): string | undefined {
  if (isScalar(node)) return slug(String(node.value));
  if (!isMap(node)) return undefined;
  const id: unknown = node.get('id');
  if (id !== undefined && id !== null) return String(id);
  const label: unknown = node.get('label', true) ?? node.get('prefLabel', true);
  if (!isMap(label)) return isScalar(label) ? slug(String(label.value)) : undefined;
  const english: unknown = label.get('en');
  const [first] = textsOf(label);
  return slug(typeof english === 'string' ? english : (first ?? ''));
}
