import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../src/core/analysis';
import { CardFinder } from '../../src/core/entities/cardFinder';
import { TopicMatcher } from '../../src/core/topics/matcher';
import { parseTaxonomy } from '../../src/core/topics/taxonomy';
import { shippedRecogniser } from '../../test/evaluate/shipped';

/** What the extension knows in a folder without files of its own: the tagger and the starter taxonomy. */
export function shippedKnowledge(): Knowledge {
  const { taxonomy } = parseTaxonomy(readFileSync('media/starter-taxonomy.yaml', 'utf8'));
  if (!taxonomy) throw new Error('The starter taxonomy is broken.');
  return {
    corrections: {},
    cards: new CardFinder([]),
    matcher: TopicMatcher.compile(taxonomy),
    recogniser: shippedRecogniser(),
  };
}

/** Larger texts are left out. */
const most = Number(process.env['BENCH_MOST'] ?? Infinity);

const ALL: readonly (readonly [name: string, units: number])[] = [
  ['30 KB', 30_000],
  ['300 KB', 300_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
];

/** Sizes of texts: a name, and UTF-16 units. */
export const SIZES = ALL.filter(([, units]) => units <= most);
