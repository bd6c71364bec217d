const HONORIFIC =
  /^(?:the honou?rable|sen|rep|gov|gen|amb|mr|mrs|ms|miss|dr|prof|professor|president|senator|secretary|general|minister|chairman|chairwoman|ambassador|herr|frau|señora?|monsieur|madame)\.?\s+/i;

export function withoutHonorific(name: string): string {
  return name.replace(HONORIFIC, '');
}

/** Initials with their stops: `K.P.`, which `KP` and `Kamil Pasek` are compared with. */
const DOTTED = /^(?:\p{L}\.\s?){2,4}$/u;

/** What names are compared by: in lower case, without honorific and without stops behind initials. */
export function bare(name: string): string {
  const own = DOTTED.test(name) ? name.replace(/[.\s]/g, '') : name;
  return withoutHonorific(own).replace(/\.$/, '').toLowerCase();
}

/** How a name is said, where brackets tell: `Ann` for `Ann (laughing)`; `(JC)` and `(Utah)` belong to it. */
export function withoutManner(name: string): string {
  return name.replace(/\s*[(（[][\p{Ll}][^()（）[\]]*[)）\]]$/u, '');
}

/** Two who speak as one are neither of them: `Dan and Dave`. */
const JOINT = /\S (?:and|&|und|et|и) \S/u;

/** What parts a name: spaces, a comma, brackets. */
const SEVERAL = /[\s,(（]/;

/** What may stand for a name elsewhere: `Hart`, `Brian` or `BH` for `Brian Hart (BH), fellow`. */
export function formsOf(name: string): Set<string> {
  const whole = bare(name);
  // A single word is its only form, as most keys with values are.
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

/** Without what stands between the first name and the last: `ДС` for `Дмитрий Борисович Споров`. */
function outerInitials(words: readonly string[]): string | undefined {
  if (words.length < 3 || words[0] === 'the') return undefined;
  return initials([words[0] ?? '', words.at(-1) ?? '']);
}
