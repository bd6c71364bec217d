import type { Analysis } from '../analysis';
import type { Anchored } from '../annotations/model';
import { shownClaims } from '../claims/shown';
import type { Entity, Mention } from '../entities/model';
import type { Interview, Turn } from '../interview/model';
import type { Passage } from '../passages';
import type { Span } from '../text/span';
import { withByHand } from '../topics/byHand';
import type { TopicPassage } from '../topics/count';
import {
  NO_INTERVIEW,
  type ClaimSummary,
  type DocumentSummary,
  type EntitySummary,
  type MentionSummary,
  type SpeakerSummary,
} from './model';
import { touchedPassages } from './touched';

/** How many units of text are shown before a mention, and in all. */
const BEFORE_MENTION = 20;
const EXCERPT = 64;
const LONGEST_TITLE = 200;
/** Marks of headings and emphasis at the ends of a title. */
const TITLE_MARKS = /^(?:#{1,6} )?[*_]{0,3}|[*_]{0,3}$/g;

/** The summary of an analysed document. */
export function summaryOf(analysis: Analysis, anchored: readonly Anchored[] = []): DocumentSummary {
  if (!analysis.interview.recognition.isInterview) return NO_INTERVIEW;
  const touched = withByHand(analysis.topics(), analysis, anchored);
  return {
    ...topicSummaryOf(analysis, touched, analysis.entities().bySpeaker),
    entities: new EntitySummaries(analysis).all(),
    claims: analysis.claims().length,
    made: shownClaims(analysis.claims(), anchored).map(
      ({ start, end, kind, annotation }): ClaimSummary => ({
        start,
        end,
        ...(kind && { kind }),
        tags: annotation?.tags ?? [],
      }),
    ),
  };
}

/**
 * The part of an interview’s summary that topics need, without looking for names.
 *
 * @param touched by topic id
 * @param bySpeaker the entities that speakers are, by the speaker’s id, if names were looked for
 */
export function topicSummaryOf(
  analysis: Analysis,
  touched: ReadonlyMap<string, readonly TopicPassage[]>,
  bySpeaker: ReadonlyMap<string, Entity> = new Map(),
): DocumentSummary {
  const { interview, text } = analysis;
  const { title } = interview;
  return {
    ...NO_INTERVIEW,
    isInterview: true,
    ...(title && { title: titleShown(text.slice(title)) }),
    turns: interview.turns.length,
    speakers: speakersOf(analysis, bySpeaker),
    passages: touchedPassages(analysis, touched, speakerNumbers(interview)),
  };
}

function speakersOf(
  { interview, text }: Analysis,
  bySpeaker: ReadonlyMap<string, Entity>,
): SpeakerSummary[] {
  const turnsOf = turnsBySpeaker(interview);
  return interview.speakers.map(({ id, name, label, role, description }) => {
    const turns = turnsOf.get(id) as Turn[];
    const { start, end } = (turns[0] as Turn).span;
    const entityId = bySpeaker.get(id)?.id;
    return {
      name,
      label,
      role,
      ...(description !== undefined && { description }),
      turns: turns.length,
      ...(entityId !== undefined && { entityId }),
      span: { start, end },
      line: text.lineAt(start),
    };
  });
}

/** By the speaker’s id; every speaker has some. */
function turnsBySpeaker({ turns }: Interview): Map<string, Turn[]> {
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (!turn.speaker) continue;
    const group = groups.get(turn.speaker.id);
    if (group) group.push(turn);
    else groups.set(turn.speaker.id, [turn]);
  }
  return groups;
}

/** The place of each speaker in a summary’s list, by the speaker’s id. */
export function speakerNumbers({ speakers }: Interview): ReadonlyMap<string, number> {
  return new Map(speakers.map(({ id }, index) => [id, index]));
}

class EntitySummaries {
  private readonly speakers: ReadonlyMap<string, number>;
  private readonly passages: ReadonlyMap<Span, number>;

  constructor(private readonly analysis: Analysis) {
    const { interview } = analysis;
    this.speakers = speakerNumbers(interview);
    this.passages = new Map(analysis.passages().map(({ span }, index) => [span, index]));
  }

  all(): EntitySummary[] {
    return this.analysis.entities().entities.map((entity) => this.entity(entity));
  }

  private entity({ id, name, type, aliases, description, card, mentions }: Entity): EntitySummary {
    return {
      id,
      name,
      type,
      aliases,
      ...(description !== undefined && { description }),
      ...(card && { hasCard: true }),
      mentions: mentions.map((mention) => this.mention(mention)),
    };
  }

  /** Names are only looked for in passages. */
  private mention({ span: { start, end } }: Mention): MentionSummary {
    const { text } = this.analysis;
    const { span: passage, turn } = this.analysis.passageAt(start) as Passage;
    const speaker = turn?.speaker && this.speakers.get(turn.speaker.id);
    const from = Math.max(passage.start, start - BEFORE_MENTION);
    const to = Math.min(passage.end, from + EXCERPT);
    const line = text.lineAt(start);
    return {
      start,
      end,
      line,
      character: start - text.startOf(line),
      passage: this.passages.get(passage) as number,
      ...(speaker !== undefined && { speaker }),
      // Unit by unit, so that the mention keeps its place.
      excerpt: text.slice({ start: from, end: to }).replace(/\s/g, ' '),
      at: start - from,
    };
  }
}

/** A title as it is shown: on one line, without marks. */
export function titleShown(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  return line.slice(0, LONGEST_TITLE).replace(TITLE_MARKS, '');
}
