import { tokenize, type Token } from '../text/tokens';
import type { Span } from '../text/span';
import type { EntityCard } from './model';
import { surfaceKey } from './surface';

/** A card's surface found in a passage; offsets count from the passage's start. */
export interface CardHit extends Span {
  readonly card: EntityCard;
}

interface Surface {
  readonly words: readonly string[];
  readonly card: EntityCard;
  /** Whether the card lists the surface under `not:`, so that nothing of the card is found within. */
  readonly isNot: boolean;
}

/**
 * Finds the names and aliases of cards, in every script: whole words, spelled as on the card, but for the capital
 * that begins a sentence; in scripts without spaces each character counts as a word. One pass over the tokens.
 */
export class CardFinder {
  private readonly byFirst = new Map<string, Surface[]>();

  private readonly notKeys: ReadonlySet<string>;

  /** @param notNames surfaces that look like names but aren't */
  constructor(
    readonly cards: readonly EntityCard[],
    readonly notNames: readonly string[] = [],
  ) {
    this.notKeys = new Set(notNames.map(surfaceKey));
    for (const card of cards) {
      const not = new Set(card.not.map(surfaceKey));
      for (const surface of [card.name, ...card.aliases]) {
        if (!not.has(surfaceKey(surface))) this.add(surface, card, false);
      }
      for (const surface of card.not) this.add(surface, card, true);
    }
  }

  /** Whether the user said of a surface that it is no name. */
  isNoName(key: string): boolean {
    return this.notKeys.has(key);
  }

  find(passage: string): CardHit[] {
    if (this.byFirst.size === 0) return [];
    const tokens = tokenize(passage);
    const words = tokens.map(({ text }) => comparable(text));
    const stems = words.map(stemOf);
    const uncapitalised = words.map((word, at) =>
      isWord(words[at - 1]) ? undefined : withoutCapital(word),
    );
    const stands = (surface: Surface, at: number) =>
      surface.words.every((word, index) => {
        if (words[at + index] === word) return true;
        if (index === 0 && uncapitalised[at] === word) return true;
        return index === surface.words.length - 1 && stems[at + index] === word;
      });
    const hits: CardHit[] = [];
    /** The index of the token up to which a card may not be found. */
    const notUntil = new Map<EntityCard, number>();
    for (let at = 0; at < tokens.length; at++) {
      const fitting = [words[at], uncapitalised[at], stems[at]]
        .flatMap((word) => this.byFirst.get(word ?? '') ?? [])
        .filter((surface) => stands(surface, at));
      for (const { card, isNot, words } of fitting) {
        if (isNot) notUntil.set(card, Math.max(at + words.length, notUntil.get(card) ?? 0));
      }
      const found = fitting.find(
        ({ card, isNot, words }) => !isNot && at + words.length > (notUntil.get(card) ?? 0),
      );
      if (!found) continue;
      const start = tokens[at]?.start ?? 0;
      at += found.words.length - 1;
      const end = endOf(tokens[at] as Token, found.words.at(-1) ?? '');
      hits.push({ start, end, card: found.card });
    }
    return hits;
  }

  /** The longest surfaces are tried first. */
  private add(surface: string, card: EntityCard, isNot: boolean): void {
    const words = tokenize(surface).map(({ text }) => comparable(text));
    const [first] = words;
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    list.push({ words, card, isNot });
    list.sort((a, b) => b.words.length - a.words.length);
    this.byFirst.set(first, list);
  }
}

function isWord(token: string | undefined): boolean {
  return token !== undefined && /[\p{L}\p{N}]/u.test(token);
}

/** `the` of `The`; undefined of what has no capital, or more than one. */
function withoutCapital(word: string): string | undefined {
  return /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word) ? word.toLowerCase() : undefined;
}

/** A token as it is compared: curly apostrophes are straightened, and accents joined with their letters. */
function comparable(token: string): string {
  return token === '’' ? "'" : token.normalize('NFC');
}

/** Where a word ends within a token that begins with it, composed or not. */
function endOf({ text, start, end }: Token, word: string): number {
  const written = [word, word.normalize('NFD')].find((one) => text.startsWith(one));
  return written === undefined ? end : start + written.length;
}

/** Particles that Korean appends to a name without a space: `김철수는` is `김철수`. */
const PARTICLE =
  /^(\p{sc=Hang}{2,12}?)(?:은|는|이|가|을|를|의|에|에게|에게서|에서|께서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|한테|한테서|로서|으로서|라고|이라고|이다|씨|님)(?:은|는|이|가|을|를|의|도|만)?$/u;

function stemOf(word: string): string | undefined {
  return PARTICLE.exec(word)?.[1];
}
