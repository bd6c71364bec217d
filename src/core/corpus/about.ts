import { surfaceKey } from '../entities/surface';
import type { Corpus, CorpusDocument, CorpusEntity } from './merge';
import type { EntitySummary, SpeakerSummary } from './model';

/** A speaker, and how often they mention an entity in all documents. */
export interface Mentioning {
  readonly name: string;
  readonly mentions: number;
}

/** An entity, and in how many passages it occurs together with another one. */
export interface Companion {
  readonly entity: CorpusEntity;
  readonly passages: number;
}

/** A speaker in one document. */
export interface Speaking {
  readonly document: CorpusDocument;
  readonly speaker: SpeakerSummary;
}

/** Who mentions an entity, the most frequent first; the same name in two documents is one speaker. */
export function whoMentions({ appearances }: CorpusEntity): Mentioning[] {
  const counts = new Map<string, { name: string; mentions: number }>();
  for (const { document, entity } of appearances) {
    for (const { speaker } of entity.mentions) {
      const name = speaker === undefined ? undefined : document.summary.speakers[speaker]?.name;
      if (name === undefined) continue;
      const known = counts.get(surfaceKey(name));
      if (known) known.mentions++;
      else counts.set(surfaceKey(name), { name, mentions: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.mentions - a.mentions);
}

/** A card has to be there at once: only this many documents are looked at, those that mention an entity most. */
const MOST_LOOKED_AT = 200;

/** What occurs in the same passages as an entity, the most often first. */
export function companionsOf(entity: CorpusEntity, corpus: Corpus): Companion[] {
  const counts = new Map<CorpusEntity, number>();
  const appearances = [...entity.appearances]
    .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length)
    .slice(0, MOST_LOOKED_AT);
  for (const { document, entity: own } of appearances) {
    const passages = new Set(own.mentions.map(({ passage }) => passage));
    for (const other of document.summary.entities) {
      const shared = sharedPassages(other, passages);
      const companion = shared > 0 ? corpus.find(document.uri, other.id) : undefined;
      if (!companion || companion === entity) continue;
      counts.set(companion, (counts.get(companion) ?? 0) + shared);
    }
  }
  return [...counts]
    .map(([companion, passages]) => ({ entity: companion, passages }))
    .sort((a, b) => b.passages - a.passages || (a.entity.name < b.entity.name ? -1 : 1));
}

/** Mentions are in order of the text, so that those of one passage follow one another. */
function sharedPassages({ mentions }: EntitySummary, passages: ReadonlySet<number>): number {
  let shared = 0;
  let last: number | undefined;
  for (const { passage } of mentions) {
    if (passage !== last && passages.has(passage)) shared++;
    last = passage;
  }
  return shared;
}

/** Where somebody of a name speaks, in the order of the documents; nowhere for a single word, which may be anybody's. */
export function speakingIn(name: string, { documents }: Corpus): Speaking[] {
  const key = surfaceKey(name);
  if (!key.includes(' ')) return [];
  return documents.flatMap((document) => {
    const speaker = document.summary.speakers.find((one) => surfaceKey(one.name) === key);
    return speaker ? [{ document, speaker }] : [];
  });
}
