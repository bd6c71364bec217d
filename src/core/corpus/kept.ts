import {
  SUMMARY_VERSION,
  type DocumentSummary,
  type EntitySummary,
  type MentionSummary,
} from './model';

/** A summary as it is kept from session to session. */
export interface Kept {
  readonly uri: string;
  /** When the file was last changed, in milliseconds since 1970, and its size in bytes. */
  readonly mtime: number;
  readonly size: number;
  /** A hash of everything beside the text that the summary was made with. */
  readonly knowledge: string;
  /** A hash of the text and of the knowledge that can matter to it. */
  readonly key: string;
  /** A hash of the taxonomy that its topics were counted by. */
  readonly taxonomy: string;
  readonly summary: DocumentSummary;
}

/** The number of files in which summaries are kept: each is small enough to be read and written in one go. */
export const SHARDS = 128;

/** Mentions make up most of a summary: without the names of their fields they take half the space. */
type PackedMention = readonly [
  start: number,
  end: number,
  line: number,
  character: number,
  passage: number,
  /** -1 for nobody. */
  speaker: number,
  at: number,
  excerpt: string,
];

interface Packed extends Omit<Kept, 'summary'> {
  readonly summary: Omit<DocumentSummary, 'entities'> & {
    readonly entities: readonly (Omit<EntitySummary, 'mentions'> & {
      readonly mentions: readonly PackedMention[];
    })[];
  };
}

/** The shard that a document's summary is kept in (FNV-1a over UTF-16 units). */
export function shardOf(uri: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < uri.length; index++) {
    hash = Math.imul(hash ^ uri.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
}

export function writeShard(kept: readonly Kept[]): string {
  return JSON.stringify({ version: SUMMARY_VERSION, kept: kept.map(packed) });
}

/** What can be used of a shard; nothing of one that is broken, or of another version. Never throws. */
export function readShard(text: string): Kept[] {
  const shard = parsed(text);
  if (shard?.version !== SUMMARY_VERSION || !Array.isArray(shard.kept)) return [];
  return shard.kept.filter(isKept).map(unpacked);
}

function parsed(text: string): { version?: unknown; kept?: unknown } | null | undefined {
  try {
    return JSON.parse(text) as ReturnType<typeof parsed>;
  } catch {
    return undefined;
  }
}

/** The file is our own, so that it is enough to check that it is whole. */
function isKept(value: unknown): value is Packed {
  const kept = value as Partial<Packed> | null;
  return (
    typeof kept?.uri === 'string' &&
    typeof kept.key === 'string' &&
    kept.summary?.version === SUMMARY_VERSION &&
    Array.isArray(kept.summary.entities) &&
    Array.isArray(kept.summary.speakers) &&
    Array.isArray(kept.summary.passages) &&
    Array.isArray(kept.summary.made)
  );
}

function packed(kept: Kept): Packed {
  const entities = kept.summary.entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.map(packedMention),
  }));
  return { ...kept, summary: { ...kept.summary, entities } };
}

function packedMention(mention: MentionSummary): PackedMention {
  const { start, end, line, character, passage, speaker = -1, at, excerpt } = mention;
  return [start, end, line, character, passage, speaker, at, excerpt];
}

function unpacked(kept: Packed): Kept {
  const entities = kept.summary.entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.map(unpackedMention),
  }));
  return { ...kept, summary: { ...kept.summary, entities } };
}

function unpackedMention(packed: PackedMention): MentionSummary {
  const [start, end, line, character, passage, speaker, at, excerpt] = packed;
  const placed = { start, end, line, character, passage, at, excerpt };
  return speaker < 0 ? placed : { ...placed, speaker };
}
