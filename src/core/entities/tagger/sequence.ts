import { ROLE, type WordFacts } from './features';

/** How many lower-case words in a row a name may contain: `Bank for the Settlement of Debts`. */
const LONGEST_GAP = 3;

/** The tokens from `from` up to, not including, `to`, which may contain names; others don’t. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a passage that may contain names: capitalised tokens, what is between them, and one token
 * on either side. Nothing else has to be looked at.
 */
export function segmentsOf(words: readonly WordFacts[]): Segment[] {
  const segments: Segment[] = [];
  let from = -1;
  let capital = -1;
  const end = () => {
    if (from >= 0) segments.push({ from, to: Math.min(words.length, capital + 2) });
  };
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.isCapital !== true) continue;
    if (from < 0 || at - capital > LONGEST_GAP + 1) {
      end();
      from = Math.max(0, at - 1);
    }
    capital = at;
  }
  end();
  return segments;
}

/** What surrounds a text. */
export const EDGE: WordFacts = {
  isCapital: false,
  endsSentence: true,
  word: 0,
  shape: 0,
  prefixes: [0, 0, 0, 0],
  suffixes: [0, 0, 0, 0],
  coarse: 0,
  fine: 0,
  listed: 0,
};

/** How far a run of capitalised tokens is looked at. */
const LONGEST_RUN = 16;

/** What the words of a passage are to one another. */
export class Surroundings<Word extends WordFacts> {
  private readonly runs: Int32Array;
  private readonly roles: (Word | undefined)[] = [];

  constructor(
    private readonly words: readonly Word[],
    private readonly edge: Word,
  ) {
    this.runs = runStarts(words);
  }

  word(at: number): Word {
    return this.words[at] ?? this.edge;
  }

  /**
   * The words that tell something about a token, by their roles. The list is reused: the next call overwrites
   * it.
   */
  byRole(at: number): readonly (Word | undefined)[] {
    const { roles, runs, words } = this;
    const before = this.word(at - 1);
    const own = this.word(at);
    roles[ROLE.twoBefore] = this.word(at - 2);
    roles[ROLE.before] = before;
    roles[ROLE.own] = own;
    roles[ROLE.after] = this.word(at + 1);
    roles[ROLE.twoAfter] = this.word(at + 2);
    roles[ROLE.initial] = before.endsSentence ? own : undefined;
    const first = runs[at] as number;
    const isInRun = first >= 0;
    let end = at + 1;
    while (isInRun && end < words.length && runs[end] === first && end - at < LONGEST_RUN) end++;
    roles[ROLE.runFirst] = isInRun ? this.word(first) : undefined;
    roles[ROLE.runLast] = isInRun ? this.word(end - 1) : undefined;
    roles[ROLE.beforeRun] = isInRun ? this.word(first - 1) : undefined;
    roles[ROLE.afterRun] = isInRun ? this.word(end) : undefined;
    return roles;
  }
}

/** For each token, the first one of the run of capitalised tokens that it is in; -1 if it is in none. */
function runStarts(words: readonly WordFacts[]): Int32Array {
  const starts = new Int32Array(words.length).fill(-1);
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.isCapital !== true) continue;
    const before = at > 0 ? (starts[at - 1] as number) : -1;
    starts[at] = before >= 0 && at - before < LONGEST_RUN ? before : at;
  }
  return starts;
}
