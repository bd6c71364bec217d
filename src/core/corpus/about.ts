import { surfaceKey } from '../entities/surface';
import type { Corpus, CorpusEntity } from './merge';

/** A speaker with how often they mention an entity, over all documents. */
export interface Mentioning {
  readonly name: string;
  readonly mentions: number;
}

/** An entity that occurs with another one in so many passages. */
export interface Companion {
  readonly entity: CorpusEntity;
  readonly passages: number;
}

/** Who mentions an entity, the most first; the same name in two documents is one speaker. */
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

/** What occurs in the same passages as an entity, the most often first. */
export function companionsOf(entity: CorpusEntity, corpus: Corpus): Companion[] {
  const counts = new Map<CorpusEntity, number>();
  for (const { document, entity: own } of entity.appearances) {
    const passages = new Set(own.mentions.map(({ passage }) => passage));
    for (const other of document.summary.entities) {
      const companion = corpus.find(document.uri, other.id);
      if (!companion || companion === entity) continue;
      const shared = new Set(
        other.mentions.flatMap(({ passage }) => (passages.has(passage) ? [passage] : [])),
      );
      if (shared.size > 0) counts.set(companion, (counts.get(companion) ?? 0) + shared.size);
    }
  }
  return [...counts]
    .map(([companion, passages]) => ({ entity: companion, passages }))
    .sort((a, b) => b.passages - a.passages || (a.entity.name < b.entity.name ? -1 : 1));
}
