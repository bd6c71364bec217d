import assert from 'node:assert/strict';
import { reanchor, select } from '../../../src/core/annotations/anchor';
import type { Anchored, Annotation } from '../../../src/core/annotations/model';
import type { FileEdit } from '../../../src/core/annotations/write';
import type { Span } from '../../../src/core/text/span';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import { TextLines } from '../../../src/core/text/lines';
import { withByHand } from '../../../src/core/topics/byHand';
import { topicPassages } from '../../../src/core/topics/count';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { sayingTopics, type TopicStatement } from '../../../src/core/topics/say';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const TEXT = TextLines.of(
  'The ferry was late.\nNobody spoke of war or of the ferry.\nIt rained.\n',
);
const PASSAGES = [0, 1, 2].map((line) => ({
  span: TEXT.lineSpan(line),
  turn: undefined,
  region: undefined,
}));
const { taxonomy } = parseTaxonomy('- {label: Sea, terms: [ferry]}\n- War\n- Weather\n');
assert(taxonomy);
const matcher = TopicMatcher.compile(taxonomy);
const found = topicPassages(
  PASSAGES.map((passage) => ({ ...passage, ...matcher.find(TEXT.slice(passage.span)) })),
);

/** Says something of a line, in the annotation file `yaml`. */
function said(yaml: string, line: number, what: TopicStatement): string {
  const { annotations } = parseAnnotationFile(yaml).file;
  const anchored = reanchor(TEXT.toString(), annotations);
  const edits = sayingTopics(anchored, TEXT, TEXT.lineSpan(line), what, () => `a${line}`);
  return editAnnotationFile(yaml, edits, 'x.txt') ?? 'refused';
}

/** `topic: lines`, with a star where a person said so. */
function touched(yaml: string): string[] {
  const anchored = reanchor(TEXT.toString(), parseAnnotationFile(yaml).file.annotations);
  const byTopic = withByHand(found, { passages: () => PASSAGES }, anchored);
  return [...byTopic].map(([topic, passages]) => {
    const lines = passages.map(
      ({ span, byHand }) => `${TEXT.lineAt(span.start)}${byHand === undefined ? '' : '*'}`,
    );
    return `${topic}: ${lines.join(' ')}`;
  });
}

describe('Which topics a passage touches', () => {
  it('is said by terms', () => {
    assert.deepEqual(touched(''), ['sea: 0 1', 'war: 1']);
  });

  it('is said by a person, too', () => {
    const yaml = said('', 2, { touches: ['weather'] });
    assert.deepEqual(touched(yaml), ['sea: 0 1', 'war: 1', 'weather: 2*']);
    assert.deepEqual(touched(said(yaml, 0, { touches: ['sea', 'war'] })), [
      'sea: 0* 1',
      'war: 0* 1',
      'weather: 2*',
    ]);
  });

  it('is not what a person has refused', () => {
    const yaml = said('', 1, { refuses: ['sea'] });
    assert.match(yaml, /notTopics: \[sea\]/);
    assert.deepEqual(touched(yaml), ['sea: 0', 'war: 1']);
    assert.deepEqual(touched(said(yaml, 1, { refuses: ['war'] })), ['sea: 0']);
  });

  it('is as the terms say once nothing is said any more', () => {
    const tagged = said('', 2, { touches: ['weather'] });
    const untagged = said(tagged, 2, { takesBack: ['weather'] });
    assert.doesNotMatch(untagged, /quote/);
    const refused = said('', 1, { refuses: ['sea'] });
    const again = said(refused, 1, { touches: ['sea'] });
    assert.deepEqual(touched(again), ['sea: 0 1*', 'war: 1']);
  });

  it('leaves what else is said of the words', () => {
    const selector = select(TEXT, TEXT.lineSpan(0));
    const claim = { id: 'c', selector, kind: 'fact' as const, tags: ['mine'], topics: ['war'] };
    const yaml = editAnnotationFile('', [{ put: claim }], 'x.txt') ?? '';
    assert.deepEqual(touched(yaml), ['sea: 0 1', 'war: 0* 1']);
    const after = said(yaml, 0, { takesBack: ['war'] });
    assert.match(after, /kind: fact/);
    assert.deepEqual(touched(after), ['sea: 0 1', 'war: 1']);
  });
});

describe('Saying which topics some words touch', () => {
  const span = TEXT.lineSpan(0);
  const words = select(TEXT, span);
  const own = (more: Partial<Annotation>, place: Span | null = span, id = 'a'): Anchored => ({
    annotation: { id, selector: words, tags: [], topics: [], ...more },
    span: place ?? undefined,
    state: place ? 'exact' : 'orphan',
  });
  const put = (more: Partial<Annotation>, id = 'a') => ({
    put: { id, selector: words, tags: [], topics: [], ...more },
  });
  const part = { start: span.start + 4, end: span.end };
  const cases: [what: string, said: Anchored[], statement: TopicStatement, edits: FileEdit[]][] = [
    ['nothing', [own({ topics: ['war'] })], {}, []],
    [
      'that they touch two',
      [],
      { touches: ['war', 'sea'] },
      [put({ topics: ['war', 'sea'] }, 'new')],
    ],
    ['that they don’t touch one', [], { refuses: ['sea'] }, [put({ notTopics: ['sea'] }, 'new')]],
    [
      'that they touch one more, where that was all that was said',
      [own({ topics: ['war'], coder: 'Ann' })],
      { touches: ['sea'] },
      [put({ topics: ['war', 'sea'], coder: 'Ann' })],
    ],
    [
      'that they touch one, once',
      [own({ topics: ['sea'] })],
      { touches: ['sea'] },
      [put({ topics: ['sea'] })],
    ],
    [
      'that they touch one, where something else was said of them, too',
      [own({ topics: ['war'], kind: 'fact' })],
      { touches: ['sea'] },
      [put({ topics: ['sea'] }, 'new')],
    ],
    [
      'that they touch one, where something was said of a part of them',
      [own({ topics: ['war'] }, part)],
      { touches: ['sea'] },
      [put({ topics: ['sea'] }, 'new')],
    ],
    [
      'that they touch one, which was refused of a part of them',
      [own({ notTopics: ['sea', 'war'] }, part)],
      { touches: ['sea'] },
      [put({ notTopics: ['war'] }), put({ topics: ['sea'] }, 'new')],
    ],
    [
      'that they touch one, which was refused of them',
      [own({ notTopics: ['sea'] })],
      { touches: ['sea'] },
      [put({ topics: ['sea'] })],
    ],
    [
      'that they don’t touch one, of which it was said that they do',
      [own({ topics: ['sea', 'war'] })],
      { refuses: ['sea'] },
      [put({ topics: ['war'], notTopics: ['sea'] })],
    ],
    [
      'no more that they touch one',
      [own({ topics: ['sea', 'war'] })],
      { takesBack: ['sea'] },
      [put({ topics: ['war'] })],
    ],
    ['no more of them', [own({ topics: ['sea'] })], { takesBack: ['sea'] }, [{ remove: 'a' }]],
    [
      'no more of topics, but something else',
      [own({ topics: ['sea'], note: 'Hm.' })],
      { takesBack: ['sea'] },
      [put({ note: 'Hm.' })],
    ],
    [
      'no more of what was never said',
      [own({ topics: ['war'], notTopics: ['sea'] })],
      { takesBack: ['rain'] },
      [],
    ],
    [
      'nothing of other words, nor of words that are gone',
      [own({ topics: ['sea'] }, TEXT.lineSpan(1)), own({ topics: ['sea'] }, null, 'b')],
      { takesBack: ['sea'] },
      [],
    ],
  ];
  for (const [what, anchored, statement, edits] of cases) {
    it(`says ${what}`, () => {
      const made = sayingTopics(anchored, TEXT, span, statement, () => 'new');
      assert.deepEqual(made, edits);
    });
  }
});
