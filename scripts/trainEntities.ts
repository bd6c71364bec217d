// npm run train:entities -- <folder>: writes media/entities.weights from labelled texts in the form
// {id, text, genre?, entities: [{start, end, type}]}, one document a line. The folder has
// gum/train.jsonl, wikigold/{train,dev}.jsonl and training/{crossner,docred}.jsonl. Where the texts
// and word vectors come from, and their licences, is in media/entities.weights.md.
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { readSet } from './train/data';
import { clustersOf, embeddingsFile, readEmbeddings } from './train/embeddings';
import { encode } from './train/encode';
import { loadGazetteer } from '../src/core/entities/gazetteer';
import gazetteer from '../src/core/entities/gazetteer.json';
import { inConvention } from './train/convention';
import { trainTagger } from './train/entities';
import { readWritten } from './train/written';

const WORDS = 120_000;
const COARSE_CLUSTERS = 64;
const TARGET = 'media/entities.weights';

/** GUM’s genres under licences that allow to ship what was learned from them; … */
const GENRES = new Set(['interview', 'news', 'court', 'bio']);
/** … of its speeches those that are in the public domain or under CC BY, each by its own source. */
const SPEECHES = new Set(
  'albania floyd humanitarian maiden nixon remarks school telescope'
    .split(' ')
    .map((name) => `GUM_speech_${name}`),
);
const OTHERS = [
  'wikigold/train.jsonl',
  'wikigold/dev.jsonl',
  'training/crossner.jsonl',
  'training/docred.jsonl',
];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? npm run train:entities -- ../shared/data/ner');
  process.exit(1);
}
console.log('Clusters of words …');
const embeddings = readEmbeddings(embeddingsFile(), WORDS);
const clusters = clustersOf(embeddings, COARSE_CLUSTERS);
const names = loadGazetteer(gazetteer);
const spoken = readSet(path.join(folder, 'gum/train.jsonl')).filter(
  ({ document, genre = '' }) => GENRES.has(genre) || SPEECHES.has(document),
);
const trained = trainTagger(
  {
    target: [...spoken, ...readWritten()],
    others: OTHERS.flatMap((file) => readSet(path.join(folder, file))).map((passage) =>
      inConvention(passage, names),
    ),
  },
  new Map(embeddings.words.map((word, at) => [word, clusters[at] ?? 0])),
  console.log,
);
const bytes = encode(trained);
writeFileSync(TARGET, bytes);
console.log(`${TARGET}: ${bytes.length} bytes`);
