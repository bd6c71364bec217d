import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Analyser } from '../../src/core/analysis';
import { TextLines } from '../../src/core/text/lines';
import { generateInterview } from '../../test/bench/generate';
import { shippedKnowledge, SIZES } from './knowledge';
import type { Row, Table } from './table';
import { shown } from './time';

/** What an analysed document keeps in memory, without its text. */
export function memory(): Table[] {
  const known = shippedKnowledge();
  // Caches that don't grow with the text are filled first.
  const [, [, warm = 0] = []] = SIZES;
  const first = new Analyser(known).analyse(TextLines.of(generateInterview(warm)), known);
  first.entities();
  const rows = SIZES.slice(1).map(([text, units]): Row => {
    const before = usedBytes();
    const analyser = new Analyser(known);
    const lines = TextLines.of(generateInterview(units));
    const ofText = usedBytes() - before;
    const analysis = analyser.analyse(lines, known);
    const { mentions } = analysis.entities();
    const claims = analysis.claims();
    const topics = analysis.topics();
    const ofAnalysis = usedBytes() - before - ofText;
    return {
      text,
      mentions: mentions.length,
      claims: claims.length,
      topics: topics.size,
      'MB of lines': shown(ofText / 1e6),
      'MB of analysis': shown(ofAnalysis / 1e6),
      'bytes of analysis a byte of text': shown(ofAnalysis / units),
    };
  });
  const note =
    'What is in use after all that is not needed any more was collected: the text as lines, and beside it structure, names, claims and topics of one version with what is kept for the next.';
  return [{ title: 'Memory', note, rows }];
}

/** What is in use, without what is only not yet collected. */
export function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
