// npm run train:claims -- <folder>: writes src/core/claims/weights.json from the labels beside this
// script and the texts that they label, which are in <folder> (ner/gum/train.jsonl).
// Where the texts and word vectors come from, and their licences, is in media/claims.weights.md.
import { writeFileSync } from 'node:fs';
import { readLabels, readWritten } from './train/claimLabels';
import { trainClaims } from './train/claims';
import { embeddingsFile, readEmbeddings } from './train/embeddings';

const WORDS = 10_000;
/** What was written to show one thing clearly counts so many times what somebody happened to say. */
const WRITTEN_COUNTS = 3;
const TARGET = 'src/core/claims/weights.json';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? npm run train:claims -- ../shared/data');
  process.exit(1);
}
const written = readWritten('scripts/train/claims/written.tsv');
const examples = [
  ...readLabels('scripts/train/claims/labels.tsv', folder),
  ...Array.from({ length: WRITTEN_COUNTS }, () => written).flat(),
];
console.log(`${examples.length} labelled sentences …`);
const weights = trainClaims(examples, readEmbeddings(embeddingsFile(), WORDS));
const json = `${JSON.stringify(weights, undefined, 1)}\n`;
writeFileSync(TARGET, json);
console.log(`${TARGET}: ${json.length} bytes, ${weights.words.split(' ').length} words`);
