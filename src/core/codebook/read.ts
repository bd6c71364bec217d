import { isScalar, isSeq } from 'yaml';
import { message } from '../message';
import type { Problem } from '../yaml/problem';
import { NodeReader, parseYaml, spanOf } from '../yaml/read';
import { Codebook, type Code } from './model';

const KEYS = ['id', 'name', 'description', 'color', 'shortcut', 'children'];
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const SHORTCUT = /^[1-9]$/;

export interface ParsedCodebook {
  /** Undefined if there is an error, so that the last good one can stay in use. */
  readonly codebook: Codebook | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a codebook: a list of codes, bare or under `codes:`. A code is a map with a `name`, or a bare
 * text that is its name. Problems have their place in UTF-16 units. Never throws.
 */
export function parseCodebook(yaml: string): ParsedCodebook {
  const { document, problems } = parseYaml(yaml);
  if (!document) return { codebook: undefined, problems };
  const nodes = new NodeReader();
  const root: unknown = document.contents;
  const isList = isSeq(root) || root === null;
  const codebook = readCodes(nodes, isList ? root : nodes.map(root, ['codes'])?.get('codes'));
  const all = [...problems, ...nodes.problems];
  const broken = all.some(({ severity }) => severity === 'error');
  return { codebook: broken ? undefined : codebook, problems: all };
}

/** Reads a list of codes that stands in a larger file; what is wrong goes to the problems of `nodes`. */
export function readCodes(nodes: NodeReader, list: unknown): Codebook {
  return new Codebook(new CodeReader(nodes).codes(list));
}

class CodeReader {
  private readonly ids = new Set<string>();
  private readonly shortcuts = new Set<string>();

  constructor(private readonly nodes: NodeReader) {}

  codes(list: unknown, key = 'codes'): Code[] {
    return this.nodes.items(list, key).flatMap((item) => this.code(item) ?? []);
  }

  private code(item: unknown): Code | undefined {
    if (isScalar(item)) return this.bareCode(item);
    const values = this.nodes.map(item, KEYS);
    if (!values) return undefined;
    const text = (key: string) => this.nodes.text(values.get(key), key)?.trim();
    const name = text('name');
    if (name === undefined) {
      this.nodes.error(item, message('A code needs a name. Add “name: …”.'));
      return undefined;
    }
    const description = text('description');
    const color = this.nodes.textOfForm(values.get('color'), 'color', COLOR, '#1f77b4');
    const shortcut = this.shortcut(values.get('shortcut'));
    return {
      id: this.uniqueId(values.get('id') ?? values.get('name'), text('id') ?? name),
      name,
      ...(description !== undefined && { description }),
      ...(color !== undefined && { color }),
      ...(shortcut !== undefined && { shortcut }),
      children: this.codes(values.get('children'), 'children'),
      span: spanOf(item),
    };
  }

  /** `- Sanctions`: a name and nothing else. */
  private bareCode(item: unknown): Code | undefined {
    const name = this.nodes.text(item, 'name')?.trim();
    if (name === undefined) return undefined;
    return { id: this.uniqueId(item, name), name, children: [], span: spanOf(item) };
  }

  private uniqueId(node: unknown, id: string): string {
    if (this.ids.has(id)) {
      this.nodes.error(
        node,
        message('Two codes are called “{0}”. Give one of them an “id: …” of its own.', id),
      );
    }
    this.ids.add(id);
    return id;
  }

  private shortcut(node: unknown): string | undefined {
    const digit = this.nodes.textOfForm(node, 'shortcut', SHORTCUT, '1');
    if (digit === undefined || !this.shortcuts.has(digit)) {
      if (digit !== undefined) this.shortcuts.add(digit);
      return digit;
    }
    this.nodes.warn(
      node,
      message('Two codes have the shortcut {0}. The first one gets it.', digit),
    );
    return undefined;
  }
}
