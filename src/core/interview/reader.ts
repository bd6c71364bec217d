import { compiling } from '../firstUse';
import { lazy } from '../lazy';
import { finished } from '../steps';
import type { Line, TextLines } from '../text/lines';
import { Sequence } from '../text/sequence';
import { withoutComments } from './line/comments';
import { recognise, type Evidence } from './evidence';
import { bestOf, explaining } from './explain';
import { following, type Followed } from './follow';
import { preparingFacts, factsOf, type LineFacts } from './line/lineFacts';
import type { Corrections, Interview, Piece } from './model';
import { COSTLY as OF_PREAMBLE, frontMatterEnd } from './preamble';
import { COSTLY as OF_METADATA } from './metadata';
import { assembling, placed } from './structure';
import { TwoLists } from './twoLists';

/** Number of lines handled between two yields; they take about a millisecond. */
const LINES_IN_A_STEP = 8;
/**
 * Lines of front matter count as blank: nobody speaks them, even if their keys look like labels.
 */
const silent = lazy(() => factsOf(''));

/** An interview that has been read, with what is needed to update it after small edits. */
interface Read extends Followed {
  readonly text: TextLines;
  readonly corrections: Corrections;
  readonly frontMatter: number;
  /** Whether some line is, or may be, part of a comment; no edit that can be followed changes it. */
  readonly hasComments: boolean;
}

/**
 * Reads the successive versions of one document. The facts about a line are kept as long as the
 * line object lives, so only new lines are analysed after an edit; after most edits not even the
 * rest is judged again. The result always equals that of a fresh reader.
 */
export class InterviewReader {
  private readonly known = new WeakMap<Line, LineFacts>();
  private readonly lists = new TwoLists<LineFacts>();
  private last: Read | { readonly evidence: Evidence | undefined } | undefined;

  /** Reads a text: whether it is an interview, and its structure. Linear in its length. */
  read(text: TextLines, corrections: Corrections): Interview {
    return finished(this.reading(text, corrections));
  }

  /** Like {@link read}, in steps. */
  *reading(text: TextLines, corrections: Corrections): Generator<undefined, Interview> {
    if (corrections.interview === false) return noInterview(undefined, corrections);
    const silent = frontMatterEnd(text);
    this.last =
      (yield* this.following(text, corrections, silent)) ??
      (yield* this.readingAfresh(text, corrections, silent));
    if ('structure' in this.last) {
      const { structure, recognition } = this.last;
      return placed(text, structure, recognition);
    }
    return noInterview(this.last.evidence, corrections);
  }

  private *following(
    text: TextLines,
    corrections: Corrections,
    silent: number,
  ): Generator<undefined, Read | undefined> {
    const { last } = this;
    if (!last || !('structure' in last)) return undefined;
    if (!areSame(last.corrections, corrections) || last.frontMatter !== silent) return undefined;
    const factsOf = (line: Line) => this.factsOf(line);
    const now = yield* following(last, text, { factsOf, lists: this.lists });
    return now && { ...last, text, ...now };
  }

  private *readingAfresh(
    text: TextLines,
    corrections: Corrections,
    frontMatter: number,
  ): Generator<undefined, Read | { readonly evidence: Evidence | undefined }> {
    const { last } = this;
    if (!last) yield* preparingFacts();
    const { facts, hasComments } = yield* this.readingLines(text, frontMatter);
    if (!last) yield* compiling(OF_PREAMBLE, OF_METADATA);
    const explained = yield* explaining(text, facts, corrections);
    const best = bestOf(explained);
    const recognition = recognise(best?.evidence, corrections);
    if (!recognition.isInterview || !best) return { evidence: best?.evidence };
    yield;
    const structure = yield* assembling(
      { text, facts, frontMatter },
      best.script,
      corrections,
      last && 'structure' in last ? last : undefined,
    );
    return { text, corrections, frontMatter, hasComments, explained, structure, recognition };
  }

  /** The facts about each line. */
  private *readingLines(
    text: TextLines,
    frontMatter: number,
  ): Generator<undefined, { facts: LineFacts[]; hasComments: boolean }> {
    const { first, end, facts, behind } = this.readBefore(text, frontMatter);
    let hasComments = false;
    for (const line of text.lines.slice(first, end)) {
      const read = facts.length < frontMatter ? silent() : this.factsOf(line);
      facts.push(read);
      hasComments ||= read.comment !== undefined;
      // The first lines take longer, as code and expressions are used for the first time.
      if (facts.length % LINES_IN_A_STEP === 0 || facts.length < LINES_IN_A_STEP) yield;
    }
    const all = facts.concat(behind);
    return { facts: hasComments ? withoutComments(all, silent) : all, hasComments };
  }

  /** The facts about the lines before and after those that differ from the last version. */
  private readBefore({ lines }: TextLines, frontMatter: number) {
    const { last } = this;
    const none = { first: 0, end: lines.length, facts: [], behind: [] };
    if (!last || !('structure' in last)) return none;
    const { first, endBefore, end } = last.text.lines.changedTo(lines);
    // Otherwise lines may have become front matter, or ceased to be.
    if (first < Math.max(frontMatter, last.frontMatter)) return none;
    // Lines may have got into a comment, or out of one.
    if (last.hasComments) return none;
    const { facts } = last.structure;
    return { first, end, facts: facts.slice(0, first), behind: facts.slice(endBefore) };
  }

  private factsOf(line: Line): LineFacts {
    let facts = this.known.get(line);
    if (!facts) {
      facts = factsOf(line.text);
      this.known.set(line, facts);
    }
    return facts;
  }
}

/**
 * Whether two sets of corrections are equal. They are small, and their owner makes new objects each
 * time.
 */
function areSame(a: Corrections, b: Corrections): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function noInterview(evidence: Evidence | undefined, corrections: Corrections): Interview {
  return {
    recognition: recognise(evidence, corrections),
    title: undefined,
    metadata: {},
    speakers: [],
    turns: [],
    exchanges: [],
    regions: [],
    pieces: Sequence.of<Piece>([]),
    starts: [],
  };
}
