import type { Gazetteer } from '../../src/core/entities/gazetteer';
import {
  labelOf,
  OUTSIDE,
  positionOfLabel,
  typeOfLabel,
  type TaggedType,
} from '../../src/core/entities/tagger/labels';
import { isTitle as isTitleWord } from '../../src/core/entities/recogniser';
import type { Span } from '../../src/core/text/span';
import type { LabelledPassage } from './data';

/** The tokens from `start` up to, not including, `end`, which name something. */
interface Name extends Span {
  readonly type: TaggedType;
}

/**
 * Labels as the target’s sets have them: titles in capitals belong to the person (`President Anna
 * Berg`), articles don’t belong to the name, a nationality is a name only as a noun.
 */
export function inConvention(passage: LabelledPassage, gazetteer: Gazetteer): LabelledPassage {
  const { tokens } = passage;
  const labels = [...passage.labels];
  for (const name of namesOf(passage.labels)) {
    if (name.type === 'PERSON')
      write(labels, { ...name, start: startOfTitles(tokens, labels, name) });
    else if (isNationality(tokens, name, gazetteer)) write(labels, asNationality(tokens, name));
    else if (isArticle(tokens, name)) write(labels, { ...name, start: name.start + 1 }, name.start);
  }
  return { ...passage, labels };
}

function namesOf(labels: readonly number[]): Name[] {
  const names: Name[] = [];
  labels.forEach((label, start) => {
    const position = label > OUTSIDE ? positionOfLabel(label) : undefined;
    if (position !== 'begin' && position !== 'single') return;
    let end = start + 1;
    if (position === 'begin') while (positionOfLabel(labels[end - 1] ?? OUTSIDE) !== 'end') end++;
    names.push({ start, end, type: typeOfLabel(label) as TaggedType });
  });
  return names;
}

function write(labels: number[], { start, end, type }: Name, from = start): void {
  labels.fill(OUTSIDE, from, start);
  for (let at = start; at < end; at++) {
    const isFirst = at === start;
    const isLast = at === end - 1;
    const position = isFirst ? (isLast ? 'single' : 'begin') : isLast ? 'end' : 'inside';
    labels[at] = labelOf(type, position);
  }
}

function startOfTitles(tokens: readonly string[], labels: readonly number[], name: Name): number {
  let start = name.start;
  for (;;) {
    const at = tokens[start - 1] === '.' ? start - 2 : start - 1;
    if (labels[at] !== OUTSIDE || labels[start - 1] !== OUTSIDE) return start;
    if (!isTitle(tokens[at] ?? '')) return start;
    start = at;
  }
}

function isTitle(token: string): boolean {
  return token.toLowerCase() !== token && isTitleWord(token);
}

function isArticle(tokens: readonly string[], { start, end }: Name): boolean {
  return end - start > 1 && tokens[start]?.toLowerCase() === 'the';
}

function isNationality(
  tokens: readonly string[],
  { start, end }: Name,
  { demonyms, countries }: Gazetteer,
): boolean {
  const lower = tokens[start]?.toLowerCase() ?? '';
  if (end - start > 1 || countries.has(lower)) return false;
  return demonyms.has(lower) || demonyms.has(lower.replace(/s$/, ''));
}

/** `the Afghans` and `the Afghan, who` are names; `the Afghan team` contains none. */
function asNationality(tokens: readonly string[], { start, end }: Name): Name {
  const isNoun = tokens[start]?.endsWith('s') === true || !/^\p{L}/u.test(tokens[end] ?? '');
  return isNoun ? { start, end, type: 'MISC' } : { start: end, end, type: 'MISC' };
}
