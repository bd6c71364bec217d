import type { Candidate, EntityType, Recogniser } from '../../../src/core/entities/model';
import { message } from '../../../src/core/message';

const TYPES: Record<string, EntityType> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  w: 'work',
  e: 'event',
  g: 'group',
};

/** Finds what is marked: `[o:Ministry of Defence]`; the marks are no part of the text. */
export function markedRecogniser(marked: string): { text: string; recogniser: Recogniser } {
  const candidates: Candidate[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\[(\w):([^\]]+)\]/g)) {
    text += marked.slice(last, match.index);
    const start = text.length;
    text += match[2] ?? '';
    const type = TYPES[match[1] ?? ''] ?? 'other';
    candidates.push({ start, end: text.length, type, certainty: 1, why: message('It is marked.') });
    last = match.index + match[0].length;
  }
  text += marked.slice(last);
  return { text, recogniser: () => candidates };
}
