import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { parseTaxonomy } from '../../src/core/topics/taxonomy';
import { BruteForce, counted, countsInTree, slowCounts } from './bruteForce';

/** Slow search is slow: so many documents are enough. */
const MOST_DOCUMENTS = 50;
const MOST_BYTES = 40_000;

/**
 * Whether the counts in the Topics view of the folder are those that a slow search for each term gives.
 *
 * Arguments: a folder of texts; a taxonomy, if not the starter.
 */
export function run([folder = '', taxonomyFile = 'media/starter-taxonomy.yaml']: string[]): void {
  const { taxonomy } = parseTaxonomy(readFileSync(taxonomyFile, 'utf8'));
  if (!taxonomy) throw new Error(`${taxonomyFile} can’t be used.`);
  const documents = textsIn(folder).map((file) =>
    counted(file, readFileSync(file, 'utf8'), taxonomy),
  );
  const shown = countsInTree(taxonomy, documents);
  let different = 0;
  let sum = 0;
  for (const [id, expected] of slowCounts(new BruteForce(), taxonomy, documents)) {
    sum += expected.passages;
    const { passages = 0, documents: among = 0 } = shown.get(id) ?? {};
    if (passages === expected.passages && among === expected.documents) continue;
    different++;
    console.log(
      `${id}: ${passages} passages in ${among}, not ${expected.passages} in ${expected.documents}`,
    );
  }
  console.log(
    `${documents.length} documents, ${sum} passages of topics, ${different} counts differ`,
  );
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
