/**
 * An interview of about `size` UTF-16 units, always the same for the same size: names, claims and
 * topics in the density of real interviews, in single-line paragraphs.
 */
export function generateInterview(size: number): string {
  const pick = picker(1);
  const parts = [
    'The River and the Law: a Conversation\n\n',
    'Ines Okafor is a fellow with the Water Law Project at the Institute for River Studies (IRS), ',
    'where she studies dams, treaties and trade.\n\n\n',
  ];
  let length = parts.join('').length;
  while (length < size) {
    const question = `The Ferryman: ${pick(QUESTIONS)}\n\n`;
    const answer = `Okafor: ${Array.from({ length: 6 }, () => sentence(pick)).join(' ')}\n\n`;
    parts.push(question, answer);
    length += question.length + answer.length;
  }
  return parts.join('');
}

type Pick = (from: readonly string[]) => string;

/** A linear congruential generator: good enough to vary sentences, and the same everywhere. */
function picker(seed: number): Pick {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[state % from.length] as string;
  };
}

function sentence(pick: Pick): string {
  return pick(SENTENCES).replace(/\{(\w+)\}/g, (_, list: string) => pick(WORDS[list] ?? ['it']));
}

const QUESTIONS = [
  'What did the talks in Geneva change for the people down the river?',
  'Has Turkey kept the promises that it made to Iraq and Syria in 2009?',
  'The World Bank has paid for two studies. What should come next?',
  'Why did Foreign Minister Daniel Brandt call the treaty “a paper dam”?',
];

const SENTENCES = [
  'I think {country} will probably refuse to sign before {year}.',
  '{person} said last month that the level of the river fell by {number} per cent.',
  'The {body} should publish its figures, because nobody in {country} trusts them.',
  'It is unlikely that sanctions on {country} would change anything.',
  'In {year} the {body} spent {number} million euros on a dam that holds no water.',
  'We will see.',
  'Some officials in {country} have said that exports of grain are at risk.',
  'That was a mistake, and {person} knows it.',
  'The farmers whom I met near the delta had little to say about law, and much about salt.',
];

const WORDS: Record<string, string[]> = {
  country: ['Turkey', 'Iraq', 'Syria', 'Egypt', 'Ethiopia', 'Sudan', 'the United States'],
  person: ['Daniel Brandt', 'Brandt', 'Aylin Demir', 'Mr. Haddad', 'President Selim Aydin'],
  body: ['World Bank', 'Ministry of Water', 'European Commission', 'IRS', 'United Nations'],
  year: ['1998', '2009', '2015', '2027', '2031'],
  number: ['three', '12', '40', '75', 'two hundred'],
};
