import type { Analysis, Knowledge } from '../analysis';
import type { Entity, Mention } from '../entities/model';
import type { Interview, Turn } from '../interview/model';
import type { Span } from '../text/span';
import { analysing } from './analysing';
import {
  NO_INTERVIEW,
  SUMMARY_VERSION,
  type DocumentSummary,
  type EntitySummary,
  type MentionSummary,
  type SpeakerSummary,
} from './model';

/** Units of text shown before a mention, and in all. */
const BEFORE_MENTION = 20;
const EXCERPT = 64;
const LONGEST_TITLE = 200;

/** Analyses a text and sums it up, in the steps of {@link analysing}. */
export function* summarising(
  text: string,
  knowledge: Knowledge,
): Generator<undefined, DocumentSummary> {
  return summaryOf(yield* analysing(text, knowledge));
}

/** The summary of an analysed document. */
export function summaryOf(analysis: Analysis): DocumentSummary {
  const { interview, text } = analysis;
  if (!interview.recognition.isInterview) return NO_INTERVIEW;
  const { title } = interview;
  const speakers = speakersOf(analysis);
  return {
    version: SUMMARY_VERSION,
    isInterview: true,
    ...(title && { title: onOneLine(text.slice(title)).slice(0, LONGEST_TITLE) }),
    turns: interview.turns.length,
    speakers,
    entities: new EntitySummaries(analysis).all(),
    claims: analysis.claims().length,
    topics: Object.fromEntries(
      [...analysis.topics()].map(([id, passages]) => [id, passages.length]),
    ),
  };
}

function speakersOf({ interview, text, entities }: Analysis): SpeakerSummary[] {
  const { bySpeaker } = entities();
  const turnsOf = turnsBySpeaker(interview);
  return interview.speakers.flatMap(({ id, name, label, role, description }) => {
    const turns = turnsOf.get(id);
    const first = turns?.[0];
    if (!first) return [];
    const entityId = bySpeaker.get(id)?.id;
    return [
      {
        name,
        label,
        role,
        ...(description !== undefined && { description }),
        turns: turns.length,
        ...(entityId !== undefined && { entityId }),
        span: { start: first.span.start, end: first.span.end },
        line: text.lineAt(first.span.start),
      },
    ];
  });
}

/** Only of speakers who have turns. */
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

class EntitySummaries {
  private readonly speakers: ReadonlyMap<string, number>;
  private readonly passages: ReadonlyMap<Span, number>;

  constructor(private readonly analysis: Analysis) {
    const { interview } = analysis;
    const turnsOf = turnsBySpeaker(interview);
    const speaking = interview.speakers.filter(({ id }) => turnsOf.has(id));
    this.speakers = new Map(speaking.map(({ id }, index) => [id, index]));
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

  private mention({ span: { start, end } }: Mention): MentionSummary {
    const { text } = this.analysis;
    const passage = this.analysis.passageAt(start);
    const speaker = passage?.turn?.speaker && this.speakers.get(passage.turn.speaker.id);
    const from = Math.max(passage?.span.start ?? start, start - BEFORE_MENTION);
    const to = Math.min(passage?.span.end ?? end, from + EXCERPT);
    const line = text.lineAt(start);
    return {
      start,
      end,
      line,
      character: start - (text.starts[line] ?? 0),
      passage: passage ? (this.passages.get(passage.span) ?? -1) : -1,
      ...(speaker !== undefined && { speaker }),
      // Unit by unit, so that the mention stays where it is in it.
      excerpt: text.slice({ start: from, end: to }).replace(/\s/g, ' '),
      at: start - from,
    };
  }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
