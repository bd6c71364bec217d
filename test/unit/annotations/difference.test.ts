import assert from 'node:assert/strict';
import { difference } from '../../../src/core/annotations/difference';

describe('A change of annotated words', () => {
  const cases: [was: string, now: string, grade: 'slight' | 'meaning' | undefined][] = [
    ['The bridge will close.', 'The bridge will close.', undefined],
    ['The bridge will close.', 'The bridge will close!', 'slight'],
    ['They recieve nothing.', 'They receive nothing.', 'slight'],
    ['Well, um, the bridge shuts.', 'The bridge shuts.', 'slight'],
    ['The bridge will close.', 'The bridge will not close.', 'meaning'],
    ['It is likely.', 'It is unlikely.', 'meaning'],
    ['It cost 12 million.', 'It cost 21 million.', 'meaning'],
    ['Only Adeyemi knew.', 'Only Adeyami knew.', 'meaning'],
    ['They can pay.', 'They can’t pay.', 'meaning'],
    ['Das ist keine Frage.', 'Das ist eine Frage.', 'meaning'],
    // Other words, though hardly other letters.
    ['The boat sank.', 'The boot sank.', 'meaning'],
    ['They moved north.', 'They loved north.', 'meaning'],
    ['They wanted water.', 'They wanter water.', 'meaning'],
    ['The marten slept.', 'The matron slept.', 'meaning'],
    ['It cost 10000 pounds.', 'It cost 11000 pounds.', 'meaning'],
    ['It really rained.', 'It heavily rained.', 'meaning'],
    ['It really rained.', 'It rained.', 'slight'],
    ['We met.', 'I met.', 'meaning'],
    ['We told Hale so.', 'We told them so.', 'meaning'],
    ['We told them.', 'We told them so, Hale.', 'meaning'],
    // Spelling, and more than that.
    ['The contry was dry.', 'The country was dry.', 'slight'],
    ['The countrry was dry.', 'The country was dry.', 'slight'],
    ['The cuontry was dry.', 'The country was dry.', 'slight'],
    ['The cauntry was dry.', 'The country was dry.', 'slight'],
    ['The coutnry side was dry.', 'The countryside was dry.', 'meaning'],
    ['They recieve water.', 'They receive clean water.', 'meaning'],
    ['They recieve clean water.', 'They receive water.', 'meaning'],
    ['The water fall froze.', 'The waterfall froze.', 'slight'],
    ['The water fall froze.', 'The water froze.', 'meaning'],
    // Both at once.
    ['Well, the pier rots!', 'The pier stands.', 'meaning'],
    ['The pier rots.', 'Well, the pier stands!', 'meaning'],
  ];
  for (const [was, now, grade] of cases) {
    it(`${was} → ${now}: ${grade ?? 'none'}`, () => {
      assert.equal(difference(was, now).grade, grade);
    });
  }

  it('is shown in parts that make up both texts', () => {
    const [was, now] = ['The bridge will close soon.', 'The old bridge may close.'];
    const { parts } = difference(was, now);
    const without = (kind: string) => parts.filter((part) => part.kind !== kind);
    assert.equal(
      without('removed')
        .map(({ text }) => text)
        .join(''),
      now,
    );
    assert.deepEqual(
      parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
      ['added old', 'removed will', 'added may', 'removed soon'],
    );
  });

  /** What was removed in brackets, what was added in braces. */
  function marked(was: string, now: string): string {
    const signs = { same: ['', ''], removed: ['[', ']'], added: ['{', '}'] };
    return difference(was, now)
      .parts.map(({ kind, text }) => signs[kind].join(text))
      .join('');
  }

  const shown: [was: string, now: string, parts: string][] = [
    ['We row home.', 'We row home.', 'We row home.'],
    ['We row home.', 'We  row\nhome.', 'We  row\nhome.'],
    ['We row home.', 'We sail home.', 'We [row]{sail} home.'],
    ['We row home.', 'They row home.', '[We]{They} row home.'],
    ['We row home.', 'We row away.', 'We row [home]{away}.'],
    ['We row home.', 'We row home!', 'We row home[.]{!}'],
    ['We row home', 'We row home now', 'We row home {now}'],
    ['row home.', 'We row home.', '{We }row home.'],
    ['We row home.', 'We slowly row home.', 'We {slowly }row home.'],
    ['We row home.', 'We home.', 'We[row] home.'],
    ['We row home.', 'row home.', '[We]row home.'],
    ['We row home', 'We row', 'We row[home]'],
    ['We row home.', '', '[We row home.]'],
    ['', 'We row home.', '{We row home.}'],
    ['We row, row home.', 'We row home.', 'We row[, row] home.'],
    ['We row home.', 'We row, row home.', 'We row{, row} home.'],
  ];
  for (const [was, now, parts] of shown) {
    it(`is shown as ${parts}`, () => {
      const tight = (text: string) => text.replace(/ (?=[[\]{}])|(?<=[[\]{}]) /g, '');
      assert.equal(tight(marked(was, now)), tight(parts));
    });
  }

  it('is shown where it is among very many words', () => {
    const words = Array.from({ length: 900 }, (_, at) => `w${at}`);
    const was = words.join(' ');
    for (const at of [0, 1, 450, 898, 899]) {
      const now = words.with(at, 'other').join(' ');
      assert.ok(marked(was, now) === words.with(at, `[w${at}]{other}`).join(' '), `w${at}`);
    }
    assert.ok(marked(was, `${was} more`) === `${was} {more}`);
  });

  const alike: [was: string, now: string, least: number, most: number][] = [
    ['We row home.', 'We row home.', 1, 1],
    ['We row home.', 'We row home!', 0.98, 0.999],
    ['We row home.', 'They sail away', 0, 0],
    ['seven boats left', 'seven boats came', 0.7, 0.75],
    ['', '', 1, 1],
  ];
  for (const [was, now, least, most] of alike) {
    it(`is of so much: ${was} → ${now}`, () => {
      const { similarity } = difference(was, now);
      assert.ok(least <= similarity && similarity <= most, String(similarity));
    });
  }
});
