import assert from 'node:assert/strict';
import {
  blockCount,
  blocksIn,
  footerStart,
  layoutOf,
  limitAmong,
  speechOf,
} from '../../../src/core/interview/layout';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { finished } from '../../../src/core/steps';

const factsIn = (lines: readonly string[]) => lines.map((line) => factsOf(line));

/** Begins the line at which the foot of a page is to begin. */
const FOOT = '▼';

describe('The foot of a page begins behind what is said last', () => {
  const AUTHOR = 'Ruth Abel writes about the harbours and ferries of the coast for two magazines.';
  const cases: [what: string, lines: string[]][] = [
    ['nowhere, if there is none', ['Ann: We rowed home.', '', 'It had rained all of the day.']],
    ['at a link to more', ['Ann: We rowed home.', '', `${FOOT}Read more about ferries`]],
    [
      'at the first of several',
      [
        'Ann: We rowed home.',
        '',
        `${FOOT}Share this`,
        '',
        '© The Harbour Letter',
        '',
        'Tags: ferries',
      ],
    ],
    [
      'not before words that are said',
      [
        'Ann: We rowed.',
        '',
        'Share this',
        '',
        'We said so.',
        '',
        'They laughed.',
        '',
        `${FOOT}Share this`,
      ],
    ],
    [
      'at a heading, whatever stands below',
      ['Ann: We rowed home.', '', 'It had rained.', '', `${FOOT}## The author`, '', AUTHOR],
    ],
    [
      'at a rule right over a heading',
      ['Ann: We rowed home.', '', 'It had rained.', '', `${FOOT}***`, '## The author', '', AUTHOR],
    ],
    [
      'at a link before the words of an author, who speaks of others',
      ['Ann: We rowed home.', '', `${FOOT}Share this`, '', AUTHOR, '', 'Read more about ferries'],
    ],
    [
      'behind words that say “I”',
      ['Ann: We rowed.', '', 'Share this', '', 'And I said that to them.', '', `${FOOT}Read more`],
    ],
    [
      'behind the words of an author, if what follows may be anything',
      ['Ann: We rowed.', '', 'Share this', '', AUTHOR, '', `${FOOT}The old ferry`],
    ],
    ['behind stage directions', ['Ann: We rowed home.', '', '[Laughter]', '', `${FOOT}Share this`]],
    [
      'at what stands in italics',
      ['Ann: We rowed home.', '', 'It rained.', '', `${FOOT}*${AUTHOR}*`],
    ],
    [
      'right below the last words',
      ['Ann: We rowed home.', `${FOOT}Share this`, 'Tags: ferries', '', 'Read more'],
    ],
    [
      'right below the last words, with nothing behind',
      ['Ann: We rowed home.', `${FOOT}Share this`],
    ],
    [
      'right below the last words, before blank lines',
      ['Ann: We rowed home.', `${FOOT}Share this`, '', ''],
    ],
    ['not right at a sentence', ['Ann: We rowed home.', 'Share this with all who rowed with us.']],
    [
      'behind the words of a label that stands alone',
      ['Ann:', '', 'To the ferry', '', `${FOOT}Read more`],
    ],
    [
      'at an offer',
      [
        'Ann: We rowed home.',
        '',
        `${FOOT}Subscribe to our free weekly newsletter and all that is new in the harbour.`,
      ],
    ],
  ];
  for (const [what, marked] of cases) {
    it(what, () => {
      const lines = marked.map((line) => line.replace(FOOT, ''));
      const at = marked.findIndex((line) => line.startsWith(FOOT));
      assert.equal(footerStart(factsIn(lines), 0), at < 0 ? lines.length : at);
    });
  }
});

describe('A speech', () => {
  /** What each block of a speech is, with `said` for what is spoken. */
  function kindsOf(
    blocks: readonly string[],
    { isLabelled = true, limit = 3, pullQuotes = [] as readonly number[] } = {},
  ): string[] {
    const lines = blocks.flatMap((block) => [...block.split('\n'), '']);
    const facts = factsIn(lines);
    const found = blocksIn(facts, 0, lines.length);
    assert.equal(found.length, blocks.length);
    const quoted = new Set(pullQuotes.map((index) => found[index]?.first ?? -1));
    const speech = speechOf(facts, 0, found, { isLabelled, limit, pullQuotes: quoted });
    const silent = new Map(speech.silent.map(({ first, kind }) => [first, kind]));
    assert.equal(speech.blocks.length + silent.size, blocks.length);
    return found.map(({ first }) => silent.get(first) ?? 'said');
  }

  const SAID = 'Ann: We rowed home.';
  const MORE = 'It had rained all of the day, and the oars were wet.';
  const PAID = 'This episode is sponsored by Fernhill Bank. Use the code FERRY there.';
  const cases: [what: string, blocks: string[], kinds: string[]][] = [
    ['goes on over blank lines', [SAID, MORE], ['said', 'said']],
    [
      'is interrupted by an offer',
      [SAID, 'Sign up for your free newsletter.', MORE],
      ['said', 'notice', 'said'],
    ],
    [
      'is interrupted by an offer that addresses nobody, if it is an offer in every word',
      [SAID, 'Subscribe to the weekly newsletter for free access today.', MORE],
      ['said', 'notice', 'said'],
    ],
    [
      'is not interrupted by what only speaks of a newsletter',
      [SAID, 'We had members, a newsletter and free boats.', MORE],
      ['said', 'said', 'said'],
    ],
    [
      'is not interrupted by what speaks of it among much else',
      [
        SAID,
        `You sign up, get a newsletter for free, ${'and then you row to the other side of the harbour and back again, '.repeat(5)}`,
      ],
      ['said', 'said'],
    ],
    [
      'is interrupted by a link to more',
      [SAID, 'Read more about ferries', MORE],
      ['said', 'notice', 'said'],
    ],
    [
      'is not interrupted by a sentence about more',
      [SAID, 'Read more about ferries.', MORE],
      ['said', 'said', 'said'],
    ],
    [
      'is not interrupted by a link over more lines',
      [SAID, `Read more\n${MORE}`],
      ['said', 'said'],
    ],
    [
      'is interrupted by a note of the editors',
      [SAID, '[Editor’s note: it was a barge.]', MORE],
      ['said', 'editorNote', 'said'],
    ],
    [
      'is not interrupted by a note as long as a speech',
      [SAID, `Editor’s note: ${MORE.repeat(8)}`],
      ['said', 'said'],
    ],
    [
      'begins with an offer, if that is what is said',
      ['Ann: Sign up for your free newsletter.', MORE],
      ['said', 'said'],
    ],
    [
      'has its own words behind a label that stands alone',
      ['Ann:', 'Sign up for your free newsletter.', 'Sign up for your free newsletter.'],
      ['said', 'said', 'notice'],
    ],
    // Sponsors.
    ['is interrupted by who pays', [SAID, PAID, MORE], ['said', 'sponsor', 'said']],
    ['may be all of who pays', [`Ann: ${PAID}`, MORE], ['sponsor', 'said']],
    [
      'is not interrupted by what names a sponsor once',
      [SAID, 'It was sponsored by Fernhill Bank, was sponsored they say.', MORE],
      ['said', 'said', 'said'],
    ],
    [
      'is not interrupted by what names sponsors among much else',
      [SAID, `${PAID} ${MORE.repeat(20)}`],
      ['said', 'said'],
    ],
    [
      'is interrupted from a mark to its end',
      [SAID, '[Sponsor]', MORE, '[End of sponsor]', MORE],
      ['said', 'sponsor', 'sponsor', 'sponsor', 'said'],
    ],
    [
      'is interrupted from a mark as long as it reads so',
      [SAID, '[Advertisement]', PAID, 'Sign up for your free boat.', MORE],
      ['said', 'sponsor', 'sponsor', 'sponsor', 'said'],
    ],
    [
      'is interrupted by what bears the label of a sponsor',
      [SAID, `Sponsor: ${MORE}`, MORE],
      ['said', 'sponsor', 'said'],
    ],
    [
      'goes on behind a mark with nothing of a sponsor',
      [SAID, '[Sponsor]', MORE],
      ['said', 'said', 'said'],
    ],
    [
      'goes on behind the end of a sponsor’s words',
      [SAID, '[End of sponsor]', MORE],
      ['said', 'said', 'said'],
    ],
  ];
  for (const [what, blocks, kinds] of cases) {
    it(what, () => {
      assert.deepEqual(kindsOf(blocks), kinds);
    });
  }

  it('without a label is nothing without its first words', () => {
    assert.deepEqual(kindsOf([PAID, PAID], { isLabelled: false }), ['said', 'sponsor']);
  });

  it('is interrupted by what repeats other words, but does not begin so', () => {
    assert.deepEqual(kindsOf([SAID, MORE, MORE], { pullQuotes: [0, 2] }), [
      'said',
      'said',
      'pullQuote',
    ]);
  });

  it('is interrupted by fewer offers where speeches have many paragraphs', () => {
    const blocks = [SAID, 'Sign up for your free newsletter.'];
    assert.deepEqual(kindsOf(blocks, { limit: limitAmong(1, 10) }), ['said', 'notice']);
    assert.deepEqual(kindsOf(blocks, { limit: limitAmong(2, 10) }), ['said', 'said']);
  });
});

describe('The layout of a document', () => {
  it('counts speeches of more than two blocks', () => {
    const lines = ['Ann: A.', '', 'B.', '', 'C.', '', 'Bo: A.', '', 'B.', '', 'Share this'];
    assert.deepEqual(finished(layoutOf(factsIn(lines), [0, 6])), {
      footer: 10,
      continued: 1,
      limit: 5,
    });
  });

  it('has its blocks between blank lines', () => {
    const facts = factsIn(['', 'a', 'b', '', '', 'c', '']);
    assert.deepEqual(blocksIn(facts, 0, 7), [
      { first: 1, end: 3 },
      { first: 5, end: 6 },
    ]);
    assert.deepEqual(blocksIn(facts, 2, 6), [
      { first: 2, end: 3 },
      { first: 5, end: 6 },
    ]);
    assert.deepEqual(blocksIn(facts, 3, 5), []);
    const counts = [blockCount(facts, 0, 7), blockCount(facts, 2, 6), blockCount(facts, 3, 5)];
    assert.deepEqual(counts, [2, 2, 0]);
  });
});
