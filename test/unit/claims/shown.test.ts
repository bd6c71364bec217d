import assert from 'node:assert/strict';
import type { Anchored, Annotation } from '../../../src/core/annotations/model';
import {
  byCode,
  byKind,
  bySource,
  byStatus,
  byTopic,
  type ClaimGroup,
} from '../../../src/core/claims/groups';
import { lensRow, numberMark } from '../../../src/core/claims/lenses';
import { parseCodebook } from '../../../src/core/codebook/read';
import type { Claim } from '../../../src/core/claims/model';
import { shownClaims, type ShownClaim } from '../../../src/core/claims/shown';

function claim(start: number, end: number, more: Partial<Claim> = {}): Claim {
  const source = { name: 'Osei', reported: false };
  const worth = { checkability: 0.5, salience: 0.5 };
  return {
    start,
    end,
    kind: 'fact',
    source,
    turn: 0,
    isFuture: false,
    isPremise: false,
    ...worth,
    ...more,
  };
}

function annotated(start: number, end: number, more: Partial<Annotation> = {}): Anchored {
  const selector = { start, end, quote: '', prefix: '', suffix: '' };
  const annotation = { id: `${start}`, selector, tags: [], topics: [], ...more };
  return { annotation, span: { start, end }, state: 'exact' };
}

const spans = (claims: readonly ShownClaim[]) => claims.map(({ start, end }) => [start, end]);

describe('Claims as they are shown', () => {
  it('are the found and the annotated in order of the text', () => {
    assert.deepEqual(spans(shownClaims([claim(50, 60)], [annotated(0, 10)])), [
      [0, 10],
      [50, 60],
    ]);
  });

  it('join an annotation with the claim whose words it mostly has', () => {
    const [shown, ...others] = shownClaims([claim(0, 10)], [annotated(0, 8, { kind: 'cause' })]);
    assert.deepEqual(others, []);
    assert.equal(shown?.kind, 'cause', 'the person’s kind counts');
    assert.equal(shown?.source?.name, 'Osei', 'who claims is still what was found');
  });

  it('are in order of the text and joined, in whatever order they come', () => {
    const said = [annotated(70, 80), annotated(50, 60), annotated(0, 10)];
    const shown = shownClaims([claim(50, 60), claim(20, 30), claim(0, 10)], said);
    assert.deepEqual(
      shown.map(({ start, claim, annotation }) => [start, !!claim, !!annotation]),
      [
        [0, true, true],
        [20, true, false],
        [50, true, true],
        [70, false, true],
      ],
    );
  });

  it('carry their likelihood, and how a tag holds to its words', () => {
    const likelihood = { term: 'likely', words: { start: 2, end: 5 } } as const;
    const found = claim(0, 10, { likelihood });
    const [detected] = shownClaims([found], []);
    assert.deepEqual(detected?.likelihood, likelihood);
    const [tagged] = shownClaims(
      [found],
      [{ ...annotated(0, 10), state: 'changed', grade: 'place' }],
    );
    assert.equal(tagged?.claim, found);
    assert.deepEqual(tagged?.likelihood, likelihood);
    assert.deepEqual([tagged?.state, tagged?.grade], ['changed', 'place']);
    assert.ok(!('likelihood' in shownClaims([claim(0, 10)], [annotated(0, 10)])[0]!));
  });

  it('are not made, and not checked, by saying which topics words touch or don’t', () => {
    const onTopic = annotated(0, 10, { topics: ['sea'] });
    const notOnTopic = annotated(0, 10, { notTopics: ['sea'] });
    const annotations = (found: readonly Claim[], said: Anchored) =>
      shownClaims(found, [said]).map(({ annotation }) => annotation);
    assert.deepEqual(annotations([], onTopic), []);
    assert.deepEqual(annotations([], notOnTopic), []);
    assert.deepEqual(annotations([claim(0, 10)], onTopic), [onTopic.annotation]);
    assert.deepEqual(annotations([claim(0, 10)], notOnTopic), [undefined]);
  });

  it('keep both where they share less than that', () => {
    assert.equal(shownClaims([claim(0, 10)], [annotated(0, 5)]).length, 2);
  });

  it('leave out what was dismissed, and what is not in the text any more', () => {
    const orphan: Anchored = { ...annotated(0, 9), span: undefined, state: 'orphan' };
    assert.deepEqual(
      shownClaims([claim(20, 30)], [annotated(20, 30, { dismissed: true }), orphan]),
      [],
    );
  });
});

describe('Lenses of a paragraph', () => {
  const claims = shownClaims(
    [
      claim(0, 10, { salience: 0.4 }),
      claim(20, 30, { salience: 0.9 }),
      claim(40, 50, { salience: 0.2 }),
      claim(60, 70, { salience: 0.8 }),
    ],
    [annotated(40, 50)],
  );
  const starts = (most: number) => lensRow(claims, most).shown.map(({ start }) => start);

  it('go to tagged claims first, then to the most worthwhile, in order of the text', () => {
    assert.deepEqual(starts(1), [40]);
    assert.deepEqual(starts(2), [20, 40]);
    assert.deepEqual(starts(3), [20, 40, 60]);
  });

  it('count the claims that have none', () => {
    assert.deepEqual(
      [1, 2, 4, 9].map((most) => lensRow(claims, most).others),
      [3, 2, 0, 0],
    );
  });

  it('are numbered, unless the paragraph has a single claim', () => {
    const row = lensRow(claims, 2);
    assert.deepEqual([numberMark(0, row), numberMark(1, row)], ['①', '②']);
    assert.equal(numberMark(0, lensRow(claims.slice(0, 1), 2)), '');
  });
});

describe('Claims in groups', () => {
  const reported = { source: { name: 'the mayor', reported: true } };
  const claims = shownClaims(
    [
      claim(0, 10, reported),
      claim(20, 30),
      claim(40, 50, { source: { name: '', reported: false } }),
    ],
    [annotated(20, 30, { tags: ['water', 'dam', 'water'] }), annotated(0, 10, { tags: ['dam'] })],
  );
  const names = (groups: readonly ClaimGroup[]): string[] =>
    groups.flatMap(({ name, count, children }) => [
      `${name}: ${count}`,
      ...names(children).map((below) => `  ${below}`),
    ]);
  const book = (yaml: string) => parseCodebook(yaml).codebook!;

  it('by who claims: speakers, who is quoted, nobody named', () => {
    assert.deepEqual(names(bySource(claims)), ['Osei: 1', 'the mayor: 1', ': 1']);
    assert.deepEqual(
      bySource(claims).map((group) => group.reported),
      [false, true, false],
    );
  });

  it('by who claims: whoever is only “she” or “they” is nobody named', () => {
    const told = ['She', 'they', 'Sheila'].map((name, nth) =>
      claim(nth * 10, nth * 10 + 5, { source: { name, reported: true } }),
    );
    const groups = bySource(shownClaims(told, []));
    assert.deepEqual(names(groups), ['Sheila: 1', ': 2']);
    assert.ok(groups.every((group) => group.reported));
  });

  it('by who claims: words that are only selected are nobody’s', () => {
    assert.deepEqual(names(bySource(shownClaims([], [annotated(0, 5)]))), [': 1']);
  });

  it('keep first-hand claims apart from reported ones of the same name', () => {
    const both = shownClaims(
      [claim(0, 1), claim(2, 3, { source: { name: 'Osei', reported: true } })],
      [],
    );
    assert.deepEqual(names(bySource(both)), ['Osei: 1', 'Osei: 1']);
  });

  it('by tag: a claim under each of its tags once, the untagged last', () => {
    assert.deepEqual(names(byCode(claims, book(''))), ['dam: 2', 'water: 1', ': 1']);
  });

  it('by tag: in the order of the alphabet, the tagged without a tag last', () => {
    const tagged = [annotated(0, 5, { tags: ['water', 'dam', 'nets'] }), annotated(10, 15)];
    assert.deepEqual(names(byCode(shownClaims([], tagged), book(''))), [
      'dam: 1',
      'nets: 1',
      'water: 1',
      ': 1',
    ]);
  });

  it('by code: as the codebook orders them, a claim counted once above several; then free tags', () => {
    const codebook = book('- name: Works\n  children: [Wall, {name: Dam, id: dam}]\n- Nets\n');
    assert.deepEqual(names(byCode(claims, codebook)), ['Works: 2', '  Dam: 2', 'water: 1', ': 1']);
    const nested = book('- name: water\n  children: [dam]\n');
    assert.deepEqual(names(byCode(claims, nested)), ['water: 2', '  dam: 2', ': 1']);
  });

  it('by kind and by status, in their order', () => {
    const some = shownClaims(
      [claim(0, 10), claim(20, 30, { kind: 'prediction' })],
      [
        annotated(20, 30, { status: 'refuted' }),
        annotated(40, 50, { status: 'open' }),
        annotated(60, 70),
      ],
    );
    assert.deepEqual(names(byKind(some)), ['fact: 1', 'prediction: 1', ': 2']);
    assert.deepEqual(names(byStatus(some)), ['open: 1', 'refuted: 1', ': 2']);
  });

  it('by topic: those given it, and those whose words touch it', () => {
    const topics = [
      { id: 'sea', label: 'Sea', children: [{ id: 'ferry', label: 'Ferry', children: [] }] },
    ];
    const some = shownClaims(
      [claim(0, 10), claim(20, 30), claim(40, 50)],
      [annotated(0, 10, { topics: ['sea', 'gone'] })],
    );
    const touched = new Map([
      [
        'ferry',
        [
          { start: 12, end: 15 },
          { start: 22, end: 25 },
        ],
      ],
      ['sea', [{ start: 5, end: 8 }]],
    ]);
    assert.deepEqual(names(byTopic(some, topics, touched)), ['Sea: 2', '  Ferry: 1', ': 1']);
    assert.ok(byTopic(some, topics, touched).every((group) => !group.reported));
  });

  it('by topic: of a topic that is gone, and beside words that touch one, are of none', () => {
    const topics = [{ id: 'sea', label: 'Sea', children: [] }];
    const some = shownClaims(
      [claim(0, 10), claim(20, 30)],
      [annotated(0, 10, { topics: ['gone'] })],
    );
    const touched = (...hits: { start: number; end: number }[]) => new Map([['sea', hits]]);
    const beside = { start: 18, end: 20 };
    assert.deepEqual(names(byTopic(some, topics, touched(beside))), [': 2']);
    const within = { start: 22, end: 25 };
    assert.deepEqual(names(byTopic(some, topics, touched(beside, within))), ['Sea: 1', ': 1']);
  });

  it('have keys of their own', () => {
    const both = shownClaims(
      [claim(0, 1), claim(2, 3, { source: { name: 'Osei', reported: true } })],
      [annotated(0, 1, { tags: ['id:a', 'a', 'free:a'] })],
    );
    for (const groups of [bySource(both), byCode(both, book('- a\n'))]) {
      assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
    }
  });
});
