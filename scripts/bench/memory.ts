import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Analyser, type Analysis, type Knowledge } from '../../src/core/analysis';
import { finished } from '../../src/core/steps';
import { TextLines } from '../../src/core/text/lines';
import { generateInterview } from '../../test/bench/generate';
import { shippedKnowledge, SIZES } from './knowledge';
import type { Row, Table } from './table';
import { shown } from './time';

/** What an analysed document keeps in memory, without its text. */
export function memory(): Table[] {
  const known = shippedKnowledge();
  const rows = SIZES.slice(1).map(([name, units]): Row => {
    const { analysis, ofLines, ofAnalysis } = analysedIn(generateInterview(units), known);
    const before = usedBytes();
    const { mentions } = analysis.entities();
    const claims = analysis.claims();
    const topics = analysis.topics();
    const listed = ofAnalysis + usedBytes() - before;
    return {
      text: name,
      mentions: mentions.length,
      claims: claims.length,
      topics: topics.size,
      // So little that what is freed elsewhere meanwhile may outweigh it.
      'MB of lines': ofLines > 0 ? shown(ofLines / 1e6) : 'not told',
      'MB of analysis': shown(ofAnalysis / 1e6),
      'bytes of analysis a byte of text': shown(ofAnalysis / units),
      'with all lists': shown(listed / units),
    };
  });
  const note =
    'What is in use after all that is not needed any more was collected: the text as lines, and beside it structure, names, claims and topics of one version with what is kept for the next. Lists of all mentions, claims and passages of topics are made for views that show the whole document.';
  return [{ title: 'Memory', note, rows }];
}

interface Held {
  /** Held while it is measured, as an editor holds it for the next version. */
  readonly analyser: Analyser;
  readonly analysis: Analysis;
  /** In bytes. */
  readonly ofLines: number;
  readonly ofAnalysis: number;
}

/** A text that is analysed, with what that keeps in memory: its lines, and all that is known of them. */
export function analysedIn(text: string, known: Knowledge): Held {
  // Tables, caches and compiled code don't grow with the text: they are filled first, some the second time.
  for (let pass = 0; pass < 2; pass++) {
    finished(new Analyser(known).analysing(TextLines.of(text), known));
  }
  const before = usedBytes();
  const lines = TextLines.of(text);
  const between = usedBytes();
  const analyser = new Analyser(known);
  const analysis = finished(analyser.analysing(lines, known));
  const ofAnalysis = usedBytes() - between;
  return { analyser, analysis, ofLines: between - before, ofAnalysis };
}

/** The memory in use after garbage collection. */
export function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
