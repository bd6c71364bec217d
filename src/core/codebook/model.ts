import type { Span } from '../text/span';

/** A code: a word that a person gives stretches of text, to find and count them by. */
export interface Code {
  /** What annotations refer to; unique in the codebook. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** `#rgb` or `#rrggbb`. */
  readonly color?: string;
  /** A digit from 1 to 9 that gives the code by one key. */
  readonly shortcut?: string;
  readonly children: readonly Code[];
  /** Where the code stands in its file, in UTF-16 units. */
  readonly span: Span;
}

/** A code with the codes above it, the topmost first. */
export interface PlacedCode {
  readonly code: Code;
  readonly above: readonly Code[];
}

/** The user's codes, in the order of their file. */
export class Codebook {
  static readonly empty = new Codebook([]);

  /** All codes, each before those below it. */
  readonly all: readonly PlacedCode[];
  private readonly byId = new Map<string, PlacedCode>();
  private readonly byFoldedId = new Map<string, PlacedCode>();

  constructor(readonly codes: readonly Code[]) {
    this.all = placed(codes, []);
    for (const one of this.all) {
      this.byId.set(one.code.id, one);
      const folded = one.code.id.toLowerCase();
      if (!this.byFoldedId.has(folded)) this.byFoldedId.set(folded, one);
    }
  }

  /** The code that a tag of an annotation means, in capitals or not; undefined for a free tag. */
  find(tag: string): PlacedCode | undefined {
    return this.byId.get(tag) ?? this.byFoldedId.get(tag.toLowerCase());
  }

  /** The code that a digit gives. */
  withShortcut(digit: string): Code | undefined {
    return this.all.find(({ code }) => code.shortcut === digit)?.code;
  }

  /** How a tag is called: the name of its code, or itself. */
  nameOf(tag: string): string {
    return this.find(tag)?.code.name ?? tag;
  }

  /** A tag with what stands above it: `['Economy', 'Trade', 'Sanctions']`. */
  pathOf(tag: string): string[] {
    const found = this.find(tag);
    return found ? [...found.above, found.code].map(({ name }) => name) : [tag];
  }
}

function placed(codes: readonly Code[], above: readonly Code[]): PlacedCode[] {
  return codes.flatMap((code) => [{ code, above }, ...placed(code.children, [...above, code])]);
}
