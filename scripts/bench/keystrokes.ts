import { Analyser, type Analysis } from '../../src/core/analysis';
import { finished } from '../../src/core/steps';
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

const IN_QUESTION = 'Enter twice, in a question';

/** What is typed into an answer or a question, letter by letter, and taken out again in the same way. */
const TYPED = [
  ['a sentence without names', 'We saw how the water fell, and that nobody had asked why. ', 2],
  ['a sentence with a name', 'In 2031 the county of Wexford will probably pay for it. ', 2],
  ['Enter twice', '\n\n', 60],
  [IN_QUESTION, '\n\n', 60],
  ['a turn', '\n\nOkafor: We saw it, and nobody had asked why.\n\n', 2],
] as const;

/**
 * Times the way from a keystroke in a known document to the reading of its new version, step by step as in the
 * extension, including what is asked at the cursor; and how long it takes to list all that was found, which is
 * only done for views of the whole document.
 */
export function keystrokes(): Table[] {
  const known = shippedKnowledge();
  const first: Row[] = [];
  const rows = SIZES.flatMap(([size, units]) => {
    const text = generateInterview(units);
    return PLACES.flatMap(([place, share], nth) => {
      const analyser = new Analyser(known);
      let lines = TextLines.of(text);
      const reading = firstReading(analyser.analysing(lines, known));
      if (nth === 0) first.push({ text: size, ...reading });
      const answer = text.indexOf('Okafor: ', Math.floor(text.length * share));
      const inAnswer = text.indexOf('. ', answer) + 2;
      const question = text.indexOf('Ferryman: ', Math.floor(text.length * share));
      const inQuestion = text.indexOf(' ', question + 'Ferryman: '.length + MIDDLE) + 1;
      return TYPED.map(([what, typed, times]): Row => {
        const fresh: number[] = [];
        const lists: number[] = [];
        let analysis: Analysis | undefined;
        const at = what === IN_QUESTION ? inQuestion : inAnswer;
        for (const edit of typing(at, typed, units > 2_000_000 ? times / 2 : times)) {
          fresh.push(
            timed(() => {
              lines = lines.edited(edit);
              analysis = finished(analyser.analysing(lines, known));
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
          'to list all, median ms': shown(quantile(lists, 0.5)),
        };
      });
    });
  });
  const note =
    'Milliseconds of processor time from a letter typed to a reading of the new version: its structure, the names, claims and topics of each passage, and who is who. To list all turns, mentions, claims and passages of topics with their places is left to whoever asks for them, as views do when typing pauses.';
  return [
    { title: 'From a keystroke to a fresh analysis', note, rows },
    { title: 'The first reading', note: FIRST, rows: first },
  ];
}

/** About the middle of a question, in UTF-16 units. */
const MIDDLE = 35;

/** After this many letters, views look at everything. */
const PAUSE = 10;

const FIRST =
  'A document is read in steps, between which the editor gets its turn. Steps are measured by processor time, of all threads: the collection of garbage is in it.';

/** Reads a document, and tells how long its steps take. */
function firstReading(steps: Generator<undefined, Analysis>): Row {
  const all: number[] = [];
  const sum = timed(() => {
    for (let done: boolean | undefined = false; !done;) {
      all.push(timed(() => ({ done } = steps.next())));
    }
  });
  return {
    's of processor time': shown(sum / 1000),
    steps: all.length,
    'step, median ms': shown(quantile(all, 0.5)),
    'step, p99 ms': shown(quantile(all, 0.99)),
    'longest step ms': shown(quantile(all, 1)),
    'steps of more than 20 ms': all.filter((ms) => ms > 20).length,
  };
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
