import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/model';
import { parseRating, ratingText } from '../../../src/core/annotations/rating';
import {
  inCommon,
  NOTHING_SAID,
  resaid,
  saidOf,
  saysNothing,
  type Said,
} from '../../../src/core/annotations/said';

const selector = { start: 0, end: 5, quote: 'words', prefix: '', suffix: '' };
const bare: Annotation = { id: 'a', selector, tags: [], topics: [] };
const full: Annotation = {
  ...bare,
  kind: 'cause',
  tags: ['x', 'y'],
  topics: ['t'],
  status: 'open',
  confidence: 'low',
  rating: { source: 'B', information: '2' },
  note: 'Ask her.',
  coder: 'Ruth',
};
const said = (more: Partial<Said>): Said => ({ ...NOTHING_SAID, ...more });

describe('What is said of a claim', () => {
  const cases: [what: string, from: Annotation, before: Said, after: Said, to: Annotation][] = [
    ['nothing new changes nothing', full, saidOf(full, 'fact'), saidOf(full, 'fact'), full],
    ['a kind is written', bare, said({}), said({ kind: 'fact' }), { ...bare, kind: 'fact' }],
    [
      'a kind that was found and is left picked is written, too',
      bare,
      said({ kind: 'fact' }),
      said({ kind: 'fact', tags: ['x'] }),
      { ...bare, kind: 'fact', tags: ['x'] },
    ],
    [
      'another kind is the person’s',
      bare,
      said({ kind: 'fact' }),
      said({ kind: 'cause' }),
      { ...bare, kind: 'cause' },
    ],
    [
      'what is taken back goes, the note stays',
      full,
      saidOf(full, 'fact'),
      said({ tags: ['y'] }),
      { ...bare, tags: ['y'], note: 'Ask her.', coder: 'Ruth' },
    ],
    [
      'saying it of several leaves alone what they didn’t have in common',
      full,
      said({ tags: ['y'] }),
      said({ tags: ['z'], information: '5' }),
      { ...full, tags: ['x', 'z'], rating: { source: 'B', information: '5' } },
    ],
    [
      'saying something more takes nothing back',
      full,
      NOTHING_SAID,
      said({ tags: ['y', 'z'], status: 'refuted' }),
      { ...full, tags: ['x', 'y', 'z'], status: 'refuted' },
    ],
    [
      'half of a rating is one',
      bare,
      NOTHING_SAID,
      said({ source: 'A' }),
      { ...bare, rating: { source: 'A' } },
    ],
    [
      'the other half may go',
      full,
      said({ source: 'B', information: '2' }),
      said({ information: '2' }),
      { ...full, rating: { information: '2' } },
    ],
    [
      'what somebody else took away meanwhile doesn’t come back',
      full,
      said({ tags: ['x', 'gone'], topics: ['t', 'gone'] }),
      said({ tags: ['x', 'gone', 'new'], topics: ['t', 'gone', 'new'] }),
      { ...full, tags: ['x', 'y', 'new'], topics: ['t', 'new'] },
    ],
    [
      'a topic that was refused stays so until it is given',
      { ...full, notTopics: ['u', 'v'] },
      NOTHING_SAID,
      said({ topics: ['u'] }),
      { ...full, topics: ['t', 'u'], notTopics: ['v'] },
    ],
    [
      'who has looked at changed words ends the review; who tags a dismissed claim, the dismissal',
      { ...full, was: 'word', dismissed: true },
      NOTHING_SAID,
      NOTHING_SAID,
      full,
    ],
  ];
  for (const [what, from, before, after, to] of cases) {
    it(what, () => {
      assert.deepEqual(resaid(from, before, after), to);
    });
  }

  it('in common of several is what all have', () => {
    const other = { ...full, tags: ['y', 'z'], status: 'refuted' as const };
    const common = inCommon([saidOf(full, undefined), saidOf(other, undefined)]);
    assert.deepEqual(common, { ...saidOf(full, undefined), tags: ['y'], status: undefined });
    const third = { ...full, tags: ['y', 'x'], confidence: 'high' as const };
    assert.deepEqual(inCommon([full, other, third].map((one) => saidOf(one, undefined))), {
      ...common,
      confidence: undefined,
    });
    assert.deepEqual(inCommon([saidOf(full, 'fact')]), saidOf(full, 'fact'));
  });

  it('is nothing only where nothing at all is said', () => {
    assert.ok(saysNothing(bare));
    assert.ok(saysNothing({ ...bare, coder: 'Ruth' }));
    for (const key of [
      'kind',
      'tags',
      'topics',
      'status',
      'confidence',
      'rating',
      'note',
    ] as const) {
      assert.equal(saysNothing({ ...bare, [key]: full[key] }), false, key);
    }
    assert.equal(saysNothing({ ...bare, dismissed: true }), false);
    assert.equal(saysNothing({ ...bare, notTopics: ['t'] }), false);
  });
});

describe('A rating', () => {
  for (const [text, shown] of [
    ['B2', 'B2'],
    ['f6', 'F6'],
    [' c ', 'C'],
    ['4', '4'],
  ] as const) {
    it(`“${text}” is ${shown}`, () => {
      assert.equal(ratingText(parseRating(text) ?? {}), shown);
    });
  }
  for (const text of ['', 'G1', 'B7', 'B22', '2B', 'B 2', 'Β2']) {
    it(`“${text}” is none`, () => {
      assert.equal(parseRating(text), undefined);
    });
  }
});
