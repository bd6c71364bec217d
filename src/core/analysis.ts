import { documentClaims, type PassageClaims } from './claims/claims';
import { findClaims, preparingClaims } from './claims/find';
import type { Claim, PassageClaim, Reasons } from './claims/model';
import { reasonsFor } from './claims/reasons';
import type { CardFinder } from './entities/cardFinder';
import { findNames, preparingNames, Recurring, type FoundNames } from './entities/findNames';
import type { EntityIndex, Recogniser } from './entities/model';
import { EntityResolver } from './entities/resolve';
import { labelOf } from './interview/line/label';
import type { Corrections, Interview, Turn } from './interview/model';
import { InterviewReader } from './interview/reader';
import { lazy } from './lazy';
import { PassageMemo, passagesOf, type Passage, type ReadPiece } from './passages';
import { finished } from './steps';
import type { TextLines } from './text/lines';
import { Sequence } from './text/sequence';
import { itemAt, type Span } from './text/span';
import { topicPassages, type TopicPassage } from './topics/count';
import type { PassageTopics, TopicMatcher } from './topics/matcher';
import { namedTopics } from './topics/named';

/** What is known beside the text: by hand, from the workspace, or from the extension itself. */
export interface Knowledge {
  readonly corrections: Corrections;
  readonly cards: CardFinder;
  readonly matcher: TopicMatcher;
  readonly recogniser: Recogniser;
}

/** What one version of a document says. Each part is computed when first asked for. */
export class Analysis {
  /** The passages in order of the text. */
  readonly passages: () => readonly Passage[];
  readonly entities: () => EntityIndex;
  /** Detected claims in order of the text, but for those of interviewers. */
  readonly claims: () => readonly Claim[];
  /** Claims that interviewers make on the way to their questions. */
  readonly premises: () => readonly Claim[];
  /** The passages that touch each topic, by topic id; a topic that is not touched is absent. */
  readonly topics: () => ReadonlyMap<string, readonly TopicPassage[]>;
  /** What was found out about the passages. */
  private readonly read: () => ReadPieces;

  constructor(
    readonly text: TextLines,
    readonly interview: Interview,
    read: () => ReadPieces,
    matcher: TopicMatcher,
    private readonly resolver: EntityResolver,
  ) {
    this.read = lazy(read);
    this.passages = lazy(() => passagesOf(interview, this.read()));
    this.entities = lazy(() => resolver.resolve(this.read(), interview.starts, interview.speakers));
    this.claims = lazy(() => this.claimsWhere((turn) => turn.role !== 'interviewer'));
    this.premises = lazy(() => this.claimsWhere((turn) => turn.role === 'interviewer'));
    this.topics = lazy(() =>
      topicPassages(
        Array.from(this.passagesRead(), ([{ span, turn }, facts]) => {
          const { hits, excluded } = facts.topics();
          return { span, turn, hits, excluded };
        }),
        matcher.hasNames ? namedTopics(this.entities().entities, matcher) : [],
      ),
    );
  }

  /**
   * Looks at the passages ahead of time, in steps, but for those that were looked at before; then at
   * who is who. The rest is quick when it is asked for.
   */
  *preparing(before: ReadPieces, knowledge: Knowledge): Generator<undefined, void> {
    const read = this.read();
    const { first, end } = before.changedTo(read);
    if (before.length === 0) yield* preparingPassages(knowledge);
    for (const { passages, facts } of read.slice(first, end)) {
      for (const [at, found] of facts.entries()) {
        found.names();
        yield;
        if (!passages[at]?.region) found.claims();
        yield;
        found.topics();
      }
    }
    yield* this.resolver.preparing(read);
    this.entities();
  }

  private claimsWhere(isMeant: (turn: Turn) => boolean): Claim[] {
    const spoken: PassageClaims[] = [];
    for (const [{ turn, span }, facts] of this.passagesRead()) {
      if (!turn || !isMeant(turn)) continue;
      spoken.push({ turn, span, text: facts.text, claims: facts.claims() });
    }
    return documentClaims(spoken);
  }

  private *passagesRead(): Generator<[Passage, PassageFacts], void> {
    const passages = this.passages();
    let at = 0;
    for (const { facts } of this.read()) {
      for (const found of facts) yield [passages[at++] as Passage, found];
    }
  }

  turnAt(offset: number): Turn | undefined {
    return itemAt(this.interview.turns, offset, (turn) => turn.span);
  }

  passageAt(offset: number): Passage | undefined {
    return itemAt(this.passages(), offset, (passage) => passage.span);
  }

  /** The label of a turn as it stands there: a speaker may have several. */
  writtenLabel({ label }: Turn): string | undefined {
    const line = label && this.text.lines.at(this.text.lineAt(label.start));
    return line && labelOf(line.text)?.name;
  }

  /** Why a claim is called what it is. */
  reasonsFor(claim: Span): Reasons {
    return reasonsFor(this.text.slice(claim));
  }
}

/** What is compiled by looking at a passage, from little to much. */
const SAMPLES = ['It fell.', 'Ann Lee of the World Bank said in 2009 that it will probably fall.'];

/** Has compiled what looks at passages, in steps: with a whole passage that would be one long step. */
function* preparingPassages(knowledge: Knowledge): Generator<undefined, void> {
  yield* preparingNames();
  yield* preparingClaims();
  for (const sample of SAMPLES) {
    const facts = new PassageFacts(sample, knowledge, new Recurring());
    facts.names();
    yield;
    facts.claims();
    yield;
    facts.topics();
    yield;
  }
}

type ReadPieces = Sequence<ReadPiece<PassageFacts>>;

/** What a passage says by itself, whatever stands around it; each part is computed when first asked for. */
class PassageFacts {
  private foundNames: FoundNames | undefined;
  private foundClaims: readonly PassageClaim[] | undefined;
  private foundTopics: PassageTopics | undefined;

  constructor(
    readonly text: string,
    private readonly knowledge: Knowledge,
    private readonly recurring: Recurring,
  ) {}

  names(): FoundNames {
    const { recogniser, cards } = this.knowledge;
    return (this.foundNames ??= findNames(this.text, recogniser, cards, this.recurring));
  }

  claims(): readonly PassageClaim[] {
    return (this.foundClaims ??= findClaims(this.text));
  }

  topics(): PassageTopics {
    return (this.foundTopics ??= this.knowledge.matcher.find(this.text));
  }
}

/**
 * Analyses the versions of one document. What was found out about a passage is kept until the
 * passage changes, or the knowledge that it was found with.
 */
export class Analyser {
  private readonly reader = new InterviewReader();
  private readonly resolver = new EntityResolver();
  private memo: PassageMemo<PassageFacts>;
  private prepared: ReadPieces = Sequence.of<ReadPiece<PassageFacts>>([]);

  constructor(private knowledge: Knowledge) {
    this.memo = memoOf(knowledge);
  }

  /**
   * As {@link analyse}, with all that the analysis tells computed in small steps, so that whoever
   * drives them can let others go first. What was found out until it is given up is kept.
   */
  *analysing(text: TextLines, knowledge: Knowledge): Generator<undefined, Analysis> {
    const { analysis, read } = yield* this.structure(text, knowledge);
    if (analysis.interview.recognition.isInterview) {
      yield* analysis.preparing(this.prepared, knowledge);
    }
    this.prepared = read;
    return analysis;
  }

  /** As {@link analyse}, with the structure of the text read in small steps. */
  *structuring(text: TextLines, knowledge: Knowledge): Generator<undefined, Analysis> {
    return (yield* this.structure(text, knowledge)).analysis;
  }

  private *structure(
    text: TextLines,
    knowledge: Knowledge,
  ): Generator<undefined, { analysis: Analysis; read: ReadPieces }> {
    const interview = yield* this.reader.reading(text, knowledge.corrections);
    yield;
    const read = yield* this.memoFor(knowledge).reading(text, interview);
    return { analysis: this.analysisOf(text, interview, () => read), read };
  }

  /** The analysis of `text`, which may share lines with texts analysed before. */
  analyse(text: TextLines, knowledge: Knowledge): Analysis {
    const interview = this.reader.read(text, knowledge.corrections);
    const memo = this.memoFor(knowledge);
    return this.analysisOf(text, interview, () => finished(memo.reading(text, interview)));
  }

  private memoFor(knowledge: Knowledge): PassageMemo<PassageFacts> {
    const { recogniser, matcher, cards } = this.knowledge;
    const isSame =
      recogniser === knowledge.recogniser &&
      matcher === knowledge.matcher &&
      cards === knowledge.cards;
    if (!isSame) this.memo = memoOf(knowledge);
    this.knowledge = knowledge;
    return this.memo;
  }

  private analysisOf(text: TextLines, interview: Interview, read: () => ReadPieces): Analysis {
    return new Analysis(text, interview, read, this.knowledge.matcher, this.resolver);
  }
}

function memoOf(knowledge: Knowledge): PassageMemo<PassageFacts> {
  const recurring = new Recurring();
  return new PassageMemo((text) => new PassageFacts(text, knowledge, recurring));
}
