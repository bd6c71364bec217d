const HONORIFIC =
  /^(?:the honou?rable|mr|mrs|ms|miss|dr|prof|professor|president|senator|secretary|general|minister|chairman|chairwoman|ambassador|herr|frau|señora?|monsieur|madame)\.?\s+/i;

export function withoutHonorific(name: string): string {
  return name.replace(HONORIFIC, '');
}

/** What names are compared by: in lower case, without honorific. */
export function bare(name: string): string {
  return withoutHonorific(name).replace(/\.$/, '').toLowerCase();
}

/** What may stand for a name elsewhere: `Hart`, `Brian` or `BH` for `Brian Hart (BH)`. */
export function formsOf(name: string): Set<string> {
  const whole = bare(name);
  const inBrackets = /[(（]([^()（）]+)[)）]$/.exec(whole)?.[1];
  const words = whole
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const forms = new Set([whole]);
  if (words.length < 2 && inBrackets === undefined) return forms;
  for (const form of [words[0], words.at(-1), initials(words), inBrackets]) {
    if (form !== undefined && form !== 'the') forms.add(form);
  }
  return forms;
}

function initials(words: readonly string[]): string | undefined {
  return words.length < 2 ? undefined : words.map((word) => word[0] ?? '').join('');
}
