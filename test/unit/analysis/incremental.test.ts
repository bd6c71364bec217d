import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Analyser, type Analysis, type Knowledge } from '../../../src/core/analysis';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { TextLines, type Edit } from '../../../src/core/text/lines';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { generateInterview } from '../../bench/generate';
import { runs } from '../support/runs';

const { taxonomy } = parseTaxonomy('topics: [{ label: Water, terms: [river, dam, treaty] }]');
assert(taxonomy);
const knowledge: Knowledge = {
  corrections: {},
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser: rulesRecogniser(loadGazetteer(gazetteer)),
};

function everything(analysis: Analysis): unknown {
  return {
    interview: analysis.interview,
    passages: analysis.passages(),
    entities: analysis.entities().entities,
    mentions: analysis.entities().mentions,
    claims: analysis.claims(),
    topics: [...analysis.topics()],
  };
}

/** Pieces that a person, a paste or a merge may bring in, among them all kinds of line ends. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    'The Ferryman: Why?\n\n',
    'Okafor: Egypt will probably sign.\n',
    ' Daniel Brandt ',
    '[laughs]',
    ':',
    '😀',
  ),
  fc.string({ maxLength: 8 }),
  fc.constant(''),
);

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(400), piece), { maxLength: 8 });

describe('Analysis after edits', () => {
  it('equals the analysis of the whole text afresh', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let text = generateInterview(3000);
        let lines = TextLines.of(text);
        const analyser = new Analyser(knowledge);
        everything(analyser.analyse(lines, knowledge));
        for (const [place, length, inserted] of steps) {
          const edit = editAt(text, place, length, inserted);
          text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
          lines = lines.edited(edit);
          const fresh = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
          assert.deepEqual(everything(analyser.analyse(lines, knowledge)), everything(fresh));
        }
      }),
      runs(60),
    );
  });

  it('of former versions tells the same when it is asked only after later ones', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let text = generateInterview(3000);
        let lines = TextLines.of(text);
        const analyser = new Analyser(knowledge);
        const versions = [{ text, analysis: analyser.analyse(lines, knowledge) }];
        for (const [place, length, inserted] of steps) {
          const edit = editAt(text, place, length, inserted);
          text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
          lines = lines.edited(edit);
          versions.push({ text, analysis: analyser.analyse(lines, knowledge) });
        }
        for (const version of versions) {
          const fresh = new Analyser(knowledge).analyse(TextLines.of(version.text), knowledge);
          assert.deepEqual(everything(version.analysis), everything(fresh));
        }
      }),
      runs(60),
    );
  });

  it('names spans that lie in the text and read as what they name', () => {
    const text = generateInterview(3000);
    const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
    const surfaces = analysis
      .entities()
      .mentions.map(({ span }) => text.slice(span.start, span.end));
    assert(surfaces.includes('Daniel Brandt'));
    assert(surfaces.every((surface) => surface.trim() === surface && surface !== ''));
  });
});

/** Documents in which more depends on words that stand elsewhere. */
const DOCUMENTS: readonly (readonly [what: string, text: string])[] = [
  [
    'with two of one name',
    `Talks on the River

Ann Berg, an engineer, and Carl Berg, a judge, spoke with The Ferryman about the Delta Commission.

${'The Ferryman: Did Ann Berg ask the Ministry of Water?\n\nOkafor: Berg will probably sign. I met Mr. Berg and Mrs. Berg in Oslo.\n\nThe Ferryman: And then?\n\nOkafor: Ann Berg left. Berg spoke of the Ministry of Trade, and the Ministry paid.\n\n'.repeat(3)}`,
  ],
  [
    'with quotations and an offer',
    `# Salt and Law

Ines Okafor is a fellow at the Institute for River Studies (IRS).

${'**Moor:** What fell?\n\n**Okafor:** The river that feeds us fell by half, and nobody asked.\n\nWe saw it every day. It was ours.\n\n> “The river that feeds us fell by half.”\n\nSubscribe today, members.\n\n**Moor:** Who paid?\n\n**Okafor:** (laughs) The farmers, I think.\n\n'.repeat(3)}Read more about rivers`,
  ],
  [
    'with questions in bold type',
    `An interview with Ines Okafor

${'**Why did you go to Egypt?**\n\nI went because the treaty was dead. My sister was there.\n\n**What do you hope for?**\n\nRain, and a new law. We need both.\n\n'.repeat(4)}`,
  ],
  [
    'with a witness who is called once',
    `HEARING

${'MOOR: Where were you?\nOKAFOR: At the dam, with Selim Aydin.\nTHE WITNESS: I saw them.\n'.repeat(3)}AYDIN: I was there, too.\nMOOR: Thank you.\nOKAFOR: You are welcome.\n`,
  ],
  [
    'of subtitles',
    `WEBVTT

${'00:01.000 --> 00:04.000\nMOOR: Why did the river fall?\n\n00:05.000 --> 00:08.000\nOKAFOR: I think that Egypt\n\n00:09.000 --> 00:12.000\nOKAFOR: will probably sign.\n\n'.repeat(3)}`,
  ],
  [
    'whose turns are marked by dashes',
    `Une conversation avec Ines Okafor

${'— Pourquoi l’Égypte a-t-elle signé ?\n\n— Je pense que vous le savez. Nous étions là.\n\n'.repeat(5)}`,
  ],
  [
    'amid another text',
    `My aunt told this whenever the river fell, and nobody was to laugh before she did.

${'Moor: Who drank it?\n\nOkafor: The fish, I think.\n\n'.repeat(3)}She said that Selim Aydin had told it first, and that he had never seen a fish in his life.

We never asked him.
`,
  ],
  [
    'whose turns stand in quotations',
    `We met. What follows is an interview with Ines Okafor.

${'> **Moor:** Who pays for it?\n>\n> **Okafor:** 12 farmers. I know them.\n\nShe laughed.\n\n'.repeat(4)}`,
  ],
];

/** What somebody types, or takes out again if it is a number. */
const typed = fc.oneof(
  fc.constantFrom(...'aeiu .?,'.split('')),
  fc.constantFrom(' I ', ' you ', 'the ', ' Berg ', 'Ann Berg ', ' Egypt', '[laughs] ', '\n', '”'),
  fc.constantFrom('subscribe today ', 'our river that feeds us fell ', '(IRS) ', ': ', '- '),
  fc.constantFrom('\n\n', '\nWe saw it.\n', '\n\nIt was ours, and you knew.', ' It fell.\n\n'),
  fc.integer({ min: 1, max: 12 }),
);

/** What happens to whole lines: they are parted, joined, taken out, moved, or others come between. */
const onLines = fc.tuple(
  fc.nat(999).map((n) => n / 1000),
  fc.constantFrom('part', 'part twice', 'join', 'take out', 'blank', 'paragraph', 'again', 'back'),
);

/** The edit that does something to the line at a share of a text, of which another was taken out before. */
function lineEdit(lines: TextLines, share: number, what: string, taken: string): Edit {
  const line = Math.floor(share * lines.lines.length);
  const { start, end } = lines.lineSpan(line);
  const behind = lines.lineSpan(line + 1).start;
  const middle =
    start + (lines.slice({ start, end }).indexOf('. ') + 2 || Math.ceil((end - start) / 2));
  if (what === 'part') return { start: middle, end: middle, text: '\n' };
  if (what === 'part twice') return { start: middle, end: middle, text: '\n\n' };
  if (what === 'join') return { start: end, end: behind, text: '' };
  if (what === 'take out') return { start, end: behind, text: '' };
  if (what === 'blank') return { start: end, end, text: '\n' };
  if (what === 'paragraph') return { start: end, end, text: '\n\nWe saw how it fell.' };
  if (what === 'back') return { start, end: start, text: taken };
  return { start: behind, end: behind, text: lines.slice({ start, end: behind }) };
}

describe('Analysis while somebody types', () => {
  for (const [what, document] of DOCUMENTS) {
    it(`equals the analysis of the whole text afresh when lines come and go: ${what}`, () => {
      fc.assert(
        fc.property(fc.array(onLines, { maxLength: 12 }), (all) => {
          let lines = TextLines.of(document);
          let taken = '';
          const analyser = new Analyser(knowledge);
          everything(analyser.analyse(lines, knowledge));
          for (const [share, what] of all) {
            const edit = lineEdit(lines, share, what, taken);
            if (what === 'take out') taken = lines.slice(edit);
            lines = lines.edited(edit);
            const whole = TextLines.of(lines.toString());
            const fresh = new Analyser(knowledge).analyse(whole, knowledge);
            assert.deepEqual(everything(analyser.analyse(lines, knowledge)), everything(fresh));
          }
        }),
        runs(25),
      );
    });
  }

  for (const [what, document] of DOCUMENTS) {
    it(`equals the analysis of the whole text afresh: ${what}`, () => {
      const place = fc.nat(999).map((n) => n / 1000);
      const bouts = fc.array(fc.tuple(place, fc.array(typed, { maxLength: 8 })), { maxLength: 4 });
      fc.assert(
        fc.property(bouts, (all) => {
          let lines = TextLines.of(document);
          const analyser = new Analyser(knowledge);
          everything(analyser.analyse(lines, knowledge));
          for (const [share, pieces] of all) {
            let at = Math.floor(share * lines.length);
            for (const one of pieces) {
              const inserted = typeof one === 'string' ? one : '';
              const start = typeof one === 'string' ? at : Math.max(0, at - one);
              lines = lines.edited({ start, end: at, text: inserted });
              at = start + inserted.length;
              const whole = TextLines.of(lines.toString());
              const fresh = new Analyser(knowledge).analyse(whole, knowledge);
              assert.deepEqual(everything(analyser.analyse(lines, knowledge)), everything(fresh));
            }
          }
        }),
        runs(25),
      );
    });
  }
});

function editAt(text: string, place: number, length: number, inserted: string): Edit {
  const start = place % (text.length + 1);
  return { start, end: Math.min(text.length, start + length), text: inserted };
}
