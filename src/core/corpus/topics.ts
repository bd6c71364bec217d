import { surfaceKey } from '../entities/surface';
import type { Taxonomy, Topic } from '../topics/model';
import type { CorpusDocument } from './merge';
import type { SpeakerSummary, TopicTouch, TouchedPassage } from './model';

/** A passage that touches a topic, with its document and the way it does. */
export interface TopicPlace {
  readonly document: CorpusDocument;
  readonly passage: TouchedPassage;
  readonly touch: TopicTouch;
}

/** How much of the documents touches a topic or one below it. */
export interface TopicCount {
  readonly passages: number;
  /** People of the same name in two documents count as one. */
  readonly speakers: number;
  readonly documents: number;
}

export interface SpeakerCount {
  readonly name: string;
  readonly passages: number;
}

const NOTHING: TopicCount = { passages: 0, speakers: 0, documents: 0 };

/** A document’s part in the count of a topic with all below it. */
interface Part {
  readonly passages: readonly number[];
  readonly speakers: readonly string[];
}

type Parts = ReadonlyMap<string, Part>;

/**
 * Counts topics over documents, as long as the taxonomy is the same. The counts of each document are kept
 * with its summary, so that a change of one costs little.
 */
export class TopicCounter {
  private readonly known = new WeakMap<CorpusDocument['summary'], Parts>();
  private readonly ancestors = new Map<string, readonly string[]>();

  constructor(readonly taxonomy: Taxonomy) {
    const note = (topic: Topic, above: readonly string[]) => {
      const path = [...above, topic.id];
      this.ancestors.set(topic.id, path);
      for (const child of topic.children) note(child, path);
    };
    for (const topic of taxonomy.topics) note(topic, []);
  }

  /** The counts of all topics that are touched, by id, in steps of a document. */
  *counting(documents: readonly CorpusDocument[]): Generator<undefined, TopicCounts> {
    const sums = new Map<string, { passages: number; documents: number; speakers: Set<string> }>();
    for (const { summary } of documents) {
      yield;
      for (const [id, { passages, speakers }] of this.partsOf(summary)) {
        const sum = sums.get(id) ?? { passages: 0, documents: 0, speakers: new Set<string>() };
        sums.set(id, sum);
        sum.passages += passages.length;
        sum.documents++;
        for (const speaker of speakers) sum.speakers.add(speaker);
      }
    }
    const counts = new Map<string, TopicCount>();
    for (const [id, { passages, documents: count, speakers }] of sums) {
      counts.set(id, { passages, documents: count, speakers: speakers.size });
    }
    return new TopicCounts(documents, counts, (summary) => this.partsOf(summary));
  }

  private partsOf(summary: CorpusDocument['summary']): Parts {
    const known = this.known.get(summary);
    if (known) return known;
    const keys = summary.speakers.map(({ name }) => surfaceKey(name));
    const parts = new Map<string, { passages: number[]; speakers: Set<string> }>();
    summary.passages.forEach(({ touches, speaker }, index) => {
      const ids = new Set(touches.flatMap(({ topicId }) => this.ancestors.get(topicId) ?? []));
      for (const id of ids) {
        const part = parts.get(id) ?? { passages: [], speakers: new Set<string>() };
        parts.set(id, part);
        part.passages.push(index);
        const key = speaker === undefined ? undefined : keys[speaker];
        if (key !== undefined) part.speakers.add(key);
      }
    });
    const made = new Map(
      [...parts].map(([id, { passages, speakers }]) => [id, { passages, speakers: [...speakers] }]),
    );
    this.known.set(summary, made);
    return made;
  }
}

/** How documents touch each topic: counts at once, passages when they are asked for. */
export class TopicCounts {
  constructor(
    readonly documents: readonly CorpusDocument[],
    private readonly counts: ReadonlyMap<string, TopicCount>,
    private readonly partsOf: (summary: CorpusDocument['summary']) => Parts,
  ) {}

  /** The number of topics that are touched. */
  get touched(): number {
    return this.counts.size;
  }

  of(topicId: string): TopicCount {
    return this.counts.get(topicId) ?? NOTHING;
  }

  /** The passages that touch the topic itself, in the order of documents and text. */
  placesOf(topicId: string): TopicPlace[] {
    return this.below(topicId, (id) => id === topicId);
  }

  /** Who speaks of a topic or one below it, the most frequent first; passages without a speaker don’t count. */
  speakersOf(topicId: string): SpeakerCount[] {
    const counts = new Map<string, { name: string; passages: number }>();
    this.each(topicId, ({ summary }, { speaker }) => {
      const name = speaker === undefined ? undefined : summary.speakers[speaker]?.name;
      if (name === undefined) return;
      const key = surfaceKey(name);
      const known = counts.get(key);
      if (known) known.passages++;
      else counts.set(key, { name, passages: 1 });
    });
    return [...counts.values()].sort((a, b) => b.passages - a.passages);
  }

  /** The topics that share passages with a topic or those below it, the most frequent first. */
  companionsOf(topic: Topic): { readonly topicId: string; readonly passages: number }[] {
    const own = idsBelow(topic);
    const counts = new Map<string, number>();
    this.each(topic.id, (_, { touches }) => {
      const others = new Set(touches.map(({ topicId }) => topicId).filter((id) => !own.has(id)));
      for (const id of others) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return [...counts]
      .map(([topicId, passages]) => ({ topicId, passages }))
      .sort((a, b) => b.passages - a.passages);
  }

  /** The passages that touch a topic or one below it, each once: by its first touch of them. */
  placesBelow(topic: Topic): TopicPlace[] {
    const own = idsBelow(topic);
    return this.below(topic.id, (id) => own.has(id));
  }

  private below(topicId: string, isMeant: (id: string) => boolean): TopicPlace[] {
    const places: TopicPlace[] = [];
    this.each(topicId, (document, passage) => {
      const touch = passage.touches.find((one) => isMeant(one.topicId));
      if (touch) places.push({ document, passage, touch });
    });
    return places;
  }

  private each(
    topicId: string,
    visit: (document: CorpusDocument, passage: TouchedPassage) => void,
  ): void {
    for (const document of this.documents) {
      const { summary } = document;
      for (const index of this.partsOf(summary).get(topicId)?.passages ?? []) {
        visit(document, summary.passages[index] as TouchedPassage);
      }
    }
  }
}

/** Who speaks in a place; undefined if nobody does. */
export function speakerOf({ document, passage }: TopicPlace): SpeakerSummary | undefined {
  return passage.speaker === undefined ? undefined : document.summary.speakers[passage.speaker];
}

function idsBelow(topic: Topic): Set<string> {
  const ids = new Set<string>();
  const note = ({ id, children }: Topic) => {
    ids.add(id);
    children.forEach(note);
  };
  note(topic);
  return ids;
}
