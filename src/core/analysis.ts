import { documentClaims } from './claims/claims';
import { findClaims } from './claims/find';
import type { Claim, PassageClaim } from './claims/model';
import type { CardFinder } from './entities/cardFinder';
import { findNames, type FoundNames } from './entities/findNames';
import type { EntityIndex, Recogniser } from './entities/model';
import { EntityResolver } from './entities/resolve';
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
  /** The passages with what each of them says. */
  private readonly read: () => readonly ReadPassage[];

  constructor(
    readonly text: TextLines,
    readonly interview: Interview,
    factsOf: (passages: readonly Passage[]) => readonly PassageFacts[],
    matcher: TopicMatcher,
    resolver: EntityResolver,
  ) {
    this.passages = lazy(() => passagesOf(text, interview));
    this.read = lazy(() => {
      const passages = this.passages();
      const facts = factsOf(passages);
      return passages.map((passage, at) => ({ passage, facts: facts[at] as PassageFacts }));
    });
    this.entities = lazy(() =>
      resolver.resolve(
        this.read().map(({ passage: { span }, facts }) => ({ span, names: facts.names() })),
        interview.speakers,
      ),
    );
    this.claims = lazy(() => this.claimsWhere((turn) => turn.role !== 'interviewer'));
    this.premises = lazy(() => this.claimsWhere((turn) => turn.role === 'interviewer'));
    this.topics = lazy(() =>
      topicPassages(
        this.read().map(({ passage: { span, turn }, facts }) => ({
          span,
          turn,
          ...facts.topics(),
        })),
        matcher.hasNames ? namedTopics(this.entities().entities, matcher) : [],
      ),
    );
  }

  /** Looks at each passage ahead of time, in steps: {@link entities}, {@link claims} and the rest are quick then. */
  *preparing(): Generator<undefined, void> {
    for (const { passage, facts } of this.read()) {
      facts.names();
      if (passage.turn) facts.claims();
      facts.topics();
      yield;
    }
  }

  private claimsWhere(isMeant: (turn: Turn) => boolean): Claim[] {
    return documentClaims(
      this.read().flatMap(({ passage: { turn, span }, facts }) => {
        if (!turn || !isMeant(turn)) return [];
        return [{ turn, span, text: facts.text, claims: facts.claims() }];
      }),
    );
  }

  turnAt(offset: number): Turn | undefined {
    return itemAt(this.interview.turns, offset, (turn) => turn.span);
  }

  passageAt(offset: number): Passage | undefined {
    return itemAt(this.passages(), offset, (passage) => passage.span);
  }
}

interface ReadPassage {
  readonly passage: Passage;
  readonly facts: PassageFacts;
}

/** What a passage says by itself, whatever stands around it. */
interface PassageFacts {
  readonly text: string;
  readonly names: () => FoundNames;
  readonly claims: () => readonly PassageClaim[];
  readonly topics: () => PassageTopics;
}

/**
 * Analyses the versions of one document. What was found out about a passage is kept until the
 * passage changes, or the knowledge that it was found with.
 */
export class Analyser {
  private readonly reader = new InterviewReader();
  private readonly resolver = new EntityResolver();
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
    yield* analysis.preparing();
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
    const { memo, resolver } = this;
    const factsOf = (passages: readonly Passage[]) => memo.of(text, passages);
    return new Analysis(text, interview, factsOf, knowledge.matcher, resolver);
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
