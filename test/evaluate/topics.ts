import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { CardFinder } from '../../src/core/entities/cardFinder';
import { Analyser } from '../../src/core/analysis';
import { TextLines } from '../../src/core/text/lines';
import { TopicMatcher } from '../../src/core/topics/matcher';
import { parseTaxonomy } from '../../src/core/topics/taxonomy';
import { BruteForce, countPassages } from './bruteForce';

/** Slow search is slow: so many documents are enough. */
const MOST_DOCUMENTS = 50;
const MOST_BYTES = 40_000;

/**
 * Whether the counts of topics are those that a slow search for each term gives.
 *
 * Arguments: a folder of texts; a taxonomy, if not the starter.
 */
export function run([folder = '', taxonomyFile = 'media/starter-taxonomy.yaml']: string[]): void {
  const { taxonomy } = parseTaxonomy(readFileSync(taxonomyFile, 'utf8'));
  if (!taxonomy) throw new Error(`${taxonomyFile} can’t be used.`);
  const slow = new BruteForce();
  const knowledge = {
    corrections: { interview: true },
    cards: new CardFinder([]),
    matcher: TopicMatcher.compile(taxonomy),
    recogniser: () => [],
  };
  let different = 0;
  let sum = 0;
  const files = textsIn(folder);
  for (const file of files) {
    const text = TextLines.of(readFileSync(file, 'utf8'));
    const passages = new Analyser(knowledge).analyse(text, knowledge).passages();
    const texts = passages.map(({ span }) => text.slice(span));
    const fast = countPassages(taxonomy, texts);
    for (const [id, expected] of slow.count(taxonomy, texts)) {
      sum += expected;
      if (fast.get(id) === expected) continue;
      different++;
      console.log(`${file}: ${id} has ${fast.get(id) ?? 0} passages, not ${expected}`);
    }
  }
  console.log(`${files.length} documents, ${sum} passages of topics, ${different} counts differ`);
}

/** The smaller texts of a folder, evenly chosen. */
function textsIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md|vtt|srt)$/.test(file))
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).size <= MOST_BYTES);
  const step = Math.max(1, Math.floor(all.length / MOST_DOCUMENTS));
  return all.filter((_, index) => index % step === 0).slice(0, MOST_DOCUMENTS);
}
