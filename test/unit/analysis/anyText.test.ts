import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Analyser, type Analysis, type Knowledge } from '../../../src/core/analysis';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { summaryOf } from '../../../src/core/corpus/summarise';
import type { Corrections } from '../../../src/core/interview/model';
import { TextLines } from '../../../src/core/text/lines';
import type { Span } from '../../../src/core/text/span';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { shippedRecogniser } from '../../evaluate/shipped';
import { anyEdit, anyText, editIn, isIn } from '../support/anything';
import { runs } from '../support/runs';

const recogniser = shippedRecogniser();
const { taxonomy } = parseTaxonomy(
  'topics:\n  - { label: Law, terms: [sign*, "think NEAR/5 sign"], exclude: [unlikely] }\n  - { label: Bank, entities: [World Bank, NATO] }\n',
);
assert(taxonomy);
const { cards = [], notNames } = parseCards(
  '- { name: Bo Dahl, aliases: [Bo, 东京], not: [Bo Ltd] }',
);
const bare = {
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile({ topics: [] }),
  recogniser,
};
const full = {
  cards: new CardFinder(cards, notNames),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser,
};

const anyCorrections = fc.record<Corrections>(
  {
    interview: fc.constantFrom(true, false),
    interviewers: fc.subarray(['Ann', 'Q', 'nobody', '']),
    notSpeakers: fc.subarray(['Bo Dahl', 'title']),
    samePerson: fc.constantFrom(
      [['Ann', 'A']],
      [
        ['Bo Dahl', 'Bo'],
        ['Bo', 'Ann'],
      ],
      [],
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const anyKnowledge = fc
  .tuple(fc.constantFrom(bare, full), anyCorrections)
  .map(([known, corrections]): Knowledge => ({ ...known, corrections }));

function everything(analysis: Analysis): unknown {
  const { entities, mentions, byId, bySpeaker } = analysis.entities();
  return {
    interview: analysis.interview,
    passages: analysis.passages(),
    entities,
    mentions,
    ids: [...byId.keys()],
    bySpeaker: [...bySpeaker],
    claims: analysis.claims(),
    premises: analysis.premises(),
    topics: [...analysis.topics()],
  };
}

/** In order, not overlapping, within the text. */
function assertInOrder(spans: readonly Span[], within: Span): void {
  let start = within.start;
  for (const span of spans) {
    assert.ok(isIn(span, { start, end: within.end }), JSON.stringify([span, start, within.end]));
    start = span.end;
  }
}

function assertSound(analysis: Analysis): void {
  const { text } = analysis;
  const whole = { start: 0, end: text.length };
  const passages = analysis.passages();
  assertInOrder(
    passages.map(({ span }) => span),
    whole,
  );
  const inPassage = (span: Span) => {
    const passage = analysis.passageAt(span.start);
    assert.ok(passage && isIn(span, passage.span), `${JSON.stringify(span)} is in no passage`);
  };
  const { entities, mentions } = analysis.entities();
  assertInOrder(
    mentions.map(({ span }) => span),
    whole,
  );
  assert.equal(mentions.length, entities.flatMap((entity) => entity.mentions).length);
  for (const { span } of mentions) {
    inPassage(span);
    assert.equal(text.slice(span), text.slice(span).trim());
  }
  for (const claim of [...analysis.claims(), ...analysis.premises()]) {
    inPassage(claim);
    const turn = analysis.interview.turns[claim.turn];
    assert.ok(turn && isIn(claim, turn.span));
    for (const part of [claim.likelihood?.words, claim.confidence?.words])
      if (part) assert.ok(isIn(part, claim));
  }
  for (const touched of analysis.topics().values()) {
    assertInOrder(
      touched.map(({ span }) => span),
      whole,
    );
    for (const { span, hits } of touched) {
      assert.ok(hits.length > 0);
      for (const hit of hits) assert.ok(isIn(hit, span));
    }
  }
}

describe('Any text', () => {
  it('is analysed without an error, and all that is found stands where it is said to', () => {
    fc.assert(
      fc.property(anyText, anyKnowledge, (text, knowledge) => {
        const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
        assertSound(analysis);
        summaryOf(analysis);
      }),
      runs(300),
    );
  });

  it('is analysed after edits, and with other knowledge, as if it were new', () => {
    const steps = fc.array(fc.tuple(anyEdit, fc.option(anyKnowledge, { freq: 4 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyText, anyKnowledge, steps, fc.boolean(), (start, first, all, asksAll) => {
        let lines = TextLines.of(start);
        let knowledge = first;
        const analyser = new Analyser(knowledge);
        analyser.analyse(lines, knowledge).entities();
        for (const [edit, other] of all) {
          lines = lines.edited(editIn(lines.length, edit));
          knowledge = other ?? knowledge;
          const analysis = analyser.analyse(lines, knowledge);
          // What isn’t asked for after an edit is computed after a later one.
          if (asksAll) everything(analysis);
        }
        const fresh = new Analyser(knowledge).analyse(TextLines.of(lines.toString()), knowledge);
        assert.deepEqual(everything(analyser.analyse(lines, knowledge)), everything(fresh));
      }),
      runs(100),
    );
  });
});
