const HONORIFIC =
  /^(?:the honou?rable|hon|sen|rep|gov|gen|amb|mr|mrs|ms|miss|dr|prof|professor|president|senator|secretary|general|minister|chairman|chairwoman|ambassador|herr|frau|señora?|monsieur|madame)\.?\s+/i;

export function withoutHonorific(name: string): string {
  return name.replace(HONORIFIC, '');
}

/** Initials with full stops: `K.P.`, to be compared with `KP` and `Kamil Pasek`. */
const DOTTED = /^(?:\p{L}\.\s?){2,4}$/u;

/**
 * The form in which names are compared: in lower case, without honorific and without full stops
 * after initials.
 */
export function bare(name: string): string {
  const own = DOTTED.test(name) ? name.replace(/[.\s]/g, '') : name;
  return withoutHonorific(own).replace(/\.$/, '').toLowerCase();
}

/**
 * The name without a remark in brackets on how something is said: `Ann` for `Ann (laughing)`.
 * Brackets that begin with a capital, as in `(JC)` or `(Utah)`, belong to the name.
 */
export function withoutManner(name: string): string {
  return name.replace(/\s*[(（[][\p{Ll}][^()（）[\]]*[)）\]]$/u, '');
}

/** Two people under one label, who are not to be joined with either of them: `Dan and Dave`. */
const JOINT = /\S (?:and|&|und|et|и) \S/u;

/** What separates the parts of a name: spaces, a comma, brackets. */
const SEVERAL = /[\s,(（]/;

/**
 * All forms that may stand for a name elsewhere: `Hart`, `Brian` or `BH` for
 * `Brian Hart (BH), fellow`. They are as {@link bare} makes them.
 */
export function formsOf(name: string): Set<string> {
  const whole = bare(name);
  // A single word has no other form. Most labels that are keys of values end here.
  if (!SEVERAL.test(whole) || JOINT.test(whole)) return new Set([whole]);
  const inBrackets = /[(（]([^()（）]+)[)）](?=$|, )/.exec(whole)?.[1];
  const [named = whole] = whole.replace(/\s*[(（][^()（）]*[)）]/g, '').split(', ');
  const words = withoutHonorific(named.trim()).split(/\s+/).filter(Boolean);
  const forms = new Set([whole]);
  if (words.length < 2 && inBrackets === undefined && named === whole) return forms;
  const short = [words[0], words.at(-1), initials(words), outerInitials(words), inBrackets];
  for (const form of [words.join(' '), ...short]) {
    if (form !== undefined && form !== '' && form !== 'the') forms.add(form);
  }
  return forms;
}

function initials(words: readonly string[]): string | undefined {
  return words.length < 2 ? undefined : words.map((word) => word[0] ?? '').join('');
}

/** The initials of the first and the last name only: `ДС` for `Дмитрий Борисович Споров`. */
function outerInitials(words: readonly string[]): string | undefined {
  if (words.length < 3 || words[0] === 'the') return undefined;
  return initials([words[0] ?? '', words.at(-1) ?? '']);
}
