/** Classes of UTF-16 units. */
const WORD = 1;
const UNSPACED = 2;
const MARK = 3;
/** White space, hyphens, apostrophes, quotes, emphasis: phrases go on across them. */
const LOOSE = 4;
/** Everything else ends a phrase: `the war. Crime rose` is no war crime. */
const STOP = 5;

const LOOSE_UNITS = /^[\s\u00ad\u200b\u2060\p{Pd}'’‘ʼ"“”„«»‹›*_~`/]$/u;
/** Separates clauses, like a full stop. */
const LONG_DASH = '—';

/** The words of a text, in order; four lists of the same length. */
export interface Words {
  /** Offsets in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** As written, but `U.S.` as `US`. */
  readonly texts: readonly string[];
  /** Whether something that ends a phrase comes before the word. */
  readonly stops: readonly boolean[];
}

/**
 * Splits texts into the words that terms of topics are made of. In scripts without spaces each character is
 * a word, with its marks. `U.S.` is one word; the s of `Iran’s` isn't one. Linear and without regular
 * expressions for known units: each unit is classified once in a matcher’s life.
 */
export class WordScanner {
  private readonly classes = new Uint8Array(0x10000);

  scan(text: string): Words {
    const starts: number[] = [];
    const ends: number[] = [];
    const texts: string[] = [];
    const stops: boolean[] = [];
    let isStopped = false;
    for (let at = 0; at < text.length;) {
      const kind = this.classAt(text, at);
      if (kind === LOOSE || kind === STOP) {
        isStopped ||= kind === STOP;
        at += unitsAt(text, at);
        continue;
      }
      const end = this.wordEnd(text, at, kind);
      const initials = kind === WORD ? this.initialsEnd(text, at, end) : end;
      const word = text.slice(at, initials);
      starts.push(at);
      ends.push(initials);
      texts.push(initials > end ? word.replaceAll('.', '') : word);
      stops.push(isStopped);
      isStopped = false;
      at = this.behindPossessive(text, initials);
    }
    return { starts, ends, texts, stops };
  }

  /** Whether a text is a single word of a script without spaces. */
  isUnspaced(text: string): boolean {
    return this.classAt(text, 0) === UNSPACED;
  }

  private wordEnd(text: string, start: number, kind: number): number {
    let end = start + unitsAt(text, start);
    while (end < text.length) {
      const next = this.classAt(text, end);
      if (next !== MARK && (next !== WORD || kind === UNSPACED)) break;
      end += unitsAt(text, end);
    }
    return end;
  }

  /** The end of initials such as `U.S.` whose first capital ends at `end`; `end` itself if there are none. */
  private initialsEnd(text: string, start: number, end: number): number {
    if (end - start !== 1 || text[end] !== '.' || !isCapital(text, start)) return end;
    let last = end;
    while (
      text[last] === '.' &&
      isCapital(text, last + 1) &&
      !this.isWordAt(text, last + 2) &&
      last + 1 < text.length
    ) {
      last += 2;
    }
    if (last === end) return end;
    return text[last] === '.' ? last + 1 : last;
  }

  private behindPossessive(text: string, end: number): number {
    const isPossessive =
      /^['’][sS]$/.test(text.slice(end, end + 2)) && !this.isWordAt(text, end + 2);
    return isPossessive ? end + 2 : end;
  }

  private isWordAt(text: string, at: number): boolean {
    if (at >= text.length) return false;
    const kind = this.classAt(text, at);
    return kind === WORD || kind === MARK || kind === UNSPACED;
  }

  private classAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const known = this.classes[unit] as number;
    if (known !== 0) return known;
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    const kind = classOf(String.fromCodePoint(text.codePointAt(at) as number));
    if (!isSurrogate) this.classes[unit] = kind;
    return kind;
  }
}

function classOf(character: string): number {
  if (
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(
      character,
    )
  ) {
    return /\p{M}/u.test(character) ? MARK : /[\p{L}\p{N}]/u.test(character) ? UNSPACED : STOP;
  }
  if (/[\p{L}\p{N}]/u.test(character)) return WORD;
  // Joiners stand within words of Persian and Hindi.
  if (/[\p{M}\u200c\u200d]/u.test(character)) return MARK;
  if (character === LONG_DASH) return STOP;
  return LOOSE_UNITS.test(character) ? LOOSE : STOP;
}

function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const isPair = unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length;
  return isPair && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 65 && unit <= 90;
  return /^\p{Lu}$/u.test(text.charAt(at));
}
