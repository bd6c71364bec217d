import { message, type Message } from '../message';
import type { Problem } from '../yaml/problem';
import { problem } from '../yaml/read';
import { Inflections } from './inflections';
import { itemSpan } from './itemSpan';
import type { PlacedTerm, ReadTopic } from './readFile';
import { keyOf, readTerm, SHORTEST_BEGINNING, type Term } from './terms';
import { WordScanner } from './words';

/** Words that nearly every English passage contains. */
const EVERYWHERE = new Set(
  (
    'the of and to a in is it that was for on with as he she they we you i be at by this have from or had but ' +
    'not are his her an were which there been has will would what who their if so about out up all can do'
  ).split(' '),
);

/** A problem with the file that it is in. */
export interface FileProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** Where a term was met first. */
interface Met {
  readonly topic: ReadTopic;
}

/**
 * Finds odd terms in all files: those that match nowhere or everywhere, and those that are given twice in one
 * topic or in two. Each problem has a fix that removes the term. Linear in the number of terms.
 */
export class TermChecker {
  readonly problems: FileProblem[] = [];
  private readonly scanner = new WordScanner();
  private readonly inflections = new Inflections();
  private readonly met = new Map<string, Met>();

  /** @param textOf the text of a file by its path */
  constructor(private readonly textOf: (file: string) => string) {}

  check(topic: ReadTopic): void {
    const read = topic.terms.map((placed) => ({ placed, term: this.read(topic, placed) }));
    const excluded = new Set(
      read.flatMap(({ placed, term }) => (placed.list === 'exclude' && term ? [keyOf(term)] : [])),
    );
    const own = new Set<string>();
    for (const { placed, term } of read) {
      if (!term) continue;
      this.checkReach(topic, placed, term);
      const key = `${placed.list === 'exclude' ? '-' : ''}${keyOf(term)}`;
      if (own.has(key)) {
        this.warn(topic, placed, message('“{0}” is in this topic twice.', placed.text));
      } else if (placed.list !== 'exclude') {
        if (excluded.has(key)) {
          const what = message('“{0}” never counts, because it is also excluded.', placed.text);
          this.warn(topic, placed, what);
        }
        this.checkOthers(topic, placed, key);
      }
      own.add(key);
    }
  }

  private read(topic: ReadTopic, placed: PlacedTerm): Term | undefined {
    const term = readTerm(placed.text, placed.list === 'exact', this.scanner, this.inflections);
    if ('phrases' in term) return term;
    this.warn(topic, placed, term);
    return undefined;
  }

  private checkReach(topic: ReadTopic, placed: PlacedTerm, { phrases }: Term): void {
    const { text } = placed;
    if (/\*[\p{L}\p{N}]|(?:^|\s)\*/u.test(text)) {
      this.warn(
        topic,
        placed,
        message(
          'In “{0}” the * has no effect: it only counts after the beginning of a word.',
          text,
        ),
      );
    }
    const [[only, second], otherSide] = phrases;
    if (!only || second || otherSide) return;
    const isShort = only.kind === 'beginning' && only.text.length <= SHORTEST_BEGINNING;
    if (isShort || /^\p{L}\*$/u.test(text)) {
      this.warn(
        topic,
        placed,
        message('“{0}” is the beginning of very many words. Write more of it.', text),
      );
    } else if (only.kind !== 'beginning' && EVERYWHERE.has(only.text)) {
      this.warn(topic, placed, message('“{0}” is in nearly every passage.', text));
    }
  }

  private checkOthers(topic: ReadTopic, placed: PlacedTerm, key: string): void {
    const before = this.met.get(key);
    if (!before) {
      this.met.set(key, { topic });
      return;
    }
    if (before.topic === topic) return;
    const what = message(
      '“{0}” is a term of “{1}”, too: its passages count for both.',
      placed.text,
      before.topic.own.label,
    );
    this.add(topic, placed, what, 'information');
  }

  private warn(topic: ReadTopic, placed: PlacedTerm, what: Message): void {
    this.add(topic, placed, what, 'warning');
  }

  private add(
    topic: ReadTopic,
    placed: PlacedTerm,
    what: Message,
    severity: Problem['severity'],
  ): void {
    const { file } = topic.own;
    // A bare topic is its own term: one can't be removed without the other.
    const isBare = topic.firstKey === undefined;
    const edits = [{ ...itemSpan(this.textOf(file), placed), text: '' }];
    const fixes = isBare ? [] : [{ title: message('Remove “{0}”', placed.text), edits }];
    this.problems.push({ file, problem: problem(placed, what, severity, fixes) });
  }
}
