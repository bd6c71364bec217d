import { finished } from '../steps';

/**
 * A text reduced to what makes up its words: letters and digits, in lower case and without accents, no
 * white space and no punctuation. Wrapping, other line breaks, straightened quotes and reformatting
 * don't change it.
 */
export interface Folded {
  readonly units: Uint16Array;
  /** Offset in the original of each unit, and of the end. */
  readonly offsets: Uint32Array;
}

/** How many units are folded between two pauses. */
const SLICE = 1 << 16;

const UNKNOWN = 0;
const DROPPED = 0xffff;
/** White space, punctuation, signs of mark-up, invisible characters, and accents that stand alone. */
const NO_WORD = /[\p{Z}\p{P}\p{C}\p{M}`^~|<>=+$\s]/u;

/** Folds texts, and remembers how each character is folded. */
export class Folder {
  private readonly table = new Uint16Array(1 << 16);

  fold(text: string): Folded {
    return finished(this.steps(text));
  }

  /** As {@link fold}, with pauses. */
  *steps(text: string): Generator<undefined, Folded> {
    const folded = {
      units: new Uint16Array(text.length),
      offsets: new Uint32Array(text.length + 1),
    };
    let length = 0;
    for (let from = 0; from < text.length; from += SLICE) {
      if (from > 0) yield;
      length = this.slice(text, from, folded, length);
    }
    const { units, offsets } = folded;
    offsets[length] = text.length;
    return { units: units.subarray(0, length), offsets: offsets.subarray(0, length + 1) };
  }

  /**
   * Folds the units from `from` on.
   *
   * @param length how many have been folded so far
   * @returns how many have been folded then
   */
  private slice(text: string, from: number, { units, offsets }: Folded, length: number): number {
    const { table } = this;
    const to = Math.min(text.length, from + SLICE);
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      let unit = table[code] as number;
      if (unit === UNKNOWN) unit = table[code] = folded(code);
      if (unit === DROPPED) continue;
      offsets[length] = at;
      units[length++] = unit;
    }
    return length;
  }
}

/** Half of a surrogate pair stays as it is. */
function folded(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return code;
  const character = String.fromCharCode(code);
  if (NO_WORD.test(character)) return DROPPED;
  return character.normalize('NFD').toLowerCase().charCodeAt(0);
}

/** The index of the first folded unit at or after an offset of the original. */
export function foldedIndex({ offsets }: Folded, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word begins or ends at a folded index, rather than going on across it. */
export function isWordEdge({ units, offsets }: Folded, at: number): boolean {
  return (
    at === 0 || at === units.length || (offsets[at] as number) - (offsets[at - 1] as number) > 1
  );
}

const SPACE = /\s+/g;
const HYPHENS = /-{2,}/g;
/** Scripts that are written without spaces, so that a line break within them isn't one either. */
const SPACELESS =
  /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]) | (?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}])/gu;

/**
 * Whether two texts are the same words with the same punctuation. White space, the shape of quotes,
 * dashes, ellipses and marks of emphasis, and how characters are encoded make no difference. The length
 * of a rule (four hyphens or more) does. Two hyphens, or three, are as good as a dash, but not the same as
 * each other: words may have been written among them.
 */
export function isSameWording(a: string, b: string): boolean {
  return a === b || (wording(a) === wording(b) && haveSameHyphens(a, b));
}

/** Whether both have as many hyphens in each place where both write dashes so. */
function haveSameHyphens(a: string, b: string): boolean {
  const [some, others] = [a.match(HYPHENS), b.match(HYPHENS)];
  return !some || !others || some.join(' ') === others.join(' ');
}

function wording(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑−]/g, '-')
    .replace(/_/g, '*')
    .replace(SPACE, ' ')
    .replace(/…|\. \. \./g, '...')
    .replace(/ - | ?(?:(?<!-)-{2,3}(?!-)|[–—―]) ?/g, '–')
    .replace(SPACELESS, '')
    .trim();
}
