import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import type { EntityCard } from '../../../src/core/entities/model';
import { surfaceKey } from '../../../src/core/entities/surface';
import {
  withCard,
  withMerged,
  withNotNames,
  type NewCard,
} from '../../../src/core/entities/writeCard';
import { anyText, anyYaml, isIn } from '../support/anything';
import { runs } from '../support/runs';

const KEYS = ['entities', 'not', 'name', 'aliases', 'type', 'description', 'links'];
const VALUES = [
  'Ann',
  'Bo Dahl',
  'Brandt',
  '东京',
  'person',
  'place',
  'https://a.example',
  '“',
  ' x ',
];
const anyCards = anyYaml(KEYS, VALUES);
const name = fc.constantFrom('Ann', 'Bo Dahl', 'Bo', 'New One', '“Q” # :', '7', '- x');
const newCard = fc.record<NewCard>({
  name,
  type: fc.constantFrom('person', 'place', 'other'),
  aliases: fc.array(name, { maxLength: 3 }),
});

function withoutPlace(card: EntityCard): string {
  return JSON.stringify({ ...card, span: undefined });
}

describe('Any file of cards', () => {
  it('is read, and its cards are found only where they are, whatever it holds', () => {
    fc.assert(
      fc.property(anyCards, anyText, (yaml, text) => {
        const { cards, notNames, problems } = parseCards(yaml);
        for (const { start, end } of problems) {
          assert.ok(0 <= start && start < end && end <= yaml.length + 1, `${start}–${end}`);
        }
        for (const hit of new CardFinder(cards ?? [], notNames).find(text)) {
          assert.ok(isIn(hit, { start: 0, end: text.length }));
          const { name: own, aliases } = hit.card;
          const surfaces = [own, ...aliases].map((one) => surfaceKey(one).replace(/\s+/g, ' '));
          const found = surfaceKey(text.slice(hit.start, hit.end)).replace(/\s+/g, ' ');
          assert.ok(surfaces.includes(found), `${found}: ${surfaces.join(', ')}`);
        }
      }),
      runs(200),
    );
  });

  it('keeps its cards when one is added, or names that are none; it is not written if it can’t be read', () => {
    fc.assert(
      fc.property(anyCards, newCard, (yaml, card) => {
        const before = parseCards(yaml);
        const added = withCard(yaml, card);
        const refused = withNotNames(yaml, [card.name]);
        if (!before.cards) {
          assert.equal(added, undefined);
          assert.equal(refused, undefined);
        }
        for (const edited of [added, refused]) {
          if (edited === undefined) continue;
          const after = parseCards(edited);
          const cards = new Set(after.cards?.map(withoutPlace));
          for (const kept of before.cards ?? [])
            assert.ok(cards.has(withoutPlace(kept)), JSON.stringify([kept, edited]));
        }
        if (added === undefined) return;
        const [last] = parseCards(added).cards?.slice(-1) ?? [];
        assert.equal(last?.name, card.name);
      }),
      runs(200),
    );
  });

  it('keeps all names when two cards become one', () => {
    fc.assert(
      fc.property(fc.array(newCard, { maxLength: 4 }), newCard, newCard, (cards, card, other) => {
        const yaml = cards.reduce<string | undefined>(withCard, undefined);
        const merged = withMerged(yaml, card, other);
        assert.ok(merged !== undefined);
        const known = new Set(
          parseCards(merged)
            .cards?.flatMap((one) => [one.name, ...one.aliases])
            .map(surfaceKey),
        );
        for (const one of [
          card.name,
          other.name,
          ...other.aliases,
          ...cards.flatMap((each) => each.name),
        ])
          assert.ok(known.has(surfaceKey(one)), `${one} is gone: ${merged}`);
      }),
      runs(100),
    );
  });
});
