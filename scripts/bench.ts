import { existsSync, readFileSync, statSync } from 'node:fs';
import { Bench, type Statistics, type Task } from 'tinybench';
import { Analyser, type Knowledge } from '../src/core/analysis';
import { CardFinder } from '../src/core/entities/cardFinder';
import { loadGazetteer } from '../src/core/entities/gazetteer';
import gazetteer from '../src/core/entities/gazetteer.json';
import { taggerTokens } from '../src/core/entities/tagger/tokens';
import { findClaims } from '../src/core/claims/find';
import { InterviewReader } from '../src/core/interview/reader';
import { TextLines } from '../src/core/text/lines';
import { TopicMatcher } from '../src/core/topics/matcher';
import { parseTaxonomy } from '../src/core/topics/taxonomy';
import { generateInterview } from '../test/bench/generate';
import { shippedRecogniser, shippedTagger } from '../test/evaluate/shipped';
import { folderIndex } from './benchFolder';
import { topicTree, withLargeTaxonomy } from './benchTopics';
import { activationTimes } from './host/activation';

const SIZE = 1_000_000;

/** Prints what `npm run bench` promises: throughput, time to fresh answers, activation, sizes. */
async function main(): Promise<void> {
  const text = generateInterview(SIZE);
  console.log(`Generated interview of ${(text.length / 1e6).toFixed(2)} MB (UTF-16 units)\n`);
  await throughput(text);
  tagging(text);
  await keystrokes(text);
  topicTree(text);
  folderIndex(knowledge());
  await activation();
  sizes();
}

function knowledge(): Knowledge {
  const starter = readFileSync('media/starter-taxonomy.yaml', 'utf8');
  const { taxonomy } = parseTaxonomy(starter);
  if (!taxonomy) throw new Error('The starter taxonomy is broken.');
  return {
    corrections: {},
    cards: new CardFinder([]),
    matcher: TopicMatcher.compile(taxonomy),
    recogniser: shippedRecogniser(),
  };
}

async function throughput(text: string): Promise<void> {
  const known = knowledge();
  const large = withLargeTaxonomy(known, text);
  const paragraphs = text.split('\n').filter(Boolean);
  const each = (work: (paragraph: string) => unknown) => () => paragraphs.forEach(work);
  const bench = new Bench({ time: 1000, warmupIterations: 2, iterations: 3 });
  bench
    .add('bare /\\p{L}+/gu pass', () => countWords(text))
    .add('structure (turns, regions)', () => new InterviewReader().read(TextLines.of(text), {}))
    .add('names in passages', each(known.recogniser))
    .add('claims in passages', each(findClaims))
    .add(
      'topics in passages',
      each((paragraph) => known.matcher.find(paragraph)),
    )
    .add(
      'topics of 5,000 terms in passages',
      each((paragraph) => large.matcher.find(paragraph)),
    )
    .add('whole analysis', () => analyseAll(new Analyser(known), TextLines.of(text), known));
  await bench.run();
  const bare = latency(bench.tasks[0])?.mean ?? 0;
  console.table(
    bench.tasks.map((task) => {
      const ms = latency(task)?.mean ?? NaN;
      const speed = (text.length / 1000 / ms).toFixed(2);
      return {
        stage: task.name,
        ms: ms.toFixed(1),
        'MB/s': speed,
        'times bare': (ms / bare).toFixed(1),
      };
    }),
  );
}

/** How fast the tagger reads its weights, and tags: its first pass over a text, and a later one. */
function tagging(text: string): void {
  const paragraphs = text.split('\n').filter(Boolean);
  const tokens = paragraphs.reduce((sum, paragraph) => sum + taggerTokens(paragraph).length, 0);
  const timed = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    return [work(), performance.now() - start];
  };
  const [, lists] = timed(() => loadGazetteer(gazetteer));
  const [tagger, load] = timed(() => shippedTagger());
  const [first, later] = [1, 2].map(() => timed(() => paragraphs.forEach(tagger))[1]);
  const perSecond = (ms = NaN) => Math.round((tokens / ms) * 1000).toLocaleString('en');
  console.log(
    `Weights and lists of names read in ${load.toFixed(0)} ms (lists ${lists.toFixed(0)} ms)`,
  );
  console.log(`Tagger: ${perSecond(first)} tokens/s at first, ${perSecond(later)} later\n`);
}

/** A task's times in milliseconds; undefined if it failed. */
function latency(task: Task | undefined): Statistics | undefined {
  return task && 'latency' in task.result ? task.result.latency : undefined;
}

function countWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/\p{L}+/gu)) count += match.length;
  return count;
}

function analyseAll(analyser: Analyser, text: TextLines, known: Knowledge): void {
  const analysis = analyser.analyse(text, known);
  analysis.entities();
  analysis.claims();
  analysis.topics();
}

/** From a keystroke in a document that is known to what hovers and lenses need. */
async function keystrokes(text: string): Promise<void> {
  const known = knowledge();
  const bench = new Bench({ time: 2000, warmupIterations: 5 });
  for (const [place, share] of [
    ['start', 0.01],
    ['middle', 0.5],
    ['end', 0.99],
  ] as const) {
    const analyser = new Analyser(known);
    let lines = TextLines.of(text);
    analyseAll(analyser, lines, known);
    const at = text.indexOf('. ', Math.floor(text.length * share));
    let typed = 0;
    bench.add(place, () => {
      // One letter in, the next time out, so that the text doesn't grow.
      const edit = typed++ % 2 === 0 ? { end: at, text: 'x' } : { end: at + 1, text: '' };
      lines = lines.edited({ start: at, ...edit });
      const analysis = analyser.analyse(lines, known);
      analysis.entities();
      analysis.claims();
    });
  }
  await bench.run();
  console.log('\nFrom a keystroke to fresh names and claims');
  console.table(
    bench.tasks.map((task) => ({
      place: task.name,
      'median ms': latency(task)?.p50.toFixed(2),
      'p99 ms': latency(task)?.p99.toFixed(2),
    })),
  );
}

async function activation(): Promise<void> {
  console.log('\nIn VS Code (Node host), milliseconds');
  console.table(await activationTimes());
}

function sizes(): void {
  console.log('\nBundles (run `node esbuild.js --minify` first for what ships)');
  const files = ['dist/node/extension.js', 'dist/web/extension.js'].filter(existsSync);
  console.table(files.map((file) => ({ file, KB: Math.round(statSync(file).size / 1024) })));
}

void main();
