import type { Analysis } from '../analysis';
import { CLAIM_KINDS, ESTIMATIVE_TERMS } from '../claims/model';
import type { ShownClaim } from '../claims/shown';
import type { Turn } from '../interview/model';
import type { Span } from '../text/span';
import type { TopicPassage } from '../topics/count';
import { allTopics, type Topic } from '../topics/model';
import type { Band, Matrix, Overview, Place } from './model';
import { indexed, mostCounted, Tally, Together } from './tally';

/** Into so many parts all that is said is divided. */
export const PARTS = 20;
const MOST_TOPICS = 24;
const MOST_SPEAKERS = 12;
const MOST_ENTITIES = 14;

/** What is drawn of one interview. */
export interface DocumentView {
  readonly uri: string;
  readonly analysis: Analysis;
  /** Detected claims and those made or changed by hand, without the dismissed. */
  readonly claims: readonly ShownClaim[];
  /** The passages that touch each topic, by its id: found, or said so by hand. */
  readonly touched: ReadonlyMap<string, readonly TopicPassage[]>;
  readonly taxonomy: readonly Topic[];
}

/** The overview of one interview. */
export function documentOverview(view: DocumentView): Overview {
  const { uri, analysis, claims, touched, taxonomy } = view;
  const speech = new Speech(analysis);
  const topics = touchedTopics(taxonomy, touched);
  return {
    documents: [uri],
    band: speech.band(),
    topicsAlong: topicsAlong(topics, speech),
    topicsBySpeaker: topicsBySpeaker(topics, speech),
    claims: claimsByLikelihood(claims, speech),
    together: entitiesTogether(analysis, speech),
  };
}

/** All that is said in an interview, as one stretch. */
class Speech {
  /** Where each turn begins in it, and the whole of it, in UTF-16 units. */
  private readonly starts: readonly number[];
  private readonly total: number;

  constructor(private readonly analysis: Analysis) {
    let total = 0;
    this.starts = analysis.interview.turns.map((turn) => {
      const start = total;
      total += spoken(turn);
      return start;
    });
    this.total = Math.max(1, total);
  }

  place({ start, end }: Span): Place {
    return { document: 0, start, end, line: this.analysis.text.lineAt(start) };
  }

  /** In which of {@link PARTS} a passage of a turn begins. */
  part(turn: Turn, passage: Span): number {
    const before = turn.paragraphs.filter(({ start }) => start < passage.start);
    const said = before.reduce((sum, { start, end }) => sum + end - start, 0);
    const at = ((this.starts[turn.index] as number) + said) / this.total;
    return Math.min(PARTS - 1, Math.floor(at * PARTS));
  }

  band(): Band {
    const { speakers, turns } = this.analysis.interview;
    const places = indexed(speakers.map(({ id }) => id));
    const said = speakers.map(() => ({ turns: 0, units: 0 }));
    const stretches = turns.flatMap((turn) => {
      const speaker = turn.speaker && places.get(turn.speaker.id);
      const own = speaker === undefined ? undefined : said[speaker];
      if (speaker === undefined || !own) return [];
      own.turns++;
      own.units += spoken(turn);
      const from = this.starts[turn.index] as number;
      return [
        {
          speaker,
          from: from / this.total,
          to: (from + spoken(turn)) / this.total,
          place: this.place(turn.span),
        },
      ];
    });
    return {
      speakers: speakers.map(({ name, role }, index) => {
        const { turns: count = 0, units = 0 } = said[index] ?? {};
        return { name, role, turns: count, share: units / this.total };
      }),
      turns: stretches,
    };
  }
}

function spoken({ paragraphs }: Turn): number {
  return paragraphs.reduce((sum, { start, end }) => sum + end - start, 0);
}

interface TouchedTopic {
  readonly label: string;
  readonly passages: readonly TopicPassage[];
}

/** The topics that are spoken of most, in the order of the taxonomy. */
function touchedTopics(
  taxonomy: readonly Topic[],
  touched: ReadonlyMap<string, readonly TopicPassage[]>,
): TouchedTopic[] {
  const spoken = new Map([...touched].map(([id, all]) => [id, all.filter(({ turn }) => turn)]));
  const counts = new Map([...spoken].map(([id, { length }]) => [id, length]));
  const most = new Set(mostCounted(counts, MOST_TOPICS));
  return [...allTopics(taxonomy)].flatMap(({ id, label }) => {
    const passages = spoken.get(id) ?? [];
    return passages.length > 0 && most.has(id) ? [{ label, passages }] : [];
  });
}

function topicsAlong(topics: readonly TouchedTopic[], speech: Speech): Matrix {
  const tally = new Tally();
  topics.forEach(({ passages }, row) => {
    for (const { turn, span, hits } of passages) {
      if (turn) tally.add(row, speech.part(turn, span), speech.place(hits[0] ?? span));
    }
  });
  return {
    rows: topics.map(({ label }) => label),
    columns: Array.from(
      { length: PARTS },
      (_, part) => `${Math.round((part / PARTS) * 100)}\u00a0%`,
    ),
    cells: tally.all(),
    isScale: true,
  };
}

function topicsBySpeaker(topics: readonly TouchedTopic[], speech: Speech): Matrix {
  const counts = new Map<string, number>();
  for (const { passages } of topics) {
    for (const { turn } of passages) {
      const name = turn?.speaker?.name;
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const columns = mostCounted(counts, MOST_SPEAKERS);
  const places = indexed(columns);
  const tally = new Tally();
  topics.forEach(({ passages }, row) => {
    for (const { turn, span, hits } of passages) {
      const column = turn?.speaker && places.get(turn.speaker.name);
      if (column !== undefined) tally.add(row, column, speech.place(hits[0] ?? span));
    }
  });
  return { rows: topics.map(({ label }) => label), columns, cells: tally.all() };
}

function claimsByLikelihood(claims: readonly ShownClaim[], speech: Speech): Matrix {
  const tally = new Tally();
  for (const claim of claims) {
    if (!claim.kind) continue;
    const term = claim.likelihood?.term;
    const column = term === undefined ? ESTIMATIVE_TERMS.length : ESTIMATIVE_TERMS.indexOf(term);
    tally.add(CLAIM_KINDS.indexOf(claim.kind), column, speech.place(claim));
  }
  return { rows: CLAIM_KINDS, columns: [...ESTIMATIVE_TERMS, ''], cells: tally.all() };
}

function entitiesTogether(analysis: Analysis, speech: Speech): Matrix {
  const entities = analysis.entities().entities.slice(0, MOST_ENTITIES);
  const together = new Together<Span>();
  entities.forEach(({ mentions }, index) => {
    for (const { span } of mentions) {
      const passage = analysis.passageAt(span.start)?.span;
      if (passage) together.note(passage, index, speech.place(span));
    }
  });
  return together.matrix(entities.map(({ name }) => name));
}
