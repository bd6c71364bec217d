import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { examine, type Sentence } from '../../src/core/claims/sentence';

/** A sentence that was read and labelled; the letters are explained in `claims/guidelines.md`. */
export interface LabelledSentence {
  readonly sentence: Sentence;
  readonly letters: string;
}

/** Sentences that we wrote: `letters TAB sentence`, one a line. */
export function readWritten(file: string): LabelledSentence[] {
  return lines(file).map((line) => {
    const [letters = '', text = ''] = line.split('\t');
    return { sentence: examine(text), letters };
  });
}

/**
 * Labelled sentences of texts that stay where they are: after a line `@ TAB document TAB sha256` come
 * its sentences, `start TAB end TAB letters`. A document is a file in `folder`, or a line of one
 * (`set.jsonl#id`).
 *
 * @throws if a document is not the one that was labelled
 */
export function readLabels(file: string, folder: string): LabelledSentence[] {
  const sets = new Map<string, Map<string, string>>();
  let text = '';
  return lines(file).flatMap((line) => {
    const [first = '', second = '', third = ''] = line.split('\t');
    if (first === '@') {
      text = documentText(second, folder, sets);
      if (createHash('sha256').update(text).digest('hex') !== third)
        throw new Error(`${second} is not the text that was labelled.`);
      return [];
    }
    return [{ sentence: examine(text.slice(Number(first), Number(second))), letters: third }];
  });
}

function documentText(
  document: string,
  folder: string,
  sets: Map<string, Map<string, string>>,
): string {
  const [file = '', id] = document.split('#');
  if (id === undefined) return readFileSync(path.join(folder, file), 'utf8');
  const set = sets.get(file) ?? readSet(path.join(folder, file));
  sets.set(file, set);
  return set.get(id) ?? '';
}

function readSet(file: string): Map<string, string> {
  const documents = lines(file).map((line) => JSON.parse(line) as { id: string; text: string });
  return new Map(documents.map(({ id, text }) => [id, text]));
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
