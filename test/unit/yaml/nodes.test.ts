import assert from 'node:assert/strict';
import { isMap } from 'yaml';
import { inEnglish } from '../support/inEnglish';
import { NodeReader, parseYaml } from '../../../src/core/yaml/read';

/** The value of the only key of a file. */
function valueIn(yaml: string): unknown {
  const root = parseYaml(yaml).document?.contents;
  assert.ok(isMap(root));
  return root.items[0]?.value;
}

/** `severity words: sentence (fix)` of each problem. */
function told({ problems }: NodeReader, yaml: string): string[] {
  return problems.map(({ severity, start, end, message, fixes = [] }) => {
    const fix = fixes.map(({ title }) => ` (${inEnglish(title)})`).join('');
    return `${severity} ${yaml.slice(start, end).trim()}: ${inEnglish(message)}${fix}`;
  });
}

type Read = (reader: NodeReader, node: unknown) => unknown;
const asText: Read = (reader, node) => reader.text(node, 'note');
const asTexts: Read = (reader, node) => reader.texts(node, 'tags');
const asItems: Read = (reader, node) => reader.items(node, 'topics').length;
const asWritten: Read = (reader, node) => reader.verbatim(node);
const asColour: Read = (reader, node) => reader.textOfForm(node, 'color', /^#\w+$/, '#f00');
const asMap: Read = (reader, node) =>
  [...(reader.map(node, ['label', 'terms']) ?? ['none'])].length;
const NO_TEXT = 'error [x]: “note” is expected to be a text.';

const CASES: [what: string, read: Read, yaml: string, value: unknown, problems?: string[]][] = [
  ['a text', asText, 'a: late', 'late'],
  ['a number as a text', asText, 'a: 7.20', '7.2'],
  ['a truth value as a text', asText, 'a: true', 'true'],
  ['no text of nothing', asText, 'a:', undefined],
  ['no text of white space', asText, 'a: "  "', undefined],
  ['no text of a list', asText, 'a: [x]', undefined, [NO_TEXT]],
  ['what is written, white space alone, too', asWritten, 'a: "  "', '  '],
  ['nothing of nothing', asWritten, 'a:', ''],
  ['nothing of a list', asWritten, 'a: [x]', ''],
  ['texts of a list', asTexts, 'a: [x, 7, "", y]', ['x', '7', 'y']],
  ['a single text as a list', asTexts, 'a: x', ['x']],
  ['no texts of nothing', asTexts, 'a:', []],
  ['no texts of white space', asTexts, 'a: " "', []],
  [
    'no text of a list in a list',
    asTexts,
    'a: [x, [y]]',
    ['x'],
    ['error [y]: “tags” is expected to be a text.'],
  ],
  ['the items of a list', asItems, 'a: [x, {y: z}]', 2],
  ['no items of nothing', asItems, 'a:', 0],
  ['no items of a text', asItems, 'a: x', 0, ['error x: “topics” is expected to be a list.']],
  ['a text of its form', asColour, 'a: "#0a0"', '#0a0'],
  [
    'no text of another form',
    asColour,
    'a: blue',
    undefined,
    ['warning blue: “blue” is no color. Write it like #f00.'],
  ],
  ['no text of a form where there is none', asColour, 'a:', undefined],
  ['the keys of a map', asMap, 'a: {label: x, terms: [y]}', 2],
  [
    'no keys of a text',
    asMap,
    'a: x',
    1,
    ['error x: Keys with values are expected here: label, terms.'],
  ],
  [
    'no key that is meant to be another, with a fix',
    asMap,
    'a: {label: x, trems: [y]}',
    1,
    ['warning trems: “trems” is not known here. Did you mean “terms”? (Change to “terms”)'],
  ],
  [
    'no key that is like none',
    asMap,
    'a: {label: x, hue: red}',
    1,
    ['warning hue: “hue” is not known here. Known are: label, terms.'],
  ],
  [
    'no key that is a list',
    asMap,
    'a: {? [label] : x}',
    0,
    ['warning [label]: “” is not known here. Known are: label, terms.'],
  ],
];

describe('Of YAML is read', () => {
  for (const [what, read, yaml, value, problems = []] of CASES) {
    it(what, () => {
      const reader = new NodeReader();
      assert.deepEqual(read(reader, valueIn(yaml)), value);
      assert.deepEqual(told(reader, yaml), problems);
    });
  }
});
