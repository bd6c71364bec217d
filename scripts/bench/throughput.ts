import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { Bench } from 'tinybench';
import { Analyser, type Knowledge } from '../../src/core/analysis';
import { findClaims } from '../../src/core/claims/find';
import { InterviewReader } from '../../src/core/interview/reader';
import { TextLines } from '../../src/core/text/lines';
import { generateInterview } from '../../test/bench/generate';
import { shippedKnowledge, SIZES } from './knowledge';
import type { Row, Table } from './table';
import { cpuMs, shown } from './time';
import { withLargeTaxonomy } from './topics';

/** How much text is analysed in a second, by stage and in all, beside others on the same text. */
export async function throughput(): Promise<Table[]> {
  const known = shippedKnowledge();
  const wink = winkNLP(winkModel);
  const tables: Table[] = [];
  for (const [name, size] of SIZES) {
    const text = generateInterview(size);
    const rows = await measured(text, {
      ...stages(text, known),
      'compromise: tags and names': () => nlp(text).topics().out('array'),
      'wink-nlp: tags and names': () => wink.readDoc(text).entities().out(),
    });
    tables.push({ title: `Throughput, ${name}`, note: NOTE, rows });
  }
  return tables;
}

const NOTE =
  'Megabytes of generated text in a second of processor time; how many times the time of a pass of `/\\p{L}+/gu` over it, and how many times faster than compromise.';

function stages(text: string, known: Knowledge): Record<string, () => unknown> {
  const paragraphs = text.split('\n').filter(Boolean);
  const each = (work: (paragraph: string) => unknown) => () => paragraphs.forEach(work);
  const large = withLargeTaxonomy(known, text);
  return {
    'a bare pass over the words': () => countWords(text),
    'structure: turns, speakers, regions': () => new InterviewReader().read(TextLines.of(text), {}),
    'names in passages': each(known.recogniser),
    'claims in passages': each(findClaims),
    'topics in passages': each((paragraph) => known.matcher.find(paragraph)),
    'topics of 5,000 terms in passages': each((paragraph) => large.matcher.find(paragraph)),
    'whole analysis': () => {
      const analysis = new Analyser(known).analyse(TextLines.of(text), known);
      return [analysis.entities(), analysis.claims(), analysis.topics()];
    },
  };
}

async function measured(text: string, tasks: Record<string, () => unknown>): Promise<Row[]> {
  // Each at least three times after a first run, and often if it takes no time; large texts once.
  const isLarge = text.length > 2_000_000;
  const bench = new Bench({
    now: cpuMs,
    time: isLarge ? 1 : 500,
    iterations: isLarge ? 1 : 3,
    warmup: !isLarge,
    warmupTime: 1,
    warmupIterations: 1,
  });
  for (const [name, work] of Object.entries(tasks)) bench.add(name, () => void work());
  await bench.run();
  const ms = bench.tasks.map(({ result }) => ('latency' in result ? result.latency.p50 : NaN));
  const of = (name: string) =>
    ms[bench.tasks.findIndex((task) => task.name.startsWith(name))] ?? NaN;
  return bench.tasks.map(({ name }, index) => {
    const own = ms[index] ?? NaN;
    if (Number.isNaN(own))
      return { stage: name, ms: 'fails', 'MB/s': '', 'times bare': '', 'times compromise': '' };
    return {
      stage: name,
      ms: shown(own),
      'MB/s': shown(text.length / 1000 / own),
      'times bare': shown(own / of('a bare')),
      'times compromise': shown(of('compromise') / own),
    };
  });
}

function countWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/\p{L}+/gu)) count += match.length;
  return count;
}
