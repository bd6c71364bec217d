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

function editAt(text: string, place: number, length: number, inserted: string): Edit {
  const start = place % (text.length + 1);
  return { start, end: Math.min(text.length, start + length), text: inserted };
}
