import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Edit } from '../../../src/core/text/lines';
import type { Span } from '../../../src/core/text/span';

/** What stands in interviews, and what breaks those who read them. */
const PIECES = [
  ...['Ann: ', 'Bo Dahl: ', '**Q:** ', 'A: ', '— ', '## ', '> ', '[laughs] ', '(crosstalk) '],
  ...['Why did you go? ', 'I think Egypt will probably sign. ', 'Mr. Brandt said so. ', 'Yes. '],
  ...['The World Bank (WB) ', 'U.S. ', 'NATO ', 'Daniel Brandt', ' Brandt’s ', 'It is unlikely '],
  ...['\n', '\n\n', '\r\n', '\r', '\t', '  \n', '---\n', 'title: x\n', '00:01:02 ', 'WEBVTT\n\n'],
  ...['“', '”', '(', ')', '[', ']', '*', '_', '`', '<b>', ':', '?', '.', '…', '%', '$(x)', '|'],
  ...['\u0000', '\u202e', '\u200b', '\ufeff', '\u2028', '\ud83d', '\udca3', '😀', 'e\u0301', 'ﬁ'],
  ...[
    '东京',
    '記者：',
    'محمد',
    'Straße',
    'İ',
    'ǅ',
    '[x](command:y)',
    'https://a.example/?b',
    '1,5',
  ],
];

/** Any text: of an interview, nearly one, or of anything at all. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 2, max: 60 }))
          .map(([piece, times]) => piece.repeat(times)),
      },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

/** Any change of a text of whatever length, by {@link editIn}. */
export const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...PIECES),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  ),
});

type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

export function editIn(length: number, { at, removed, text }: AnyEdit): Edit {
  const start = Math.floor(at * length);
  return { start, end: Math.min(length, start + removed), text };
}

export function isIn({ start, end }: Span, { start: from, end: to }: Span): boolean {
  return from <= start && start < end && end <= to;
}

/**
 * Any YAML of which some keys mean something: well formed, with values that fit and such that don’t,
 * and often damaged.
 */
export function anyYaml(keys: readonly string[], values: readonly unknown[]): fc.Arbitrary<string> {
  const { node } = fc.letrec<{ node: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...values) },
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(null, true, 0, -1, 1e99, NaN, '', ' ', '__proto__', '2020-01-01', '# no'),
    ),
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      { weight: 3, arbitrary: tie('leaf') },
      { weight: 2, arbitrary: fc.array(tie('node'), { maxLength: 4 }) },
      {
        weight: 4,
        arbitrary: fc.dictionary(
          fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, fc.string({ maxLength: 5 })),
          tie('node'),
          { maxKeys: 6 },
        ),
      },
    ),
  }));
  const whole = fc
    .tuple(node, fc.boolean())
    .map(([value, flow]) => stringify(value, { collectionStyle: flow ? 'flow' : 'any' }));
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(4),
    text: fc.constantFrom(
      '',
      ' ',
      '\n',
      '- ',
      ': ',
      '{',
      ']',
      '# x\n',
      '&a ',
      '*a',
      '!!map ',
      '\t',
      '"',
      '<<<<<<< HEAD\n',
      '? ',
      '|\n',
    ),
  });
  return fc.tuple(whole, fc.array(damage, { maxLength: 3 })).map(([yaml, damages]) =>
    damages.reduce((text, one) => {
      const { start, end, text: inserted } = editIn(text.length, one);
      return text.slice(0, start) + inserted + text.slice(end);
    }, yaml),
  );
}
