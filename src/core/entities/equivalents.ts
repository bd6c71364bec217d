import { squeezed } from './surface';

/** Names of states and unions that texts use for each other without saying so, by surface key. */
const SAME: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'us', 'usa', 'america'],
  ['united kingdom', 'uk', 'great britain', 'britain'],
  ['european union', 'eu'],
  ['united nations', 'un'],
  ['united arab emirates', 'uae'],
  ['soviet union', 'ussr'],
  ['north korea', 'dprk'],
  ['china', 'prc', "people's republic of china"],
];

/** The key under which a state stands, for each of its surfaces, squeezed. */
export const SAME_PLACE: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([first = '', ...others]) =>
    others.map((other) => [squeezed(other), first] as const),
  ),
);
