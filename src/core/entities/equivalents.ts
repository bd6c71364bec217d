/** Abbreviations of states and unions that texts use without defining them, by surface key. */
const SAME: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'u.s', 'us', 'u.s.a', 'usa'],
  ['united kingdom', 'u.k', 'uk'],
  ['european union', 'eu'],
  ['united nations', 'un'],
  ['united arab emirates', 'u.a.e', 'uae'],
];

/** The key under which a state stands, for each of its surfaces. */
export const SAME_PLACE: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);
