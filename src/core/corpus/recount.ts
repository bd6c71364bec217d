import { Analyser, type Knowledge } from '../analysis';
import { reanchorSteps } from '../annotations/anchor';
import type { Annotation } from '../annotations/model';
import { CardFinder } from '../entities/cardFinder';
import { TextLines } from '../text/lines';
import { withByHand } from '../topics/byHand';
import { topicPassages } from '../topics/count';
import { namedTopics } from '../topics/named';
import type { DocumentSummary } from './model';
import { speakerNumbers } from './summarise';
import { touchedPassages } from './touched';

const NO_CARDS = new CardFinder([]);

/**
 * A summary with its topics counted anew, by another taxonomy. The names come from the old summary, so that
 * only the structure of the text is read again. A step is a passage.
 */
export function* recounting(
  text: string,
  { corrections, matcher }: Pick<Knowledge, 'corrections' | 'matcher'>,
  annotations: readonly Annotation[],
  summary: DocumentSummary,
): Generator<undefined, DocumentSummary> {
  if (!summary.isInterview) return summary;
  const knowledge = { corrections, matcher, cards: NO_CARDS, recogniser: () => [] };
  const analysis = yield* new Analyser(knowledge).structuring(TextLines.of(text), knowledge);
  const passages = [];
  for (const { span, turn } of analysis.passages()) {
    yield;
    passages.push({ span, turn, ...matcher.find(analysis.text.slice(span)) });
  }
  yield;
  const named = summary.entities.map(({ name, aliases, mentions }) => ({
    name,
    aliases,
    mentions: mentions.map((span) => ({ span })),
  }));
  const found = topicPassages(passages, matcher.hasNames ? namedTopics(named, matcher) : []);
  const touched = withByHand(found, analysis, yield* reanchorSteps(text, annotations));
  const speakers = speakerNumbers(analysis.interview);
  return { ...summary, passages: touchedPassages(analysis, touched, speakers) };
}
