import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Analyser } from '../../src/core/analysis';
import { finished } from '../../src/core/steps';
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
    const analysis = finished(analyser.analysing(lines, known));
    const kept = usedBytes() - before - ofText;
    const { mentions } = analysis.entities();
    const claims = analysis.claims();
    const topics = analysis.topics();
    const listed = usedBytes() - before - ofText;
    return {
      text,
      mentions: mentions.length,
      claims: claims.length,
      topics: topics.size,
      'MB of lines': shown(ofText / 1e6),
      'MB of analysis': shown(kept / 1e6),
      'bytes of analysis a byte of text': shown(kept / units),
      'with all lists': shown(listed / units),
    };
  });
  const note =
    'What is in use after all that is not needed any more was collected: the text as lines, and beside it structure, names, claims and topics of one version with what is kept for the next. Lists of all mentions, claims and passages of topics are made for views that show the whole document.';
  return [{ title: 'Memory', note, rows }];
}

/** What is in use, without what is only not yet collected. */
export function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
