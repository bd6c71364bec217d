import states from './countries.json';
import { lazy } from '../lazy';
import { spellingOf } from './equivalents';
import type { Entity, Relation } from './model';

type Named = Pick<Entity, 'id' | 'type' | 'name' | 'aliases'>;

/** Names of seats that stand for a government without naming its state. */
const SEATS: readonly (readonly [seat: string, state: string])[] = [
  ['Kremlin', 'Russia'],
  ['Duma', 'Russia'],
  ['White House', 'United States'],
  ['Pentagon', 'United States'],
  ['State Department', 'United States'],
  ['Capitol Hill', 'United States'],
  ['Downing Street', 'United Kingdom'],
  ['Whitehall', 'United Kingdom'],
  ['Westminster', 'United Kingdom'],
  ['Élysée', 'France'],
  ['Quai d’Orsay', 'France'],
  ['Bundestag', 'Germany'],
  ['Knesset', 'Israel'],
  ['Zhongnanhai', 'China'],
];

interface Meaning {
  readonly kind: Relation['kind'];
  /** The names of the state, as keys for comparison. */
  readonly state: readonly string[];
}

const MEANINGS = lazy(meanings);

function meanings(): Map<string, Meaning[]> {
  const all = new Map<string, Meaning[]>();
  const add = (surface: string, kind: Relation['kind'], state: readonly string[]) => {
    const spelling = spellingOf(surface);
    const meaning = { kind, state: state.map(spellingOf) };
    all.set(spelling, [...(all.get(spelling) ?? []), meaning]);
  };
  for (const { names, capitals, people } of states) {
    for (const capital of capitals) add(capital, 'capital', names);
    if (people) for (const surface of [people, `${people}s`]) add(surface, 'people', names);
  }
  for (const [seat, state] of SEATS) add(seat, 'government', [state]);
  return all;
}

/**
 * How capitals, peoples and seats of government relate to the states that a document names: `Beijing` may
 * stand for China’s government and `Chinese` for what is China’s, but neither is China. Only what a document
 * names in both ways gets a relation: there are several Georgetowns.
 *
 * @returns by the entity’s id
 */
export function relationsOf(entities: readonly Named[]): Map<string, Relation> {
  const places = new Map<string, Named>();
  for (const entity of entities) {
    if (entity.type !== 'place' && entity.type !== 'organisation') continue;
    for (const spelling of spellingsOf(entity)) places.set(spelling, entity);
  }
  return new Map(
    entities.flatMap((entity) => {
      const relation = relationOf(entity, places);
      return relation ? [[entity.id, relation] as const] : [];
    }),
  );
}

function relationOf(entity: Named, places: ReadonlyMap<string, Named>): Relation | undefined {
  const { type } = entity;
  if (type !== 'group' && type !== 'place' && type !== 'organisation') return undefined;
  for (const spelling of spellingsOf(entity)) {
    for (const { kind, state } of MEANINGS().get(spelling) ?? []) {
      if ((kind === 'people') !== (type === 'group')) continue;
      const name = state.find((one) => places.has(one));
      const to = name === undefined ? undefined : places.get(name);
      if (to && to.id !== entity.id) return { kind, entityId: to.id };
    }
  }
  return undefined;
}

function spellingsOf({ name, aliases }: Named): string[] {
  return [name, ...aliases].map(spellingOf);
}
