import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLParseError,
} from 'yaml';
import { message, type Message } from '../message';
import { closestTo } from '../text/closest';
import type { Span } from '../text/span';
import type { Fix, Problem } from './problem';

/** Larger files are no taxonomies or annotations; parsing them would block the editor. */
export const MOST_UNITS = 2_000_000;

/** Deeper nesting is refused before the parser, which recurses, sees it. */
const DEEPEST = 100;

/** Nobody reads more of them; a hostile file has tens of thousands. */
const MOST_PROBLEMS = 100;

/**
 * The parser's own look for keys that stand twice takes quadratic time; {@link keysIn} doesn't. Its messages
 * would give line and column, which the editor shows anyway, and which are others where a text is part of a file.
 */
const PARSING = { logLevel: 'silent', uniqueKeys: false, prettyErrors: false } as const;

/** What the parser finds wrong, for people who don't know its words: where they are likely to have slipped. */
const SLIPS: Partial<Record<ErrorCode, Message>> = {
  BAD_INDENT: message(
    'This is not valid YAML. Indent the line like those it belongs to, or close the bracket before it.',
  ),
  MISSING_CHAR: message(
    'This is not valid YAML. A closing quotation mark, a colon behind a key or a “- ” before an item is missing.',
  ),
  TAB_AS_INDENT: message('This is not valid YAML. Indent with spaces instead of tabs.'),
  BLOCK_AS_IMPLICIT_KEY: message(
    'This is not valid YAML. Put a value that holds a colon in quotation marks, and indent the next line no deeper than this key.',
  ),
  MULTILINE_IMPLICIT_KEY: message(
    'This is not valid YAML. A key needs a colon and a space behind it: “key: value”.',
  ),
  BAD_SCALAR_START: message(
    'This is not valid YAML. Put a value that begins with such a sign in quotation marks.',
  ),
  BAD_DQ_ESCAPE: message(
    'This is not valid YAML. Write a backslash in double quotation marks twice, or use single ones.',
  ),
  UNEXPECTED_TOKEN: message(
    'This is not valid YAML. It doesn’t belong here; if it is part of a value, put the whole value in quotation marks.',
  ),
};

/** What git leaves in a file that it could not merge. */
const CONFLICT = /^<{7}(?: |$)/m;

export interface ParsedYaml {
  /** Undefined if the text is broken or refused. */
  readonly document: Document.Parsed | undefined;
  readonly problems: Problem[];
}

/**
 * Reads YAML that anybody may have written: in bounded time, and with each problem at its place
 * (UTF-16 units). Aliases and tags are refused, as no file of ours needs them. Never throws.
 */
export function parseYaml(text: string): ParsedYaml {
  const refusal = refused(text);
  if (refusal) return { document: undefined, problems: [refusal] };
  const document = parseDocument(text, PARSING);
  // A warning of the parser's is an unknown tag: something that we would silently misread.
  const problems = [
    ...document.errors
      .slice(0, MOST_PROBLEMS)
      .map((error) => problem({ start: error.pos[0], end: error.pos[1] }, slip(error))),
    ...document.warnings
      .slice(0, MOST_PROBLEMS)
      .map(({ pos: [start, end], message: reason }) =>
        problem({ start, end }, message('This is not read: {0}', reason)),
      ),
  ];
  if (problems.length === 0) problems.push(...aliasesIn(document), ...keysIn(document));
  return { document: problems.length > 0 ? undefined : document, problems };
}

function slip({ code, message: reason }: YAMLParseError): Message {
  return SLIPS[code] ?? message('This is not valid YAML: {0}', reason);
}

/** References to other parts of the file: bombs are made of them, and we have no use for any. */
function aliasesIn(document: Document.Parsed): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias(_, { range }) {
      const [start, end] = range ?? [0, 1];
      const what = message('References such as *name are not read here. Write the value out.');
      problems.push(problem({ start, end }, what));
      return visit.BREAK;
    },
  });
  return problems;
}

/** Keys that stand twice in a map, and the one that would change what all objects are. */
function keysIn(document: Document.Parsed): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === '__proto__') {
          problems.push(problem(spanOf(key), message('“{0}” can’t be a key.', name)));
        } else if (name !== undefined && known.has(name)) {
          const what = message('“{0}” is here twice. Remove one of the two.', name);
          problems.push(problem(spanOf(key), what));
        }
        if (name !== undefined) known.add(name);
      }
      return problems.length >= MOST_PROBLEMS ? visit.BREAK : undefined;
    },
  });
  return problems.slice(0, MOST_PROBLEMS);
}

export function problem(
  span: Span,
  what: Message,
  severity: Problem['severity'] = 'error',
  fixes: readonly Fix[] = [],
): Problem {
  const end = Math.max(span.end, span.start + 1);
  return { start: span.start, end, severity, message: what, ...(fixes.length > 0 && { fixes }) };
}

function refused(text: string): Problem | undefined {
  if (text.length > MOST_UNITS) {
    return problem({ start: 0, end: 1 }, message('The file is too large to be read: over 2 MB.'));
  }
  const conflict = conflictIn(text);
  if (conflict) return conflict;
  const deep = tooDeepAt(text);
  if (deep === undefined) return undefined;
  return problem(
    { start: deep, end: deep + 1 },
    message('The file is nested too deeply to be read: over {0} levels.', DEEPEST),
  );
}

/** What git left in a file that it could not merge. */
export function conflictIn(text: string): Problem | undefined {
  const start = CONFLICT.exec(text)?.index;
  if (start === undefined) return undefined;
  return problem(
    { start, end: start + 7 },
    message('The file holds a merge conflict. Decide which side to keep and remove the marks.'),
  );
}

/** Where brackets, list marks on one line, or indentation go too deep; quotes don't hide them, which is strict but safe. */
function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text[index];
    if (unit === '[' || unit === '{') open++;
    if (unit === ']' || unit === '}') open = Math.max(0, open - 1);
    if (open > DEEPEST) return index;
  }
  const dashes = /^(?: *[-?] ){60}/m.exec(text);
  const indented = /^ {400}/m.exec(text);
  return dashes?.index ?? indented?.index;
}

/** The fix that puts another text in the place of a span. */
export function replacing(span: Span, text: string): Fix {
  return { title: message('Change to “{0}”', text), edits: [{ ...span, text }] };
}

/** Where a node stands, without the white space and comments behind it. */
export function spanOf(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node);
}

/** Reads values out of YAML nodes; what is not as expected becomes a problem, never an exception. */
export class NodeReader {
  readonly problems: Problem[] = [];

  error(node: unknown, what: Message): void {
    this.problems.push(problem(spanOf(node), what));
  }

  warn(node: unknown, what: Message, fixes: readonly Fix[] = []): void {
    this.problems.push(problem(spanOf(node), what, 'warning', fixes));
  }

  /** The values of a map by key. A key that is not `allowed` is a warning; undefined if it is no map. */
  map(node: unknown, allowed: readonly string[]): Map<string, unknown> | undefined {
    if (!isMap(node)) {
      this.error(node, message('Keys with values are expected here: {0}.', allowed.join(', ')));
      return undefined;
    }
    const values = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (allowed.includes(name)) values.set(name, value);
      else this.unknownKey(key, name, allowed);
    }
    return values;
  }

  private unknownKey(key: unknown, name: string, allowed: readonly string[]): void {
    const meant = closestTo(name, allowed);
    if (meant === undefined) {
      const what = message('“{0}” is not known here. Known are: {1}.', name, allowed.join(', '));
      return this.warn(key, what);
    }
    const what = message('“{0}” is not known here. Did you mean “{1}”?', name, meant);
    this.warn(key, what, [replacing(spanOf(key), meant)]);
  }

  /** A text, number or truth value as a text. Undefined if absent or, with a problem, something else. */
  text(node: unknown, key: string): string | undefined {
    if (isAbsent(node)) return undefined;
    if (isScalar(node)) return String(node.value).trim() === '' ? undefined : String(node.value);
    this.error(node, message('“{0}” is expected to be a text.', key));
    return undefined;
  }

  /** A text of a form; with a warning that shows an example, undefined if it is of another. */
  textOfForm(node: unknown, key: string, form: RegExp, example: string): string | undefined {
    const value = this.text(node, key);
    if (value === undefined || form.test(value)) return value;
    this.warn(node, message('“{0}” is no {1}. Write it like {2}.', value, key, example));
    return undefined;
  }

  /** A text as it stands, white space alone included; '' if absent. */
  verbatim(node: unknown): string {
    return isScalar(node) && !isAbsent(node) ? String(node.value) : '';
  }

  /** A list of texts; a single text counts as a list of one. */
  texts(node: unknown, key: string): string[] {
    if (isAbsent(node)) return [];
    if (!isSeq(node)) return [this.text(node, key)].filter((text) => text !== undefined);
    return node.items.map((item) => this.text(item, key)).filter((text) => text !== undefined);
  }

  /** The items of a list; none, with a problem, if it is no list. */
  items(node: unknown, key: string): readonly unknown[] {
    if (isAbsent(node)) return [];
    if (isSeq(node)) return node.items;
    this.error(node, message('“{0}” is expected to be a list.', key));
    return [];
  }
}

/** Whether a key has no value: it isn't there, or stands alone. */
export function isAbsent(node: unknown): boolean {
  return node === undefined || node === null || (isScalar(node) && node.value === null);
}
