import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentences } from '../../../src/core/text/sentences';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('Sentences', () => {
  const cases: readonly (readonly [what: string, sentences: readonly string[]])[] = [
    ['plain', ['The boat left.', 'Nobody waved!', 'Why?']],
    ['titles', ['Dr. Ama Boateng met Mrs. Lind.', 'They talked.']],
    ['initials', ['J. R. Lindqvist wrote it.', 'So did K. Oduya.']],
    ['a single letter at the end', ['We chose plan B.', 'Nobody liked it.']],
    ['U.S. within', ['The U.S. Navy came.', 'It stayed.']],
    ['U.S. at the end', ['They left the U.S.', 'The harbour closed.']],
    ['No as a word', ['No.', 'Nothing was paid.']],
    ['No as a number', ['It is berth No. 7 at the pier.', 'It leaks.']],
    ['a time of day', ['We sailed at 5 p.m.', 'The sea was calm.']],
    ['an ellipsis within', ['I waited... and waited.', 'Then it came.']],
    ['an ellipsis character', ['I don’t know…', 'The ice was thin.']],
    ['a quotation with a tag', ['“Stop!” he shouted.', 'We stopped.']],
    ['a stage direction', ['They paid for it.', '[laughs] They did.']],
    ['an insertion in brackets', ['We paid… [but] for now we wait.', 'So be it.']],
    ['emphasis', ['**The dock is ours.**', 'We built it.']],
    ['an address', ['See https://pier.example/?q=Ice and go.', 'It is free.']],
    ['Japanese', ['船が出た。', '誰もいない！']],
  ];
  for (const [what, expected] of cases) {
    it(`${what}: ${expected.join(' | ')}`, () => {
      assert.deepEqual(split(expected.join(expected[0]?.endsWith('。') ? '' : ' ')), expected);
    });
  }

  /** What divides them elsewhere stands within them here, in several languages. */
  const hard: readonly (readonly string[])[] = [
    ['Mr. Holt and Mrs. Lind met Sen. Okoro at St. Anne’s.', 'They talked.'],
    ['Prof. Dr. Weiss wrote to Lt. Col. Brand.', 'He answered.'],
    ['She works for Holt Inc. in Lund.', 'He doesn’t.'],
    ['She works for Holt Inc.', 'The firm is new.'],
    ['The firm, Holt & Sons Ltd., sold it.', 'Nobody knew.'],
    ['It was 3.5 per cent.', 'Then it was 4.'],
    ['It cost $1.5 million.', 'We paid.'],
    ['Version 2.0.1 came in May.', 'It broke.'],
    ['He was born on Jan. 4, 1950.', 'She was born later.'],
    ['He came in Jan.', 'She came in May.'],
    ['See pp. 12–14 and vol. 3.', 'It is all there.'],
    ['We met at 9 a.m. on Monday.', 'It rained.'],
    ['We met at 9 a.m.', 'Nobody was there.'],
    ['He has a Ph.D. in law.', 'She has none.'],
    ['J.R.R. Holt wrote it.', 'K. Lind read it.'],
    ['John F. Holt spoke.', 'We listened.'],
    ['It was Plan A.', 'Then came plan B.'],
    ['Vitamin C. is good.'],
    ['He said, “I’m leaving.”', 'Then he left.'],
    ['“Are you sure?” she asked.', '“Yes.”', 'She was.'],
    ['“I left.”', '“Why?”', '“I don’t know.”'],
    ['He asked “why?” and went.', 'Nobody answered.'],
    ['(It was late.)', 'We went home.'],
    ['We went home (it was late).', 'Nobody came.'],
    ['It worked (at last!) and we left.', 'Good.'],
    ['I thought… no, I knew.', 'I knew it.'],
    ['I was…', 'Never mind.'],
    ['What?!', 'You sold it?!', 'Why…?', 'Because.'],
    ['No!!!', 'Yes.'],
    ['That’s true.', '[pause] I went there.'],
    ['I – well – I left.', 'Then – nothing.'],
    ['It’s e.g. the port, i.e. the old one.', 'The new one is open.'],
    ['Ports, yards, etc. are closed.', 'Shops are open.'],
    ['Ports, yards, etc.', 'The shops are open.'],
    ['The U.N. and the E.U. agreed.', 'The U.S. did not.'],
    ['He lives in Washington, D.C.', 'She lives in Lund.'],
    ['He lives in Washington, D.C., with his son.', 'She doesn’t.'],
    ['I saw Dr. No.', 'It was good.'],
    ['It’s No. 1 in the U.K.', 'They sold millions.'],
    ['He said it. twice.'],
    ['I don’t know.I went home.'],
    ['Visit holt.example.org today.', 'It is free.'],
    ['Mail me at ann.holt@port.example.', 'I answer.'],
    ['1. We sold it.', 'It was old.'],
    ['So?', 'So nothing.'],
    ['Das kostet z. B. 3,50 Euro.', 'Das ist viel.'],
    ['Am 3. Mai 1945 kam er nach Lund.', 'Er blieb.'],
    ['Der 2. Weltkrieg war vorbei.', 'Wir zogen um.'],
    ['Dr. Weiß sagte nichts.', '„Warum?“', 'Er schwieg.'],
    ['Er sagte: „Ich gehe.“', 'Dann ging er.'],
    ['Die Firma, d. h. der Chef, zahlte nicht.', 'Wir klagten.'],
    ['Das war ca. 1950 bzw. später.', 'Ich weiß es nicht.'],
    ['M. Dupont est parti.', 'Mme Holt aussi.'],
    ['« Où vas-tu ? » demanda-t-elle.', 'Il partit.'],
    ['Il est parti !', 'Pourquoi ?', 'Je ne sais pas.'],
    ['¿Quién vino?', '¡Nadie!', 'El Sr. Gil no vino.'],
    ['Vive en EE. UU. desde 1990.', 'Trabaja allí.'],
    ['Il sig. Rossi è partito.', 'Perché?'],
    ['O Sr. Silva saiu.', 'A Sra. Lima ficou.'],
    ['我去了。', '“你呢？”', '他没说。'],
    ['「行く」と言った。', '誰も来ない。'],
    ['他说：“我走了。”', '然后他走了。'],
    ['В 1990 г. он уехал.', 'Она осталась.'],
    ['Πού πας;', 'Δεν ξέρω.'],
    ['أين ذهبت؟', 'لا أعرف.'],
    ['मैं गया।', 'वह नहीं आया।'],
  ];
  for (const expected of hard) {
    const between = /\p{Script=Han}|\p{Script=Hiragana}/u.test(expected.join('')) ? '' : ' ';
    it(expected.join(' | '), () => assert.deepEqual(split(expected.join(between)), expected));
  }

  it('go over the line ends of a wrapped paragraph, but not over an empty line', () => {
    const text = 'The ferry was\nlate. It\r\nwas full\n\nNobody came';
    assert.deepEqual(split(text), ['The ferry was\nlate.', 'It\r\nwas full', 'Nobody came']);
  });

  it('begin anew with each item of a list', () => {
    assert.deepEqual(split('- ice\n- fuel\n2. nets are dear'), [
      '- ice',
      '- fuel',
      '2. nets are dear',
    ]);
  });

  it('are found across the ends of the pieces that are looked at', () => {
    const sentence = 'The crew went ashore and came back with bread.';
    assert.deepEqual(split(Array(400).fill(sentence).join(' ')), Array(400).fill(sentence));
  });

  it('are not broken by a length without any end', () => {
    assert.equal(split('word '.repeat(5000)).length, 1);
  });

  it('hold everything but white space, in order, without any at their ends', () => {
    const part = fc.constantFrom(
      'U.S.',
      'Dr.',
      '…',
      '“',
      '”',
      '\n',
      '\r\n',
      ' ',
      '. ',
      'Ann',
      'said',
      '😀',
      '。',
      '?',
      '[',
      '-',
      '3',
      '*',
      'İ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 300 }),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { start, end } of sentences(text)) {
            assert.ok(start >= last && end > start && end <= text.length);
            assert.equal(text.slice(last, start).trim(), '');
            assert.equal(text.slice(start, end).trim(), text.slice(start, end));
            last = end;
          }
          assert.equal(text.slice(last).trim(), '');
        },
      ),
    );
  });
});
