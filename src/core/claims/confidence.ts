import type { Span } from '../text/span';
import type { Word } from './words';
import { PhraseTable } from './phrases';

export const CONFIDENCE_LEVELS = ['low', 'moderate', 'high'] as const;

/** How sure somebody is of a judgement, which ICD 203 keeps apart from how likely an event is. */
export interface StatedConfidence {
  readonly level: (typeof CONFIDENCE_LEVELS)[number];
  /** The words that say so. */
  readonly words: Span;
}

const TABLE = new PhraseTable<StatedConfidence['level']>([
  [
    'high',
    [
      '(very) high|great|strong|full|complete|considerable (degree_of) confidence',
      'high level|degree of confidence',
      'every|total|a_lot_of|absolute confidence',
      "am|are|is|'m|'re|'s (very|highly|extremely|quite|fully|absolutely|pretty|completely|totally) confident",
      'highly|extremely|fully confident',
    ],
  ],
  [
    'moderate',
    [
      'moderate|medium|some|reasonable|fair (degree_of) confidence',
      'moderate level|degree of confidence',
      "(am|are|is|'m|'re|'s) fairly|reasonably|moderately|somewhat|rather confident",
    ],
  ],
  [
    'low',
    [
      '(very) low|little|limited|less (degree_of) confidence',
      'low level|degree of confidence',
      "(am|are|is|'m|'re|'s) less|not (very|particularly|too|so|at_all|terribly|entirely|fully|that) confident",
      "isn't|aren't|wasn't (very|particularly|too|so|at_all|terribly|entirely|fully|that) confident",
      "don't|do_not|doesn't|does_not have (very) high|much|great|a_lot_of|any|full confidence",
      'not have|with (very) high|much|great confidence',
    ],
  ],
]);

/** The first thing a sentence says about how sure its speaker is. */
export function confidenceAmong(words: readonly Word[]): StatedConfidence | undefined {
  if (!words.some(({ lower }) => lower.startsWith('confiden'))) return undefined;
  const hit = TABLE.find(words)[0];
  if (!hit) return undefined;
  const { start } = words[hit.from] as Word;
  const { end } = words[hit.to - 1] as Word;
  return { level: hit.value, words: { start, end } };
}
