import { GUARD_WORDS, FILLERS } from './guardWords';

/** A stretch of words that is in both texts, only in the old one, or only in the new one. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Whether a change of words may change what they say. `slight`: punctuation, capitals, fillers,
 * a letter within a longer word. Everything else is `meaning`, and so is what is in doubt.
 */
export type Grade = 'slight' | 'meaning';

export interface Difference {
  /** How much of both texts is the same, from 0 to 1, by the letters of their words. */
  readonly similarity: number;
  /** Undefined if no word differs, and no punctuation. */
  readonly grade: Grade | undefined;
  readonly parts: readonly Part[];
}

/** Words, each ideograph by itself, and each mark of punctuation. */
const TOKEN =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|[^\s\p{C}]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Once what is the same at both ends is set aside, longer middles are not compared word by word. */
const MOST_TOKENS = 300;

/** A mark of punctuation counts as this much of a letter. */
const MARK_WEIGHT = 0.05;

interface Token {
  readonly text: string;
  /** In small letters, with straight apostrophes and one kind of hyphen. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** What became of some words: what is the same, what was removed and added, and whether it matters. */
export function difference(was: string, now: string): Difference {
  const [before, after] = [tokens(was), tokens(now)];
  const pairs = common(before, after);
  const same = pairs.reduce((sum, [token]) => sum + weight(token), 0);
  const all = [...before, ...after].reduce((sum, token) => sum + weight(token), 0);
  const hunks = hunksOf(before, after, pairs);
  const grades = hunks.map((hunk) => gradeOf(hunk, before, after));
  return {
    similarity: all === 0 ? 1 : (2 * same) / all,
    grade: grades.includes('meaning') ? 'meaning' : grades[0],
    parts: partsOf(was, now, before, after, hunks),
  };
}

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    key: token
      .toLowerCase()
      .normalize('NFC')
      .replace(/’/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/‑/g, '-'),
    start: index,
    end: index + token.length,
    isWord: WORD.test(token),
  }));
}

function weight({ text, isWord }: Token): number {
  return isWord ? text.length : MARK_WEIGHT;
}

/** The tokens that both have, in order: a longest common subsequence by weight, as pairs of places. */
function common(before: readonly Token[], after: readonly Token[]): [Token, number, number][] {
  let head = 0;
  while (head < before.length && head < after.length && isAlike(before[head], after[head])) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && isAlike(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const rows = before.slice(head, before.length - tail);
  const columns = after.slice(head, after.length - tail);
  const pairs: [Token, number, number][] = [];
  for (let at = 0; at < head; at++) pairs.push([before[at] as Token, at, at]);
  if (rows.length <= MOST_TOKENS && columns.length <= MOST_TOKENS) {
    for (const [row, column] of longest(rows, columns)) {
      pairs.push([rows[row] as Token, head + row, head + column]);
    }
  }
  for (let at = tail; at > 0; at--) {
    pairs.push([before.at(-at) as Token, before.length - at, after.length - at]);
  }
  return pairs;
}

function isAlike(a: Token | undefined, b: Token | undefined): boolean {
  return a?.key === b?.key;
}

function longest(rows: readonly Token[], columns: readonly Token[]): [number, number][] {
  const width = columns.length + 1;
  const best = new Float32Array((rows.length + 1) * width);
  for (let row = rows.length - 1; row >= 0; row--) {
    const token = rows[row] as Token;
    for (let column = columns.length - 1; column >= 0; column--) {
      const skip = Math.max(
        best[(row + 1) * width + column] as number,
        best[row * width + column + 1] as number,
      );
      const both = isAlike(token, columns[column])
        ? weight(token) + (best[(row + 1) * width + column + 1] as number)
        : 0;
      best[row * width + column] = Math.max(skip, both);
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows.length && column < columns.length;) {
    const here = best[row * width + column] as number;
    if (here === best[(row + 1) * width + column]) row++;
    else if (here === best[row * width + column + 1]) column++;
    else pairs.push([row++, column++]);
  }
  return pairs;
}

/** Places of tokens, half-open: what was removed, and what was added instead. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly addedFrom: number;
  readonly addedTo: number;
}

function hunksOf(
  before: readonly Token[],
  after: readonly Token[],
  pairs: readonly [Token, number, number][],
): Hunk[] {
  const hunks: Hunk[] = [];
  let [from, addedFrom] = [0, 0];
  for (const [to, addedTo] of [
    ...pairs.map(([, a, b]) => [a, b] as const),
    [before.length, after.length] as const,
  ]) {
    if (to > from || addedTo > addedFrom) hunks.push({ from, to, addedFrom, addedTo });
    [from, addedFrom] = [to + 1, addedTo + 1];
  }
  return hunks;
}

function gradeOf(
  { from, to, addedFrom, addedTo }: Hunk,
  before: readonly Token[],
  after: readonly Token[],
): Grade {
  const removed = before.slice(from, to).filter(({ isWord }) => isWord);
  const added = after.slice(addedFrom, addedTo).filter(({ isWord }) => isWord);
  const changed = [...removed, ...added];
  // What has a capital after the first word is a name.
  const names = [...named(before, from, to), ...named(after, addedFrom, addedTo)];
  if (names.length > 0 || changed.some(saysMuch)) return 'meaning';
  const joined = (words: readonly Token[]) =>
    words
      .map(({ key }) => key)
      .join('')
      .replace(/[-']/g, '');
  if (joined(removed) === joined(added)) return 'slight';
  if (changed.every(({ key }) => FILLERS.has(key))) return 'slight';
  const [old, fresh] = [removed[0], added[0]];
  const isOne = removed.length === 1 && added.length === 1;
  return isOne && old && fresh && isSpelling(old.key, fresh.key) ? 'slight' : 'meaning';
}

function named(all: readonly Token[], from: number, to: number): Token[] {
  return all.slice(from, to).filter(({ text }, index) => from + index > 0 && /^\p{Lu}/u.test(text));
}

/** Numbers, negations and words of probability are never a slight change. */
function saysMuch({ key }: Token): boolean {
  return /\p{N}/u.test(key) || GUARD_WORDS.has(key) || /n't$/.test(key);
}

/** Shorter words differ too little from others for a spelling mistake to be told from another word. */
const SHORTEST_SPELT = 5;

/** Whether two words differ by one letter within, or two that changed places: `recieve`, `receive`. */
function isSpelling(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_SPELT || Math.abs(a.length - b.length) > 1)
    return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  // A difference at an end may be a negating prefix or an inflection.
  if (head === 0 || tail === 0) return false;
  const [old, fresh] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return Math.max(old.length, fresh.length) === 1 || old === [...fresh].reverse().join('');
}

function partsOf(
  was: string,
  now: string,
  before: readonly Token[],
  after: readonly Token[],
  hunks: readonly Hunk[],
): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to, addedFrom, addedTo } of hunks) {
    const start = after[addedFrom]?.start ?? now.length;
    const removed = slice(was, before, from, to);
    const added = slice(now, after, addedFrom, addedTo);
    const stop = added === '' ? (after[addedFrom - 1]?.end ?? 0) : start;
    push(parts, 'same', now.slice(at, stop));
    push(parts, 'removed', removed);
    push(parts, 'added', added);
    at = added === '' ? stop : (after[addedTo - 1]?.end ?? start);
  }
  push(parts, 'same', now.slice(at));
  return parts;
}

function slice(text: string, all: readonly Token[], from: number, to: number): string {
  const [first, last] = [all[from], all[to - 1]];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

function push(parts: Part[], kind: Part['kind'], text: string): void {
  if (text !== '') parts.push({ kind, text });
}
