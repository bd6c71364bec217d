// npm run build:countries: writes src/core/entities/countries.json, what texts call states, their
// capitals and their people, from the packages `countries-list` and `i18n-nationality` (both MIT).
import { countries } from 'countries-list';
import { writeFileSync } from 'node:fs';
import nationalities from 'i18n-nationality/langs/en.json';

const TARGET = 'src/core/entities/countries.json';
const people: Readonly<Record<string, string>> = nationalities.nationalities;

/** `Washington D.C.` is `Washington` too. */
function namesOfCapital(capital: string): string[] {
  const short = capital.replace(/ D\.C\.$/, '');
  return [...new Set([short, capital])].filter(Boolean);
}

const states = Object.entries(countries).map(([code, { name, alias = [], capital }]) => {
  const nationality = people[code] ?? '';
  // `Bermuda` and `Congolese (Republic of the Congo)` say nothing of their own.
  const isOwn = /^[\p{L} -]+$/u.test(nationality) && nationality !== name;
  return {
    names: [name, ...alias],
    // A city that is its state is no part of it.
    capitals: capital === name ? [] : namesOfCapital(capital),
    people: isOwn ? nationality : '',
  };
});
writeFileSync(TARGET, `[\n${states.map((state) => JSON.stringify(state)).join(',\n')}\n]\n`);
console.log(`${TARGET}: ${states.length} states, ${JSON.stringify(states).length} units`);
