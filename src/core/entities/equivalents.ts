import states from './countries.json';
import { lazy } from '../lazy';
import { squeezed, surfaceKey } from './surface';

/** Names of unions and former states that texts use for each other without explanation; the full one first. */
const OTHERS: readonly (readonly string[])[] = [
  ['European Union', 'EU'],
  ['United Nations', 'UN'],
  ['Soviet Union', 'USSR'],
  ['China', 'PRC', 'People’s Republic of China'],
  ['Germany', 'Federal Republic of Germany'],
];

/** The key of a state, by each of its surfaces, squeezed. */
export const samePlaces = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      [...states.map(({ names }) => names), ...OTHERS].flatMap(([first = '', ...others]) =>
        others.map((other) => [spellingOf(other), surfaceKey(first)] as const),
      ),
    ),
);

/** The form in which surfaces of states, capitals and peoples are compared. */
export function spellingOf(surface: string): string {
  return squeezed(surfaceKey(surface));
}
