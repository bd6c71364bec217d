import { documentClaims } from './claims/claims';
import { findClaims } from './claims/find';
import type { Claim, PassageClaim } from './claims/model';
import type { CardFinder } from './entities/cardFinder';
import { findNames, type FoundNames } from './entities/findNames';
import { EntityFollower } from './entities/follow';
import type { EntityIndex, Recogniser } from './entities/model';
import type { Corrections, Interview, Turn } from './interview/model';
import { InterviewReader } from './interview/reader';
import { lazy } from './lazy';
import { PassageMemo, passagesOf, type Passage } from './passages';
import type { TextLines } from './text/lines';
import { itemAt } from './text/span';
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

  /** The passages with what each of them says by itself. */
  private readonly known: () => readonly KnownPassage[];

  constructor(
    readonly text: TextLines,
    readonly interview: Interview,
    private readonly factsOf: (passage: Passage) => PassageFacts,
    matcher: TopicMatcher,
    follower: EntityFollower,
  ) {
    this.passages = lazy(() => passagesOf(text, interview));
    this.known = lazy(() =>
      this.passages().map((passage) => ({ passage, facts: factsOf(passage) })),
    );
    this.entities = lazy(() =>
      follower.resolve(
        this.known().map(({ passage: { span }, facts: { text, names } }) => {
          return { span, text, names: names() };
        }),
        interview.speakers,
      ),
    );
    this.claims = lazy(() => this.claimsWhere((turn) => turn.role !== 'interviewer'));
    this.premises = lazy(() => this.claimsWhere((turn) => turn.role === 'interviewer'));
    this.topics = lazy(() =>
      topicPassages(
        this.known().map(({ passage: { span, turn }, facts }) => {
          return { span, turn, ...facts.topics() };
        }),
        matcher.hasNames ? namedTopics(this.entities().entities, matcher) : [],
      ),
    );
  }

  /** Looks at one passage ahead of time: {@link entities}, {@link claims} and the rest are quick then. */
  prepare(passage: Passage): void {
    const { names, claims, topics } = this.factsOf(passage);
    names();
    if (passage.turn) claims();
    topics();
  }

  private claimsWhere(isMeant: (turn: Turn) => boolean): Claim[] {
    return documentClaims(
      this.known().flatMap(({ passage: { span, turn }, facts: { text, claims } }) =>
        turn && isMeant(turn) ? [{ turn, span, text, claims: claims() }] : [],
      ),
    );
  }

  turnAt(offset: number): Turn | undefined {
    return itemAt(this.interview.turns, offset, (turn) => turn.span);
  }

  passageAt(offset: number): Passage | undefined {
    return itemAt(this.passages(), offset, (passage) => passage.span);
  }
}

/** What a passage says by itself, whatever stands around it. */
interface PassageFacts {
  readonly text: string;
  readonly names: () => FoundNames;
  readonly claims: () => readonly PassageClaim[];
  readonly topics: () => PassageTopics;
}

interface KnownPassage {
  readonly passage: Passage;
  readonly facts: PassageFacts;
}

/**
 * Analyses the versions of one document. What was found out about a passage is kept until the
 * passage changes, or the knowledge that it was found with.
 */
export class Analyser {
  private readonly reader = new InterviewReader();
  private readonly follower = new EntityFollower();
  private memo: PassageMemo<PassageFacts>;

  constructor(private knowledge: Knowledge) {
    this.memo = memoOf(knowledge);
  }

  /**
   * As {@link analyse}, with all that the analysis tells computed in small steps, so that whoever
   * drives them can let others go first. What was found out until it is given up is kept. Only the
   * explanation of the lines and the joining of names are one step each, however long the text is.
   */
  *analysing(text: TextLines, knowledge: Knowledge): Generator<undefined, Analysis> {
    yield* this.reader.preparing(text);
    const analysis = this.analyse(text, knowledge);
    yield;
    if (!analysis.interview.recognition.isInterview) return analysis;
    for (const passage of analysis.passages()) {
      analysis.prepare(passage);
      yield;
    }
    analysis.entities();
    yield;
    analysis.claims();
    yield;
    analysis.topics();
    return analysis;
  }

  /** The analysis of `text`, which may share lines with texts analysed before. */
  analyse(text: TextLines, knowledge: Knowledge): Analysis {
    const { recogniser, matcher, cards } = this.knowledge;
    const isSame =
      recogniser === knowledge.recogniser &&
      matcher === knowledge.matcher &&
      cards === knowledge.cards;
    if (!isSame) this.memo = memoOf(knowledge);
    this.knowledge = knowledge;
    const interview = this.reader.read(text, knowledge.corrections);
    const memo = this.memo;
    const factsOf = ({ span }: Passage) => memo.get(text, span);
    return new Analysis(text, interview, factsOf, knowledge.matcher, this.follower);
  }
}

function memoOf({ recogniser, matcher, cards }: Knowledge): PassageMemo<PassageFacts> {
  return new PassageMemo((text) => ({
    text,
    names: lazy(() => findNames(text, recogniser, cards)),
    claims: lazy(() => findClaims(text)),
    topics: lazy(() => matcher.find(text)),
  }));
}
