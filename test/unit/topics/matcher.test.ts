import assert from 'node:assert/strict';
import fc from 'fast-check';
import { topicPassages } from '../../../src/core/topics/count';
import { excluding, TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

/** The words found for terms of one topic. */
function found(terms: string[], text: string, more: Record<string, unknown> = {}): string[] {
  const { taxonomy } = parseTaxonomy(JSON.stringify([{ label: 'T', terms, ...more }]));
  assert(taxonomy);
  return TopicMatcher.compile(taxonomy)
    .find(text)
    .hits.map(({ start, end }) => text.slice(start, end));
}

describe('The terms of a topic', () => {
  const cases: [what: string, terms: string[], text: string, words: string[]][] = [
    [
      'other forms of a word',
      ['sanction'],
      'Sanctions, a sanctioned ship',
      ['Sanctions', 'sanctioned'],
    ],
    [
      'other forms of a word in the plural or the past',
      ['policies', 'seized', 'sell'],
      'a policy to seize what was sold',
      ['policy', 'seize', 'sold'],
    ],
    [
      'no words made from a word',
      ['import', 'general', 'goods'],
      'an important, generous, good man',
      [],
    ],
    ['several of what is written in capitals', ['UAV'], 'two UAVs', ['UAVs']],
    ['initials with and without full stops', ['US', 'U.N.'], 'the U.S. in the UN', ['U.S.', 'UN']],
    ['hyphens of any kind alike', ['cease-fire'], 'a cease‑fire', ['cease‑fire']],
    ['apostrophes of any kind alike', ["people's army"], 'the People’s Army', ['People’s Army']],
    [
      'phrases over a genitive',
      ['Iran nuclear deal'],
      'Iran’s nuclear deal',
      ['Iran’s nuclear deal'],
    ],
    ['phrases through emphasis', ['peace plan'], 'a *peace* plan', ['peace* plan']],
    ['no phrases over the end of a sentence', ['war crime'], 'After the war. Crime, too.', []],
    ['no phrases over a comma', ['oil price'], 'oil, price and gas', []],
    [
      'full stops that the phrase has itself',
      ['St. Petersburg'],
      'in St. Petersburg',
      ['St. Petersburg'],
    ],
    [
      'what stands near',
      ['sanctions NEAR/5 companies'],
      'The sanctions hit many companies.',
      ['sanctions hit many companies'],
    ],
    [
      'what stands near, the other way round',
      ['sanctions NEAR/3 companies'],
      'Companies under sanctions',
      ['Companies under sanctions'],
    ],
    [
      'nothing that stands further away',
      ['sanctions NEAR/3 companies'],
      'sanctions one two three companies',
      [],
    ],
    [
      'what stands just near enough',
      ['sanctions NEAR/3 companies'],
      'sanctions one two companies',
      ['sanctions one two companies'],
    ],
    [
      'what stands just near enough, the other way round',
      ['sanctions NEAR/3 companies'],
      'companies one two sanctions',
      ['companies one two sanctions'],
    ],
    [
      'nothing that stands further away, the other way round',
      ['sanctions NEAR/3 companies'],
      'companies one two three sanctions',
      [],
    ],
    [
      'the nearer of two, before it',
      ['sanctions NEAR/5 companies'],
      'companies sanctions for companies',
      ['companies sanctions'],
    ],
    [
      'the nearer of two, behind it',
      ['sanctions NEAR/5 companies'],
      'companies under sanctions companies',
      ['sanctions companies'],
    ],
    [
      'the one behind it of two as near',
      ['sanctions NEAR/5 companies'],
      'companies under sanctions hit companies',
      ['sanctions hit companies'],
    ],
    [
      'each with what is near it',
      ['sanctions NEAR/1 companies'],
      'sanctions companies and others, far off, companies sanctions',
      ['sanctions companies', 'companies sanctions'],
    ],
    [
      'phrases near phrases',
      ['oil price NEAR/4 sharp rise'],
      'a sharp rise of the oil price, an oil rise',
      ['sharp rise of the oil price'],
    ],
    ['nothing where one of two is missing', ['oil NEAR/9 gas'], 'oil and oil, oil', []],
    ['one as near as it may be', ['oil NEAR/1 gas', 'oil NEAR/100 tin'], 'oil gas', ['oil gas']],
    [
      'no more of what has capitals only in part',
      ['eBay', 'G20'],
      'two eBays and G20s, eBay',
      ['eBay'],
    ],
    ['no shorter word than a beginning', ['cyber*'], 'cybe, cyber', ['cyber']],
    [
      'letters and marks, however they are stored',
      ['régime'],
      'the re\u0301gime',
      ['re\u0301gime'],
    ],
    ['full-width letters', ['ABC'], 'ＡＢＣ', ['ＡＢＣ']],
    ['Thai within a sentence', ['สงคราม'], 'พูดถึงสงครามและสันติภาพ', ['สงคราม']],
    ['no half of a Thai syllable', ['ก'], 'กำ กี', ['ก']],
    [
      'Arabic with the article, and without',
      ['عقوبات'],
      'فرض العقوبات، عقوبات',
      ['العقوبات', 'عقوبات'],
    ],
    ['Arabic with vowel marks', ['حرب'], 'حَرْب', ['حَرْب']],
    ['Korean words as they stand', ['제재*'], '제재를 받다', ['제재를']],
    ['no part of a Cyrillic word', ['мир'], 'мирный мир', ['мир']],
    ['Cyrillic beginnings', ['санкц*'], 'о санкциях', ['санкциях']],
    ['no part of a word', ['port'], 'A report on sports and a port', ['port']],
    ['phrases', ['peace plan'], 'Its peace plans, in peace', ['peace plans']],
    ['phrases over a line end', ['peace plan'], 'the peace\nplan', ['peace\nplan']],
    ['hyphens and blanks alike', ['dual-use'], 'dual use or dual-use', ['dual use', 'dual-use']],
    ['capitals only as written', ['IT', 'NATO'], 'it says NATO and nato and IT', ['NATO', 'IT']],
    ['beginnings', ['cyber*'], 'cybersecurity, Cyber-attack', ['cybersecurity', 'Cyber']],
    ['possessives', ['Kremlin'], 'the Kremlin’s men', ['Kremlin']],
    ['the longest of several', ['oil', 'oil price'], 'the oil price fell', ['oil price']],
    ['words of scripts without spaces', ['制裁'], '他们谈到制裁和石油', ['制裁']],
    ['other scripts', ['санкции'], 'новые Санкции', ['Санкции']],
    ['letters that grow in lower case', ['ship'], 'İİİ ship', ['ship']],
  ];
  for (const [what, terms, text, words] of cases) {
    it(`find ${what}`, () => {
      assert.deepEqual(found(terms, text), words);
    });
  }

  it('don’t count within phrases that are excluded', () => {
    const exclude = ['trade war'];
    assert.deepEqual(found(['war'], 'A war, a trade war, a war', { exclude }), ['war', 'war']);
  });

  it('don’t count within any form of what is excluded, nor across two of them', () => {
    const exclude = ['trade war', 'war crime'];
    const text = 'Trade wars, a trade war crime, a war; war crimes and wars';
    assert.deepEqual(found(['war'], text, { exclude }), ['war', 'wars']);
  });

  it('count for each topic that has them, in whatever form', () => {
    const { taxonomy } = parseTaxonomy(
      '- {label: A, terms: [policies]}\n- {label: B, terms: [policy, war]}\n- {label: C, terms: [wars]}\n',
    );
    assert(taxonomy);
    const text = 'A policy of war, policies of wars';
    const hits = TopicMatcher.compile(taxonomy).find(text).hits;
    assert.deepEqual(
      hits.map(({ topicId, start, end }) => `${topicId} ${text.slice(start, end)}`).sort(),
      ['a policies', 'a policy', 'b policies', 'b policy', 'b war', 'b wars', 'c war', 'c wars'],
    );
  });

  it('are names, however they are written, or there are none', () => {
    const { taxonomy } = parseTaxonomy(
      '- {label: Sea, entities: ["Peter O’Hara", Lund]}\n- {label: War, entities: [lund]}\n',
    );
    assert(taxonomy);
    const matcher = TopicMatcher.compile(taxonomy);
    assert.equal(matcher.hasNames, true);
    assert.deepEqual(matcher.topicsOf([" peter  O'HARA "]), ['sea']);
    assert.deepEqual(matcher.topicsOf(['LUND']), ['sea', 'war']);
    assert.deepEqual(matcher.topicsOf(['Oslo', 'Lund', 'Peter O’Hara']), ['sea', 'war']);
    assert.deepEqual(matcher.topicsOf(['Peter']), []);
    assert.equal(TopicMatcher.compile({ topics: [] }).hasNames, false);
  });

  it('are within what is excluded for their topic only, wherever that begins', () => {
    const at = (topicId: string, start: number, end: number) => ({ topicId, start, end });
    const isExcluded = excluding([at('a', 20, 30), at('a', 0, 15), at('a', 2, 5), at('b', 40, 50)]);
    for (const [topicId, start, end, is] of [
      ['a', 0, 15, true],
      ['a', 6, 10, true],
      ['a', 2, 4, true],
      ['a', 14, 16, false],
      ['a', 16, 18, false],
      ['a', 20, 30, true],
      ['a', 19, 25, false],
      ['a', 40, 45, false],
      ['b', 40, 45, true],
      ['b', 20, 25, false],
      ['c', 20, 25, false],
    ] as const) {
      assert.equal(isExcluded(at(topicId, start, end)), is, `${topicId} ${start}`);
    }
  });

  it('count only as written, if they are exact', () => {
    const text = 'The Quad met in May; it may sanction a quad. Sanctions may follow.';
    assert.deepEqual(found([], text, { exact: ['Quad', 'May', 'sanction'] }), [
      'Quad',
      'May',
      'sanction',
    ]);
    assert.deepEqual(found(['sanction'], text, { exact: true }), ['sanction']);
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

describe('The passages of a document', () => {
  it('groups them by topic, hits where they stand in the document', () => {
    const { taxonomy } = parseTaxonomy('- label: Sea\n  terms: [ship]\n  children: [Port]\n');
    assert(taxonomy);
    const matcher = TopicMatcher.compile(taxonomy);
    const texts = ['A ship in a port.', 'A port.', 'Nothing.'];
    const touched = topicPassages(
      texts.map((text, index) => ({
        span: { start: index * 100, end: index * 100 + text.length },
        turn: undefined,
        ...matcher.find(text),
      })),
    );
    assert.equal(touched.get('sea')?.length, 1);
    assert.deepEqual(
      touched.get('port')?.map(({ hits }) => hits[0]?.start),
      [12, 102],
    );
  });
});
