/** Irregular forms, the base first; a word alone isn't the plural of what is left without its s. */
const IRREGULAR = [
  'news|goods|customs|arms|means|series|species|headquarters|physics|politics|economics|mathematics',
  'man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|goose geese',
  'crisis crises|analysis analyses|thesis theses|hypothesis hypotheses|criterion criteria',
  'phenomenon phenomena|medium media|bacterium bacteria|nucleus nuclei|leaf leaves|life lives',
  'knife knives|wolf wolves|half halves|thief thieves|self selves|shelf shelves|wife wives',
  'bear bore borne|beat beaten|become became|begin began begun|bind bound|bite bit bitten',
  'blow blew blown|break broke broken|bring brought|build built|buy bought|catch caught',
  'choose chose chosen|come came|deal dealt|dig dug|do does did done|draw drew drawn|drink drank drunk',
  'drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found',
  'flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen',
  'get got gotten|give gave given|go goes went gone|grow grew grown|hang hung|have has had|hear heard',
  'hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lose lost',
  'make made|mean meant|meet met|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden',
  'rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken',
  'shoot shot|show shown|sink sank sunk|sit sat|speak spoke spoken|spend spent|spin spun|stand stood',
  'steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|swim swam swum|take took taken',
  'teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone',
  'understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written',
];

const VOWEL = /[aeiouy]/;
/** Porter’s condition `*o`: consonant, vowel, consonant, where the last is not w, x or y. */
const SHORT_END = /[^aeiou][aeiouy][^aeiouwxy]$/;
/** Words with a single group of vowels, which is stressed, so that `plan` doubles its n. */
const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]+$/;
/** What is left of `negotiated`, `settled`, `invaded`, `imposed`, `changed` … without its last e. */
const TAKES_E =
  /(?:[^eo]at|iz|[aeiou]s|[lnr]s|[bcdfgkptz]l|[^aeio]ad|[^aeio][iou]d|v|u|[cdlnr]g|[aeiou]g|[ainru]c|ut|[^e]ir|qu)$/;
const DOUBLED = /([^aeiou])\1$/;
const ENGLISH = /^[a-z]{3,}$/;
const ARABIC = /^\p{sc=Arab}{3,}$/u;

/** What Arabic writes together with the following word (the prefixes of Larkey’s light10 stemmer). */
const ARABIC_PREFIXES = ['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'فال', 'ك', 'كال'];

/**
 * The forms in which a word of a term counts, itself included: `sanction` also as `sanctions`,
 * `sanctioned`, `sanctioning`; `policies` also as `policy`. These are only inflections: unlike for a stemmer,
 * `important` is no form of `import`. English by rule; Arabic with its article and particles.
 *
 * @param word in lower case
 */
export class Inflections {
  private readonly irregular = new Map<string, readonly string[]>();

  constructor() {
    for (const forms of IRREGULAR.flatMap((line) => line.split('|'))) {
      const [base = '', ...others] = forms.split(' ');
      for (const form of [base, ...others]) this.irregular.set(form, [base, ...others]);
    }
  }

  /** The word that others are forms of: for a term, words with the same base are the same. */
  baseOf(word: string): string {
    const irregular = this.irregular.get(word)?.[0];
    if (irregular !== undefined) return irregular;
    if (ARABIC.test(word)) return word.startsWith('ال') ? word.slice(2) : word;
    return ENGLISH.test(word) ? baseOf(word) : word;
  }

  formsOf(word: string): ReadonlySet<string> {
    const base = this.baseOf(word);
    if (ARABIC.test(word)) return new Set(ARABIC_PREFIXES.map((prefix) => prefix + base));
    const forms = new Set([word, base, ...(this.irregular.get(base) ?? [])]);
    if (ENGLISH.test(base)) for (const form of regular(base)) forms.add(form);
    return forms;
  }
}

/** Step 1 of Porter’s stemmer (1980), which takes inflections away and nothing else. */
function baseOf(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ie[sd]$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : baseOfVerb(word);
}

/** Without `ed` or `ing`. */
function baseOfVerb(word: string): string {
  const [, stem = ''] = /^(.+)(?:ed|ing)$/.exec(word) ?? [];
  if (stem.length < 3 || !VOWEL.test(stem) || word.endsWith('eed')) return word;
  const isOneSyllable = ONE_SYLLABLE.test(stem);
  if (DOUBLED.test(stem) && !/(?:ss|zz|ff)$/.test(stem)) {
    // `controlled` and `planned`, but `selling` and `called`.
    return /ll$/.test(stem) && isOneSyllable ? stem : stem.slice(0, -1);
  }
  const takesE = TAKES_E.test(stem) || (isOneSyllable && SHORT_END.test(stem));
  return takesE ? `${stem}e` : stem;
}

function regular(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (base.endsWith('ie')) return [`${base}s`, `${base}d`, `${base.slice(0, -2)}ying`];
  const plural = /(?:s|x|z|sh|ch)$/.test(base) ? `${base}es` : `${base}s`;
  if (base.endsWith('e')) {
    const stem = base.slice(0, -1);
    return [plural, `${base}d`, /[eoy]e$/.test(base) ? `${base}ing` : `${stem}ing`];
  }
  const forms = [plural];
  const doubles = /[bdgklmnprtvz]$/.test(base) && SHORT_END.test(base);
  const doubled = base + base.slice(-1);
  if (doubles) forms.push(`${doubled}ed`, `${doubled}ing`);
  // In longer words it depends on the stress (`deterred`, `entered`): both count.
  if (!doubles || !ONE_SYLLABLE.test(base)) forms.push(`${base}ed`, `${base}ing`);
  if (base.endsWith('o')) forms.push(`${base}es`);
  return forms;
}
