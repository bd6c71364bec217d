// npm run build:gazetteer: writes src/core/entities/gazetteer.json from the lexicon of the package
// `compromise` (MIT) and the names of regions and languages that JavaScript itself knows (CLDR, by Intl.DisplayNames).
import nlp from 'compromise';
import { writeFileSync } from 'node:fs';

const TARGET = 'src/core/entities/gazetteer.json';

/** Tags of compromise's lexicon by what they are for us. */
const LISTS: Record<string, readonly string[]> = {
  first: ['MaleName', 'FemaleName', 'FirstName'],
  last: ['LastName'],
  people: ['Person'],
  cities: ['City'],
  regions: ['Region'],
  countries: ['Country'],
  demonyms: ['Demonym'],
  organisations: ['Organization', 'SportsTeam'],
  calendar: ['Month', 'WeekDay'],
};

/** Words that are common: a capital at the beginning of a sentence means nothing with them. */
const COMMON = (
  'Adjective Noun Expression Singular PastTense Plural Actor Conjunction Pronoun Copula PresentTense ' +
  'Possessive Comparative Superlative Determiner Modal Participle Gerund Condition Negative ' +
  'QuestionWord Uncountable Infinitive Preposition Adverb Verb Cardinal Ordinal TextValue Honorific Unit'
).split(' ');

type Lexicon = Record<string, string | string[]>;

function wordsTagged(lexicon: Lexicon, tags: readonly string[]): Set<string> {
  const words = Object.keys(lexicon).filter((word) =>
    [lexicon[word] ?? []].flat().some((tag) => tags.includes(tag)),
  );
  return new Set(words.filter((word) => /^\p{L}[\p{L}\p{M} .'-]*$/u.test(word)));
}

function regionNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  // ZZ, XA and the like are names of nothing.
  return codes.flatMap((code) =>
    /^(?:ZZ|XA|XB|EU|EZ|UN)$/.test(code) ? [] : (names.of(code) ?? []),
  );
}

/** Places that are neither cities nor states (`europe`, `danube`); what also names persons is left out. */
function otherPlaces(lexicon: Lexicon, taken: readonly ReadonlySet<string>[]): string[] {
  return Object.keys(lexicon).filter((word) => {
    const tags = [lexicon[word] ?? []].flat();
    const isPlace = tags.includes('Place') && tags.includes('ProperNoun');
    // Shorter ones are codes of airports.
    return isPlace && word.length > 3 && !taken.some((words) => words.has(word));
  });
}

/** Languages are called as those who speak them. */
function languageNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []);
}

const lexicon = (nlp.model() as { one: { lexicon: Lexicon } }).one.lexicon;
const lists = Object.fromEntries(
  Object.entries(LISTS).map(([name, tags]) => [name, wordsTagged(lexicon, tags)]),
);
for (const region of regionNames()) lists['countries']?.add(region.toLowerCase());
const common = wordsTagged(lexicon, COMMON);
for (const word of common) if (word.includes(' ')) common.delete(word);
const persons = [lists['first'], lists['last'], common].flatMap((list) => list ?? []);
for (const place of otherPlaces(lexicon, persons)) lists['regions']?.add(place);
for (const language of languageNames()) {
  const isPlain = /^\p{L}{4,}$/u.test(language);
  if (isPlain && !persons.some((words) => words.has(language))) lists['demonyms']?.add(language);
}
const sorted = (words: Set<string>) => [...words].sort().join('|');
const gazetteer = Object.fromEntries(
  Object.entries({ ...lists, common }).map(([name, words]) => [name, sorted(words)]),
);
writeFileSync(TARGET, `${JSON.stringify(gazetteer, null, 2)}\n`);
console.log(`${TARGET}: ${JSON.stringify(gazetteer).length} units`);
