import type { Knowledge } from '../../src/core/analysis';
import type { CorpusDocument } from '../../src/core/corpus/merge';
import { filteringTopics } from '../../src/core/corpus/filterTopics';
import { NO_INTERVIEW, type TouchedPassage } from '../../src/core/corpus/model';
import { TopicCounter } from '../../src/core/corpus/topics';
import { TopicMatcher } from '../../src/core/topics/matcher';
import type { Taxonomy } from '../../src/core/topics/model';
import { parseTaxonomy } from '../../src/core/topics/taxonomy';
import { generateInterview } from '../../test/bench/generate';
import type { Table } from './table';

const TERMS = 5000;
const TOPICS = 100;
const DOCUMENTS = 1000;
const PASSAGES = 100;

/** A taxonomy of 5,000 terms, every third made of words of the text: phrases, beginnings, NEAR. */
export function largeTaxonomy(text: string): Taxonomy {
  const words = [...new Set(text.match(/\p{L}{3,}/gu))];
  const word = (index: number) =>
    index % 3 === 0 ? (words[(index * 7) % words.length] ?? 'word') : `w${index.toString(36)}x`;
  const term = (index: number) => {
    const phrase = Array.from({ length: 1 + (index % 3) }, (_, at) => word(index + at));
    if (index % 20 === 1) return `${phrase.join(' ')}*`;
    return index % 25 === 2 ? `${phrase.join(' ')} NEAR/5 ${word(index + 9)}` : phrase.join(' ');
  };
  const topics = Array.from({ length: TOPICS }, (_, topic) => ({
    label: `Topic ${topic}`,
    terms: Array.from({ length: TERMS / TOPICS }, (__, at) => term(topic + at * TOPICS)),
  }));
  const { taxonomy } = parseTaxonomy(JSON.stringify(topics));
  if (!taxonomy) throw new Error('The large taxonomy is broken.');
  return taxonomy;
}

/** The knowledge of a bench, with 5,000 terms. */
export function withLargeTaxonomy(known: Knowledge, text: string): Knowledge {
  return { ...known, matcher: TopicMatcher.compile(largeTaxonomy(text)) };
}

/** What the Topics view costs over 1,000 documents with 100,000 passages. */
export function topicTree(): Table[] {
  const taxonomy = largeTaxonomy(generateInterview(1_000_000));
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => document(index));
  const counter = new TopicCounter(taxonomy);
  const rows: Record<string, string>[] = [];
  const timed = <T>(what: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    rows.push({ what, ms: (performance.now() - start).toFixed(1) });
    return result;
  };
  timed('counted at first', () => driven(counter.counting(documents)));
  const [first, ...others] = documents;
  const changed = [{ uri: first?.uri ?? '', summary: document(7).summary }, ...others];
  const counts = timed('counted after a change of one', () => driven(counter.counting(changed)));
  const [topic] = taxonomy.topics;
  if (!topic) return [];
  timed('a topic opened', () => counts.placesOf(topic.id));
  timed('a topic’s card', () => [counts.speakersOf(topic.id), counts.companionsOf(topic)]);
  timed('filtered', () => driven(filteringTopics(documents, taxonomy, 'words 17')));
  const note = `Over ${DOCUMENTS} documents with ${DOCUMENTS * PASSAGES} passages, and a taxonomy of ${TERMS} terms, by the clock.`;
  return [{ title: 'The Topics view over a folder', note, rows }];
}

function document(index: number): CorpusDocument {
  const passages = Array.from({ length: PASSAGES }, (_, at): TouchedPassage => {
    const start = at * 300;
    const touches = [at, at * 7 + index].map((topic) => ({
      topicId: `topic-${topic % TOPICS}`,
      start: start + 20,
      end: start + 30,
      hits: 1,
    }));
    const excerpt = `Words of passage ${at} in document ${index}, as many as are shown of it.`;
    return {
      start,
      end: start + 280,
      line: at * 2,
      speaker: at % 2,
      from: start,
      excerpt,
      touches,
    };
  });
  const speakers = ['Asker', `Answerer ${index % 50}`].map((name) => ({
    name,
    label: name,
    role: 'other' as const,
    turns: 1,
    span: { start: 0, end: 1 },
    line: 0,
  }));
  const summary = {
    ...NO_INTERVIEW,
    isInterview: true,
    title: `Interview ${index}`,
    speakers,
    passages,
  };
  return { uri: `file:///folder/${index}.txt`, summary };
}

function driven<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
