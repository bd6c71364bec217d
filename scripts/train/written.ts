import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { TaggedType } from '../../src/core/entities/tagger/labels';
import { labelled, type LabelledPassage } from './data';

const FOLDER = 'scripts/train/written';
const NAME = /\[([POLM]) ([^[\]]+)\]/g;
const TYPES: Record<string, TaggedType> = { P: 'PERSON', O: 'ORG', L: 'PLACE', M: 'MISC' };

/**
 * The passages that were written for the tagger to learn from, one a line, in which names stand as
 * `[P Anna Berg]`: persons, organisations, places (L) and whatever else is named (M).
 */
export function readWritten(): LabelledPassage[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(path.join(FOLDER, file), 'utf8').split('\n').filter(Boolean);
      return lines.map((line, at) => passageOf(`${file}:${at + 1}`, line));
    });
}

function passageOf(document: string, line: string): LabelledPassage {
  let text = '';
  let read = 0;
  const names = [...line.matchAll(NAME)].map(({ 0: marked, 1: tag = '', 2: name = '', index }) => {
    text += line.slice(read, index);
    read = index + marked.length;
    const start = text.length;
    text += name;
    return { start, end: text.length, type: TYPES[tag] as TaggedType };
  });
  text += line.slice(read);
  return { document, genre: undefined, ...labelled(text, names, []) };
}
