import type { Span } from '../text/span';
import { PhraseTable } from './phrases';
import type { Word } from './words';

/** Whether the source comes before or after the phrase; with `That`, a `that` or a quotation has to follow. */
type Place = 'before' | 'beforeThat' | 'behind';

const REPORTING = new PhraseTable<Place>([
  [
    'before',
    [
      'said|says|told|tells|claimed|argues|argued|warns|warned|denied|denies|insists|insisted|announced|stated|acknowledged|predicted|predicts|alleged|alleges|asserts|asserted|maintains|contended|contends|testified|declared|declares|admits|admitted|conceded|concedes|quipped|tweeted',
    ],
  ],
  [
    'beforeThat',
    [
      'say|tell|claim|claims|argue|warn|insist|report|reports|reported|suggest|suggests|suggested|estimate|estimates|estimated|believe|believes|believed|think|thinks|thought|hinted|confirmed|confirms|noted|wrote|writes|writing|found|concluded|concludes|added|explained|deny|allege|acknowledge|expect|expects|complained|complain|agreed|signalled|signaled|indicated|indicates|states',
    ],
  ],
  ['behind', ['according to', 'in the words of', 'as reported by', 'as told by']],
]);

/** May stand between a source and its verb. */
const BETWEEN = new Set(
  "has have had 's 've also repeatedly recently now already publicly openly then later always often once even still just bluntly clearly actually consistently explicitly long who".split(
    ' ',
  ),
);
/** With these before the verb nobody is reported: `he could say`, `to say`, `was told`, `don't think`. */
const NOT_REPORTED = new Set(
  "to would could might may can should will shall must 'd 'll if was were is are been being 're 'm be did do does don't didn't doesn't not never ever won't wouldn't can't cannot couldn't hasn't haven't hadn't let what".split(
    ' ',
  ),
);
/** Speakers who speak for themselves, and words that name no source. */
const NO_SOURCE = new Set(
  'i we you it that this which who what there me us one nobody none neither nothing having being'.split(
    ' ',
  ),
);
/** With one of these, nobody says it: `no minister has said that`. */
const DENYING = new Set(['no', 'not', 'hardly', 'neither', 'nor']);
/** May stand between a source and its verb within commas. */
const ASIDE = new Set(['however', 'though', 'meanwhile', 'too', 'moreover', 'therefore']);
/** Kinds of writing, which are by somebody: `a report by the audit office`. */
const WRITING = new Set(
  'report reports study studies survey paper letter statement poll article analysis book memo'.split(
    ' ',
  ),
);
/** A source doesn't extend back across these. */
const CLAUSE = new Set(
  "but because that when while as if so since where which although though whereas then than whether how why what said says after before until and or nor is are was were 's will would just like well look now today yesterday yes no also even by to january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    ' ',
  ),
);
const DETERMINER = new Set(
  'the a an this these those some many most several other all his her their my our your its both'.split(
    ' ',
  ),
);
/** Determiners that also stand alone for a source: `some say that`, `according to many`. */
const ALONE = new Set(['some', 'many', 'most', 'several']);
/** The same where it follows: there `her` is a pronoun, too. */
const ALONE_BEHIND = new Set([...ALONE, 'her']);
/** Words that carry a source on to its left: `the head of the bank`, `people in Kyiv`. */
const LINK = new Set('of from in at for by'.split(' '));
const LONGEST_SOURCE = 9;
/** `the man said to be the leader` reports nobody. */
const INFINITIVE = new Set(['be', 'have']);
const QUOTATION = /^[,:]?\s*["“„«]/;
const INVERTED = /[,.!?]["”»']\s*$/;
const COMMA = /^,\s*$/;

/**
 * Who is reported to say what a sentence says: `Some officials` in `Some officials have said …`,
 * `the ministry` in `according to the ministry`; undefined if the speaker says it.
 *
 * @returns a span that counts from the sentence's start
 */
export function reportedSource(words: readonly Word[], sentence: string): Span | undefined {
  for (const { value, from, to } of REPORTING.find(words)) {
    const found =
      value === 'behind'
        ? nounsBehind(words, to)
        : (speakerBefore(words, from, sentence) ?? inverted(words, from, to, sentence));
    if (!found) continue;
    if (value === 'beforeThat' && !introduces(words, to, sentence)) continue;
    if (isAsked(words, found.from, to)) continue;
    return { start: (words[found.from] as Word).start, end: (words[found.to - 1] as Word).end };
  }
  return undefined;
}

/** Whether nothing is really reported: `what they said`, `did the minister say`, `said to be`. */
function isAsked(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1]?.lower ?? '';
  if (from === 1 && before === 'what') return true;
  if (before === 'do' || before === 'does' || before === 'did') return true;
  return words[to]?.lower === 'to' && INFINITIVE.has(words[to + 1]?.lower ?? '');
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether what is reported follows: `that …`, or a quotation. */
function introduces(words: readonly Word[], to: number, sentence: string): boolean {
  const next = words[to];
  if (next && (next.lower === 'that' || words[to + 1]?.lower === 'that')) return true;
  return QUOTATION.test(sentence.slice((words[to - 1] as Word).end));
}

/** The noun phrase before a verb, over auxiliaries and adverbs, and over an apposition between commas. */
function speakerBefore(words: readonly Word[], verb: number, sentence: string): Range | undefined {
  let to = verb;
  while (to > 0 && (words[to] as Word).isJoined && BETWEEN.has((words[to - 1] as Word).lower)) to--;
  const last = words[to - 1];
  if (!last || NOT_REPORTED.has(last.lower)) return undefined;
  if ((words[to] as Word).isJoined) return nounsBefore(words, to);
  const gap = sentence.slice(last.end, (words[to] as Word).start);
  return COMMA.test(gap) ? beforeApposition(words, to, sentence) : undefined;
}

/** `Ann Holt, the harbour master, said`, `the minister, however, said`. */
function beforeApposition(words: readonly Word[], to: number, sentence: string): Range | undefined {
  for (let at = to - 1; at > Math.max(0, to - LONGEST_SOURCE); at--) {
    if ((words[at] as Word).isJoined) continue;
    const gap = sentence.slice((words[at - 1] as Word).end, (words[at] as Word).start);
    const isName = (words[at - 1] as Word).isCapital;
    const isAside = at === to - 1 && ASIDE.has((words[at] as Word).lower);
    return COMMA.test(gap) && (isName || isAside) ? nounsBefore(words, at) : undefined;
  }
  return undefined;
}

/** The noun phrase that ends before the word at index `to`. */
function nounsBefore(words: readonly Word[], to: number): Range | undefined {
  let from = to;
  while (to - from < LONGEST_SOURCE && canBegin(words, from - 1, to)) {
    from--;
    const { lower, isJoined } = words[from] as Word;
    const before = words[from - 1];
    if (!isJoined || !before) break;
    if (DETERMINER.has(lower) && !LINK.has(before.lower) && !DETERMINER.has(before.lower)) break;
  }
  while (from < to && LINK.has((words[from] as Word).lower)) from++;
  return isSource(words, { from, to }) ? { from, to } : undefined;
}

/** Whether a source that ends before `to` may extend back to the word at `at`. */
function canBegin(words: readonly Word[], at: number, to: number): boolean {
  const { lower, isNumber } = words[at] as Word;
  const before = words[at - 1];
  // Two names or plurals are one source: `U.S. and EU officials`, `officials and experts`.
  if (lower === 'and') {
    const next = words[at + 1] as Word;
    if (at + 1 === to || !before) return false;
    // At the beginning of a sentence even a plural noun has a capital.
    const isCapital = before.isCapital && !(at === 1 && before.lower.endsWith('s'));
    return next.isCapital ? before.isCapital : !isCapital && before.lower.endsWith('s');
  }
  if (lower === 'by') return !!before && WRITING.has(before.lower);
  return !CLAUSE.has(lower) && !NO_SOURCE.has(lower) && !isNumber;
}

function isSource(words: readonly Word[], { from, to }: Range, alone = ALONE): boolean {
  if (from >= to) return false;
  const [first, last] = [words[from] as Word, words[to - 1] as Word];
  const before = first.isJoined ? words[from - 1] : undefined;
  if (DENYING.has(first.lower) || DENYING.has(before?.lower ?? '')) return false;
  if (DETERMINER.has(last.lower)) return first === last && alone.has(last.lower);
  return !NO_SOURCE.has(last.lower) && !last.lower.endsWith('ly');
}

/** `“…,” said Ann Holt`: the name after a verb that follows a quotation. */
function inverted(
  words: readonly Word[],
  verb: number,
  to: number,
  sentence: string,
): Range | undefined {
  const start = (words[verb] as Word).start;
  if (!INVERTED.test(sentence.slice(Math.max(0, start - 8), start))) return undefined;
  return nounsBehind(words, to);
}

/** With these, the reported words begin: `according to its accounts it made a loss`. */
const SUBJECTS = new Set(
  'i you he she it we they there this that these those who which whose'.split(' '),
);

/** Whether a noun phrase goes on with the word at `at`; not with an article, unless after `of` or `and`. */
function goesOn(words: readonly Word[], at: number): boolean {
  const { lower, isJoined } = words[at] as Word;
  const before = (words[at - 1] as Word).lower;
  if (!isJoined || SUBJECTS.has(lower)) return false;
  return !DETERMINER.has(lower) || LINK.has(before) || DETERMINER.has(before) || before === 'and';
}

/** The noun phrase that begins with the word at index `from`. */
function nounsBehind(words: readonly Word[], from: number): Range | undefined {
  let to = from;
  while (to < words.length && to - from < LONGEST_SOURCE) {
    const word = words[to] as Word;
    if (to > from && !goesOn(words, to)) break;
    if (CLAUSE.has(word.lower) && word.lower !== 'and') break;
    to++;
  }
  while (to > from && (words[to - 1] as Word).lower === 'and') to--;
  return isSource(words, { from, to }, ALONE_BEHIND) ? { from, to } : undefined;
}
