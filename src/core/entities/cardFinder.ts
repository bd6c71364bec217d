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
}

/**
 * Finds the names and aliases of cards, in every script: whole words, spelled as on the card, where
 * scripts without spaces count each character as a word. One pass over the tokens.
 */
export class CardFinder {
  private readonly byFirst = new Map<string, Surface[]>();

  constructor(readonly cards: readonly EntityCard[]) {
    for (const card of cards) {
      const not = new Set(card.not.map(surfaceKey));
      for (const surface of [card.name, ...card.aliases]) {
        if (!not.has(surfaceKey(surface))) this.add(surface, card);
      }
    }
  }

  find(passage: string): CardHit[] {
    if (this.byFirst.size === 0) return [];
    const tokens = tokenize(passage);
    const hits: CardHit[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const fitting = (this.byFirst.get(tokens[at]?.text ?? '') ?? []).find(({ words }) =>
        words.every((word, index) => tokens[at + index]?.text === word),
      );
      if (!fitting) continue;
      const last = tokens[at + fitting.words.length - 1];
      hits.push({ start: tokens[at]?.start ?? 0, end: last?.end ?? 0, card: fitting.card });
      at += fitting.words.length - 1;
    }
    return hits;
  }

  /** The longest surfaces are tried first. */
  private add(surface: string, card: EntityCard): void {
    const words = tokenize(surface).map(({ text }) => text);
    const [first] = words;
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    list.push({ words, card });
    list.sort((a, b) => b.words.length - a.words.length);
    this.byFirst.set(first, list);
  }
}
