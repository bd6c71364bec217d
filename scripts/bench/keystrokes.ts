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

/**
 * From a keystroke in a document that is known to the reading that is made of its new version, step by
 * step as the extension makes it, with what is asked of it where the cursor is; and beside that how
 * long it takes to list all that was found, which is only done for views of the whole document.
 */
export function keystrokes(): Table[] {
  const known = shippedKnowledge();
  const rows = SIZES.flatMap(([size, units]) => {
    const text = generateInterview(units);
    return PLACES.flatMap(([place, share]) => {
      const analyser = new Analyser(known);
      let lines = TextLines.of(text);
      listed(driven(analyser.analysing(lines, known)).result);
      const at = text.indexOf('. ', Math.floor(text.length * share)) + 2;
      return SENTENCES.map(([what, sentence]): Row => {
        const fresh: number[] = [];
        const steps: number[] = [];
        const lists: number[] = [];
        let analysis: Analysis | undefined;
        for (const edit of typing(at, sentence, units > 2_000_000 ? 1 : 2)) {
          fresh.push(
            timed(() => {
              lines = lines.edited(edit);
              const { result, longest } = driven(analyser.analysing(lines, known));
              analysis = result;
              steps.push(longest);
            }),
          );
          // Views wait until typing pauses.
          if (fresh.length % PAUSE === 0) lists.push(timed(() => analysis && listed(analysis)));
        }
        return {
          text: size,
          place,
          typed: what,
          'median ms': shown(quantile(fresh, 0.5)),
          'p99 ms': shown(quantile(fresh, 0.99)),
          'longest step, p99 ms': shown(quantile(steps, 0.99)),
          'to list all, median ms': shown(quantile(lists, 0.5)),
        };
      });
    });
  });
  const note =
    'Milliseconds of processor time from a letter typed to a reading of the new version: its structure, the names, claims and topics of each passage, and who is who. The longest step is what blocks others meanwhile, by the clock. To list all turns, mentions, claims and passages of topics with their places is left to whoever asks for them, as views do when typing pauses.';
  return [{ title: 'From a keystroke to a fresh analysis', note, rows }];
}

/** After so many letters views look at everything. */
const PAUSE = 10;

/** The result of some steps, and how long the longest took. */
function driven<T>(steps: Generator<undefined, T>): { result: T; longest: number } {
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done, value } = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return { result: value, longest };
  }
}

function listed(analysis: Analysis): number {
  const { mentions } = analysis.entities();
  return mentions.length + analysis.claims().length + analysis.topics().size;
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
