import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rolledUp, topicPassages } from '../../../src/core/topics/count';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

/** The words found for terms of one topic. */
function found(terms: string[], text: string, exclude: string[] = []): string[] {
  const { taxonomy } = parseTaxonomy(JSON.stringify([{ label: 'T', terms, exclude }]));
  assert(taxonomy);
  return TopicMatcher.compile(taxonomy)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));
}

describe('The terms of a topic', () => {
  const cases: [what: string, terms: string[], text: string, words: string[]][] = [
    [
      'other forms of a word',
      ['sanction'],
      'Sanctions, a sanctioned ship',
      ['Sanctions', 'sanctioned'],
    ],
    ['no part of a word', ['port'], 'A report on sports and a port', ['port']],
    ['phrases', ['peace plan'], 'Its peace plans, in peace', ['peace plans']],
    ['phrases over a line end', ['peace plan'], 'the peace\nplan', ['peace\nplan']],
    ['hyphens and blanks alike', ['dual-use'], 'dual use or dual-use', ['dual use', 'dual-use']],
    ['capitals only as written', ['IT', 'NATO'], 'it says NATO and nato and IT', ['NATO', 'IT']],
    ['beginnings', ['cyber*'], 'cybersecurity, Cyber-attack', ['cybersecurity', 'Cyber']],
    ['possessives', ['Kremlin'], 'the Kremlin’s men', ['Kremlin']],
    ['the longest of several', ['oil', 'oil price'], 'the oil price fell', ['oil price']],
    ['scripts without spaces', ['制裁'], '他们谈到制裁和石油', ['制裁']],
    ['other scripts', ['санкции'], 'новые Санкции', ['Санкции']],
    ['letters that grow in lower case', ['ship'], 'İİİ ship', ['ship']],
  ];
  for (const [what, terms, text, words] of cases) {
    it(`find ${what}`, () => {
      assert.deepEqual(found(terms, text), words);
    });
  }

  it('don’t count within phrases that are excluded', () => {
    assert.deepEqual(found(['war'], 'A war, a trade war, a war', ['trade war']), ['war', 'war']);
  });

  it('find what a plain search for their words finds', () => {
    const word = fc.constantFrom('oil', 'gas', 'ship', 'port', 'tax');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (text, term) => {
          const joined = ` ${text.join(' ')} `;
          const wanted: number[] = [];
          const needle = ` ${term.join(' ')} `;
          // Hits don't overlap: the next is sought behind the one before.
          for (
            let at = joined.indexOf(needle);
            at >= 0;
            at = joined.indexOf(needle, at + needle.length - 1)
          ) {
            wanted.push(at);
          }
          assert.equal(found([term.join(' ')], text.join(' ')).length, wanted.length);
        },
      ),
    );
  });
});

describe('Counting passages', () => {
  it('counts a passage once for a topic and for the one above it', () => {
    const { taxonomy } = parseTaxonomy('- label: Sea\n  terms: [ship]\n  children: [Port]\n');
    const [sea] = taxonomy?.topics ?? [];
    assert(taxonomy && sea);
    const matcher = TopicMatcher.compile(taxonomy);
    const texts = ['A ship in a port.', 'A port.', 'Nothing.'];
    const touched = topicPassages(
      texts.map((text, index) => ({
        span: { start: index * 100, end: index * 100 + text.length },
        turn: undefined,
        hits: matcher.find(text),
      })),
    );
    assert.equal(rolledUp(sea, touched).length, 2);
    assert.equal(touched.get('sea')?.length, 1);
    assert.deepEqual(
      touched.get('port')?.map(({ hits }) => hits[0]?.start),
      [12, 102],
    );
  });
});
