import { SaxesParser } from 'saxes';
import { message, type Message } from '../message';
import { Refusal } from './refusal';

/** No project needs more; what has more is made to exhaust us. */
export const MOST_UNITS = 128_000_000;
const MOST_ELEMENTS = 2_000_000;
const DEEPEST = 200;

const NO_XML = 'There is no XML in it, so that it is no REFI-QDA project or codebook.';

/** So much is read between two steps. */
const SLICE = 1 << 18;

/** An element with local names only: the namespaces that tools write differ, the names don't. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads XML that anybody may have written, in steps and in bounded time and memory. Document type
 * definitions are refused, and with them every entity that isn't XML's own.
 *
 * @returns the root
 * @throws a {@link Refusal} that says what is wrong and where
 */
export function* readingXml(xml: string): Generator<undefined, XmlElement> {
  if (!/^\ufeff?\s*</.test(xml)) throw new Refusal(message(NO_XML));
  if (xml.length > MOST_UNITS) throw new Refusal(message('The XML in it is too large to be read.'));
  const builder = new Builder();
  for (let start = 0; start < xml.length; start += SLICE) {
    builder.parser.write(xml.slice(start, start + SLICE));
    yield;
  }
  builder.parser.close();
  // Closing refuses what has no root.
  return builder.root as XmlElement;
}

/** Builds the tree from what the parser tells. */
class Builder {
  readonly parser = new SaxesParser({ xmlns: false, position: false });
  root: XmlElement | undefined;
  private readonly open: Open[] = [];
  private count = 0;

  constructor() {
    const { parser } = this;
    parser.on('error', ({ message: reason }) => {
      // The parser stands behind the character that it complains of.
      const place: Place = { line: parser.line, column: parser.column };
      throw new Refusal(fault(reason, place));
    });
    parser.on('doctype', () => {
      const what = 'The XML in it defines a document type, which no project needs.';
      throw new Refusal(message(what));
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.start(name, attributes);
    });
    parser.on('text', (text) => {
      this.add(text);
    });
    parser.on('cdata', (text) => {
      this.add(text);
    });
    parser.on('closetag', () => {
      this.open.pop();
    });
  }

  private start(name: string, attributes: Record<string, string>): void {
    if (++this.count > MOST_ELEMENTS) {
      throw new Refusal(message('The XML in it is too large to be read.'));
    }
    if (this.open.length >= DEEPEST) {
      throw new Refusal(message('The XML in it is nested too deeply: over {0} levels.', DEEPEST));
    }
    const local: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [key, value] of Object.entries(attributes)) local[localName(key)] = value;
    const element: Open = { name: localName(name), attributes: local, children: [], text: '' };
    const parent = this.open.at(-1);
    if (parent) parent.children.push(element);
    else this.root = element;
    this.open.push(element);
  }

  private add(text: string): void {
    const element = this.open.at(-1);
    if (element) element.text += text;
  }
}

interface Place {
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What the parser says, as a sentence for the user. */
function fault(reason: string, { line, column }: Place): Message {
  if (/root element/.test(reason)) return message(NO_XML);
  if (/^unclosed tag|^unexpected end/.test(reason)) {
    return message(
      'The XML in it ends in the middle, in line {0}: the file was probably cut off. Copy or export it again.',
      line,
    );
  }
  if (/^unmatched closing tag|^unexpected close tag/.test(reason)) {
    return message(
      'The XML in it is broken: in line {0}, column {1} an element is closed that is not open there. Export it again.',
      line,
      column,
    );
  }
  if (/^disallowed character\.$|character entity/.test(reason)) {
    return message(
      'The XML in it is broken: in line {0}, column {1} there is a character that may not stand there. Take it out where it comes from, and export it again.',
      line,
      column,
    );
  }
  if (/entity/.test(reason)) {
    return message(
      'The XML in it is broken: in line {0}, column {1} there is an “&” that stands for nothing XML knows. Export it again.',
      line,
      column,
    );
  }
  return message('The XML in it is broken in line {0}, column {1}. Export it again.', line, column);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements of a name that stand directly in another. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** What no XML may hold, whichever way it is written: control characters and halves of pairs. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as XML can hold it: what it can't becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd');
}

/** A text as it stands between tags. */
export function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>\r]/g, (unit) => ESCAPES[unit] as string);
}

function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/["\t\n]/g, (unit) => ESCAPES[unit] as string);
}

/**
 * An element as text.
 *
 * @param attributes those that are undefined are left out
 * @param content XML, not text: text goes through {@link escapeXml} first
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds a text; nothing if there is none. */
export function textElement(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : xmlElement(name, {}, escapeXml(text));
}
