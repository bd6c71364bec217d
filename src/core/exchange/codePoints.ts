/**
 * The offsets of a text in another unit than UTF-16's: Unicode code points, as other tools count
 * them, and in some of them a CRLF as one. Positions are looked up in a table made once, so that
 * each costs little.
 */
export class CodePoints {
  /** The UTF-16 offset of each character, and of the end. */
  private readonly offsets: Uint32Array;

  constructor(
    readonly text: string,
    /** Whether a CRLF counts as one character, as in ATLAS.ti. */
    joinsCrlf = false,
  ) {
    const offsets = new Uint32Array(text.length + 1);
    let count = 0;
    for (let index = 0; index < text.length; index++) {
      offsets[count++] = index;
      if (isPair(text, index) || (joinsCrlf && isCrlf(text, index))) index++;
    }
    offsets[count] = text.length;
    this.offsets = offsets.subarray(0, count + 1);
  }

  /** The UTF-16 offset of a position; undefined if it is outside the text or no whole number. */
  toOffset(position: number): number | undefined {
    return this.offsets[position];
  }

  /** The position of a UTF-16 offset; that of the next character if it is within one. */
  toPosition(offset: number): number {
    let low = 0;
    let high = this.offsets.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.offsets[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) as number) > 0xffff;
}

function isCrlf(text: string, index: number): boolean {
  return text[index] === '\r' && text[index + 1] === '\n';
}

/** A text without what tools count differently, and where offsets of the original are in it. */
export interface Plain {
  readonly text: string;
  readonly toOffset: (offset: number) => number;
}

/** A text with `\n` at the end of every line and no byte order mark, which all tools count alike. */
export function plainText(original: string): Plain {
  const dropped = [...original.matchAll(/^\ufeff|\r(?=\n)/g)].map(({ index }) => index);
  const text = original
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // Lone surrogates, which no encoding can write.
    .replace(/\p{Cs}/gu, '\ufffd');
  return { text, toOffset: (offset) => offset - countBelow(dropped, offset) };
}

/** How many of some ascending numbers are smaller than a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
