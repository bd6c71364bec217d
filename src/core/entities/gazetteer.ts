/** Lists of names in lower case, joined by `|`, as in `gazetteer.json`. */
export type GazetteerData = Record<keyof Gazetteer, string>;

/** Lists of known names; all in lower case. */
export interface Gazetteer {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Months and days of the week: written with a capital, but no names. */
  readonly calendar: ReadonlySet<string>;
  /** Words of the language that are no names. */
  readonly common: ReadonlySet<string>;
}

export function loadGazetteer(data: GazetteerData): Gazetteer {
  const set = (list: string) => new Set(list.split('|'));
  return {
    first: set(data.first),
    last: set(data.last),
    people: set(data.people),
    cities: set(data.cities),
    regions: set(data.regions),
    countries: set(data.countries),
    demonyms: set(data.demonyms),
    organisations: set(data.organisations),
    calendar: set(data.calendar),
    common: set(data.common),
  };
}
