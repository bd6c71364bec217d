/** What English tells about a person besides the name; enough to tell Mr. Smith from Mrs. Smith. */
export type Gender = 'female' | 'male';

/** A title that tells it, as it is written. */
export interface Title {
  readonly gender: Gender;
  readonly written: string;
}

const LONGEST_TITLE = 12;
const TITLE =
  /(?<![\p{L}\p{N}])(?:(mrs|ms|miss|mme|madam|lady|dame|sister|frau)|(?:mr|sir|lord|herr))\.?\s+$/iu;
/** A pronoun this close after a name mostly stands for it. */
const LOOKED_AT = 80;
const PRONOUN = /(?<![\p{L}\p{N}])(?:(she|her|hers|herself)|he|him|his|himself)(?![\p{L}\p{N}])/iu;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [TITLE, PRONOUN];

/** The title right before a name: `Mrs.`. */
export function titleBefore(text: string, start: number): Title | undefined {
  const title = TITLE.exec(text.slice(Math.max(0, start - LONGEST_TITLE), start));
  return title ? { gender: genderOf(title[1]), written: title[0].trimEnd() } : undefined;
}

/** The gender that the first pronoun after a name tells. */
export function genderBehind(text: string, end: number): Gender | undefined {
  const pronoun = PRONOUN.exec(text.slice(end, end + LOOKED_AT));
  return pronoun ? genderOf(pronoun[1]) : undefined;
}

function genderOf(feminine: string | undefined): Gender {
  return feminine === undefined ? 'male' : 'female';
}
