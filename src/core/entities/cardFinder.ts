import { tokenize } from '../text/tokens';
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
  /** What the card says it is not: nothing of the card is found within. */
  readonly isNot: boolean;
}

/**
 * Finds the names and aliases of cards, in every script: whole words, spelled as on the card, where
 * scripts without spaces count each character as a word. One pass over the tokens.
 */
export class CardFinder {
  private readonly byFirst = new Map<string, Surface[]>();

  private readonly notKeys: ReadonlySet<string>;

  /** @param notNames surfaces that look like names and are none */
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
    const hits: CardHit[] = [];
    /** The index of the token up to which a card may not be found. */
    const notUntil = new Map<EntityCard, number>();
    for (let at = 0; at < tokens.length; at++) {
      const fitting = (this.byFirst.get(words[at] ?? '') ?? []).filter((surface) =>
        surface.words.every((word, index) => words[at + index] === word),
      );
      for (const { card, isNot, words } of fitting) {
        if (isNot) notUntil.set(card, Math.max(at + words.length, notUntil.get(card) ?? 0));
      }
      const found = fitting.find(
        ({ card, isNot, words }) => !isNot && at + words.length > (notUntil.get(card) ?? 0),
      );
      if (!found) continue;
      const last = tokens[at + found.words.length - 1];
      hits.push({ start: tokens[at]?.start ?? 0, end: last?.end ?? 0, card: found.card });
      at += found.words.length - 1;
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

/** Curly apostrophes are straight ones to a card. */
function comparable(token: string): string {
  return token === '’' ? "'" : token;
}
