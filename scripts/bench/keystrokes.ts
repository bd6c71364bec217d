import { Analyser, type Analysis } from '../../src/core/analysis';
import { TextLines } from '../../src/core/text/lines';
import { generateInterview } from '../../test/bench/generate';
import { shippedKnowledge, SIZES } from './knowledge';
import type { Row, Table } from './table';
import { quantile, shown, timed } from './time';

const PLACES = [
  ['start', 0.01],
  ['middle', 0.5],
  ['end', 0.99],
] as const;

/** What is typed into a paragraph, letter by letter, and taken out again in the same way. */
const SENTENCES = [
  ['a sentence without names', 'We saw how the water fell, and that nobody had asked why. '],
  ['a sentence with a name', 'In 2031 the county of Wexford will probably pay for it. '],
] as const;

/** From a keystroke in a document that is known to everything that is shown of it, fresh. */
export function keystrokes(): Table[] {
  const known = shippedKnowledge();
  const rows = SIZES.flatMap(([size, units]) => {
    const text = generateInterview(units);
    return PLACES.flatMap(([place, share]) => {
      const analyser = new Analyser(known);
      let lines = TextLines.of(text);
      everything(analyser.analyse(lines, known));
      const at = text.indexOf('. ', Math.floor(text.length * share)) + 2;
      return SENTENCES.map(([what, sentence]): Row => {
        const times: Record<Part, number[]> = { structure: [], names: [], claims: [], topics: [] };
        const all: number[] = [];
        for (const edit of typing(at, sentence, units > 2_000_000 ? 1 : 2)) {
          let analysis: Analysis | undefined;
          let sum = timed(() => {
            lines = lines.edited(edit);
            analysis = analyser.analyse(lines, known);
          });
          times.structure.push(sum);
          for (const [part, read] of READS) {
            const own = timed(() => analysis && read(analysis));
            times[part].push(own);
            sum += own;
          }
          all.push(sum);
        }
        const medians = Object.entries(times).map(([part, of]) => [part, shown(quantile(of, 0.5))]);
        return {
          text: size,
          place,
          typed: what,
          'median ms': shown(quantile(all, 0.5)),
          'p99 ms': shown(quantile(all, 0.99)),
          ...(Object.fromEntries(medians) as Row),
        };
      });
    });
  });
  const note =
    'Milliseconds of processor time from a letter typed to the structure, names, claims and topics of the whole document, and the median of each of them.';
  return [{ title: 'From a keystroke to a fresh analysis', note, rows }];
}

type Part = 'structure' | 'names' | 'claims' | 'topics';

const READS: readonly (readonly [Part, (analysis: Analysis) => unknown])[] = [
  ['names', (analysis) => analysis.entities()],
  ['claims', (analysis) => analysis.claims()],
  ['topics', (analysis) => analysis.topics()],
];

function everything(analysis: Analysis): void {
  for (const [, read] of READS) read(analysis);
}

/** The edits of somebody who types a text and deletes it again, some times over. */
function* typing(at: number, text: string, times: number) {
  for (let time = 0; time < times; time++) {
    for (let index = 0; index < text.length; index++) {
      yield { start: at + index, end: at + index, text: text.charAt(index) };
    }
    for (let index = text.length; index > 0; index--) {
      yield { start: at + index - 1, end: at + index, text: '' };
    }
  }
}
