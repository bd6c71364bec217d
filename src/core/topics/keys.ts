import { message, type Message } from '../message';

/** A key of a topic, with what it means to the person who writes it. */
export interface TopicKey {
  readonly name: string;
  readonly meaning: Message;
  /** A value that is inserted along with the key. */
  readonly example: string;
}

/** The keys of a topic, in the order in which they are offered. */
export const TOPIC_KEYS: readonly TopicKey[] = [
  {
    name: 'label',
    meaning: message('What the topic is called: a text, or one for each language (en: …, de: …).'),
    example: '',
  },
  {
    name: 'id',
    meaning: message('What tags refer to. Made from the label if it is left out.'),
    example: '',
  },
  { name: 'description', meaning: message('What belongs to the topic.'), example: '' },
  {
    name: 'terms',
    meaning: message(
      'Words and phrases that touch the topic, in all their forms. “sanction*” stands for all words that begin so, “sanctions NEAR/5 companies” for two that stand near one another; words in capitals are found only in capitals.',
    ),
    example: '[]',
  },
  {
    name: 'exact',
    meaning: message(
      'Words and phrases that touch the topic only as written, without other forms; or true, if that holds for all terms.',
    ),
    example: '[]',
  },
  {
    name: 'exclude',
    meaning: message('Phrases in which a term doesn’t count.'),
    example: '[]',
  },
  {
    name: 'entities',
    meaning: message('People, organisations and places: naming one of them touches the topic.'),
    example: '[]',
  },
  {
    name: 'children',
    meaning: message('Topics below this one; their passages count for it too.'),
    example: '\n  - ',
  },
  { name: 'color', meaning: message('A colour such as #1f77b4.'), example: '"#1f77b4"' },
  { name: 'icon', meaning: message('The name of a VS Code icon, such as globe.'), example: '' },
  {
    name: 'related',
    meaning: message('Ids of topics that are related to this one.'),
    example: '[]',
  },
  {
    name: 'notation',
    meaning: message('The topic’s number or code in a scheme, such as 7.2.'),
    example: '',
  },
  {
    name: 'broader',
    meaning: message('The id of the topic above this one, for topics in a flat list.'),
    example: '',
  },
  {
    name: 'guid',
    meaning: message('The topic’s GUID in other tools. Written when a codebook is imported.'),
    example: '',
  },
];

/** Keys of SKOS that are also read, with ours that they stand for. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  prefLabel: 'label',
  altLabel: 'terms',
  hiddenLabel: 'terms',
  scopeNote: 'description',
  definition: 'description',
  narrower: 'children',
};

export const FILE_KEYS: readonly TopicKey[] = [
  { name: 'topics', meaning: message('The topics, from above.'), example: '\n  - ' },
  {
    name: 'include',
    meaning: message(
      'Other files with topics, as paths from this file’s folder; they can’t lie outside of the workspace folder.',
    ),
    example: '[]',
  },
  {
    name: 'codebook',
    meaning: message('Your codes, if they have no file of their own.'),
    example: '\n  - ',
  },
];

/** Our key that a written one stands for; undefined if there is none. */
export function meantKey(name: string): TopicKey | undefined {
  const own = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : name;
  return [...TOPIC_KEYS, ...FILE_KEYS].find((key) => key.name === own);
}
