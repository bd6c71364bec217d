import { ROLE, type Role, type WordFacts } from './features';

/** So many small words may stand within a name: `Bank for the Settlement of Debts`. */
const LONGEST_GAP = 3;

/** Tokens from `from` to before `to`, among which names may stand; elsewhere there are none. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a passage in which names may stand: what is written with capitals, what stands
 * between, and one token on either side. Everything else needs no look.
 */
export function segmentsOf(words: readonly WordFacts[]): Segment[] {
  const segments: { from: number; to: number }[] = [];
  words.forEach(({ isCapital }, at) => {
    if (!isCapital) return;
    const last = segments.at(-1);
    if (last && at - last.to <= LONGEST_GAP) last.to = at + 1;
    else segments.push({ from: at, to: at + 1 });
  });
  return segments.map(({ from, to }) => ({
    from: Math.max(0, from - 1),
    to: Math.min(words.length, to + 1),
  }));
}

/** What surrounds a text. */
export const EDGE: WordFacts = {
  text: '',
  lower: '',
  shape: '',
  isCapital: false,
  endsSentence: true,
  coarse: 0,
  fine: 0,
  listed: 0,
};

/** What the words of a passage are to one another. */
export class Surroundings<Word extends WordFacts> {
  private readonly runs: Int32Array;

  constructor(
    private readonly words: readonly Word[],
    private readonly edge: Word,
  ) {
    this.runs = runStarts(words);
  }

  word(at: number): Word {
    return this.words[at] ?? this.edge;
  }

  /** Calls `visit` for each word that tells something about the token, with its role. */
  visit(at: number, visit: (word: Word, role: Role) => void): void {
    visit(this.word(at - 2), ROLE.twoBefore);
    visit(this.word(at - 1), ROLE.before);
    visit(this.word(at), ROLE.own);
    visit(this.word(at + 1), ROLE.after);
    visit(this.word(at + 2), ROLE.twoAfter);
    if (this.word(at - 1).endsSentence) visit(this.word(at), ROLE.initial);
    const first = this.runs[at] as number;
    if (first < 0) return;
    let end = at + 1;
    while (end < this.words.length && this.runs[end] === first && end - at < 16) end++;
    visit(this.word(first), ROLE.runFirst);
    visit(this.word(end - 1), ROLE.runLast);
    visit(this.word(first - 1), ROLE.beforeRun);
    visit(this.word(end), ROLE.afterRun);
  }
}

/** For each token the first one of the run of capitalised tokens that it stands in; -1 where it stands in none. */
function runStarts(words: readonly WordFacts[]): Int32Array {
  const starts = new Int32Array(words.length).fill(-1);
  words.forEach(({ isCapital }, at) => {
    if (!isCapital) return;
    const before = at > 0 ? (starts[at - 1] as number) : -1;
    starts[at] = before >= 0 && at - before < 16 ? before : at;
  });
  return starts;
}
