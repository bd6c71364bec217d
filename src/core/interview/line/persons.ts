/** Which grammatical persons a line uses, as far as its words show. */
export interface Persons {
  /** Whether it says `I`, `my`. */
  readonly saysI: boolean;
  /** Whether it says `we`, `our`, as companies do, too. */
  readonly saysWe: boolean;
  /** Whether it says `you`, `your`. */
  readonly isSecondPerson: boolean;
  /**
   * Whether the language requires subjects: if nobody says `I` in it, nobody speaks of themselves.
   */
  readonly namesSubjects: boolean;
}

const I = 1;
const WE = 2;
const YOU = 4;
const NAMES_SUBJECTS = 8;
const JE = 16;

/**
 * Words that show a person, in lower case; those that do so only in a particular case are in {@link
 * CASED}.
 */
const LISTS: readonly (readonly [sign: number, words: string])[] = [
  [JE, 'je'],
  [I, 'my myself ich mich mir mein meine meinen meinem meiner moi mon mes yo mí conmigo eu meu'],
  [I, 'minha meus minhas io mio mia miei mie ik mijn mij jag mig min jeg mitt minä minun minua én'],
  [I, 'nekem engem tôi saya εγώ μου я мне меня мной мой моя моё мои мою моей моего мною мені мене'],
  [
    I,
    'أعتقد أنني إنني لأنني لدي نفسي أرى أحب أريد أستطيع أستطع أعرف أكتب أفكر أشعر أتذكر أحاول تعلمت قررت والدي أمي أبي جدي gostaria',
  ],
  [YOU, 'لديك عندك رأيك برأيك نفسك حدثنا حدثينا'],
  [I, 'mnie mój moja moje moim mną mého můj moje mi me benim bana bence beni אני לי שלי אותי'],
  [I, 'أنا لي عندي كنت मैं मुझे मेरे मेरी मेरा मैंने mne mně mě mnou ја мене'],
  // Verb forms, for languages that omit the pronoun.
  [
    I,
    'soy estoy tengo creo quiero puedo era estaba tenía sou estou tenho acho quero ho penso credo',
  ],
  [I, 'vorrei jestem mam myślę chcę cred wiem będę mogę muszę lubię uważam pracuję piszę byłem'],
  [I, 'byłam miałem miałam mogłem mogłam chciałem chciałam zacząłem moją mojego mojej moich'],
  [
    I,
    'fui hice empecé comencé trabajé estudié llegué conocí nací aprendí escribí decidí pude tuve estuve hago pienso siento llevo recuerdo',
  ],
  [
    I,
    'comecei fiz consegui gosto moro aprendi conheci nasci cresci gostei estudei trabalhei lembro sinto vou posso faço faccio vado posso devo avevo volevo spero',
  ],
  [
    I,
    'jsem mám chci mislim želim imam radim volim eu sunt mea mele mă îmi olen olin minulla minusta мен аз ผม ฉัน من ako mình ήμουν είμαι έχω θέλω θυμάμαι ξέρω',
  ],
  [I, 'voltam vagyok lettem kezdtem szeretem szeretek tudok akarok magam velem nálam'],
  [I, 'aš savęs mane'],
  [YOU, 'jūs jums jūsų jus tau tavo'],
  [WE, 'mums mūsų'],
  [WE, 'jsme smo ми ние біз kami kita chúng vamos'],
  [
    YOU,
    'eres estás tienes haces hiciste quieres puedes sientes crees piensas empezaste comenzaste decidiste podrías cuéntanos cuéntame dinos háblanos preséntate recomiendas vives sabes vc vcs',
  ],
  [
    YOU,
    'hai puoi vuoi fai stai pensi tuoi tue vostri vostre siete avete potete volete raccontaci jste vás vám váš vaše vaši máte vaš vaša vam ви вие сіз сіздің',
  ],
  [
    YOU,
    'bapak ibu anh chị ông bà شما شدید کردید دارید هستید بودید سازید کنید ikaw kayo sinä sinun sinut aiot teidän teillä ön önök önnek kezdett dumneavoastră ați vă vostè',
  ],
  [WE, 'somos estamos tenemos queremos creemos podemos temos queremos achamos siamo abbiamo'],
  [WE, 'vogliamo jesteśmy mamy chcemy suntem'],
  [WE, 'we our us ourselves wir uns unser unsere unseren nous notre nos nosotros nosotras nuestro'],
  [WE, 'nuestra nuestros nuestras nós nosso nossa noi nostro nostra ci wij onze ons vi vår oss'],
  [WE, 'мы нас нам наш наша наше наши nas nam nasz nasza nasze biz bizim אנחנו שלנו نحن हम हमारे'],
  [
    YOU,
    'you your yours yourself sizce sizden ihnen du dich dir dein deine deinen vous votre vos toi tu te ti tus',
  ],
  [
    YOU,
    'usted ustedes vosotros vuestro vuestra vuestros vuestras contigo você vocês seu sua lei suo voi vostro tuo tua jij',
  ],
  [
    YOU,
    'u uw jouw jullie dig din ditt вы вас вам вами ваш ваша ваше ваши ваших вашей вашу ты тебя',
  ],
  [
    YOU,
    'тебе твой pan pani pana pańskie twoi twoje twoja twoją twojego twoim ciebie tobie państwo twój ty cię ci sizin size siz senin אתה את אתם שלך לך أنت',
  ],
  [YOU, 'لك आप आपने आपको आपके आपका आपकी तुम anda kamu bạn εσείς σας σου'],
  [
    NAMES_SUBJECTS,
    'the and of is was that with are have not what which how why for und der die das ist nicht est des une dans',
  ],
];
const CASED = new Map([
  ['I', I],
  ['Sie', YOU],
  ['Ihr', YOU],
  ['Ihre', YOU],
  ['Ihren', YOU],
]);
const SIGNS = new Map(
  LISTS.flatMap(([sign, words]) => words.split(' ').map((word) => [word, sign] as const)),
);
/** French `j’ai`, which is written together, and English `i’m` in lower case. */
const ELIDED_I = /(?<!\p{L})(?:[jJ]['’]\p{L}|i['’](?:m|ve|d|ll)(?!\p{L}))/u;
const DUTCH = /(?<!\p{L})(?:het|een|hoe|niet|naar|wat|waarom|welke|voor|zijn|jouw|hebt)(?!\p{L})/iu;
const SLAVIC = /[ěščřžýůćđ]/iu;
/** Polite address in Spanish questions, which uses the third person. */
const POLITE_YOU = /¿[^?]*(?<!\p{L})(?:le|les|su|sus)(?!\p{L})/iu;
/** The Arabic suffix for `your`. */
const SUFFIXED_YOU =
  /(?<!\p{L})(?!\p{L}{0,2}(?:ذلك|تلك|هناك|هنالك|أولئك|مشترك|ملك|بنك))\p{L}{3,}ك(?!\p{L})/u;
/** For languages without spaces between words. */
const CJK_I =
  /[私僕俺我]|ผม|ฉัน|思(?:います|うん|って|いました)|感じ(?:まし(?!たか)|てい)|たいです|好きです|嬉し|楽しか|自分|저는|제가|저도|저희|나는|내가|싶(?:어|습|었|다)|것 같(?:아|습|다)/u;
const CJK_WE = /我们|我們|咱们|우리|私たち/u;
const CJK_YOU =
  /[你您]|あなた|お聞かせ|お考え|ご自身|お気持ち|伺[いえっ]|どう(?:思|感じ|考え)|教えて(?:くだ|いただ)|聞かせて|いらっしゃ|(?:まし|でし)たか|คุณ|당신|[가-힣]셨|하십|계십|계신|시나요|시는|신가요|십니까/u;
/** Endings of verbs and nouns that show the person: Turkish, Polish, Spanish and others. */
const ENDING_I =
  /\p{L}(?:yorum|[ae]c[ae][ğg][ıi]m|m[ae]l[ıi]y[ıi]m|[ae]m[ae]m|[ae]r[ıi]m|bilirim|(?<!yar|(?<!\p{L})a)d[ıiuü]m|[pçkhsşft]t[ıiuü]m|[aiy]łam|[iy]łem|(?:ow|dzi|ch|cz|sz|ci|pi|si|gr|zn|br)ałem)(?!\p{L})/iu;
const ENDING_WE =
  /\p{L}(?:\p{L}[aei]mos|[ıiuü]yoruz|iamo|liśmy|łyśmy|ábamos|íamos|aremos|eremos|iremos)(?!\p{L})/iu;
const ENDING_YOU =
  /\p{L}{2}(?:[ıiuü]n[ıiuü]z(?:[ae]|[ıiuü]n?|d[ae]n?)?|[aei]liście|łyście|áis|éis|steis|[αάεέη]τε|[άαε]στε|είτε|\p{L}(?:[aeiy]sz|ł[ae]ś|ł(?:a)?byś|ujete|áte|íte|ați|eți))(?!\p{L})/iu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [
  ENDING_I,
  ENDING_WE,
  ENDING_YOU,
  POLITE_YOU,
  SUFFIXED_YOU,
  DUTCH,
  ELIDED_I,
  CJK_YOU,
  WORD,
];

/** Which grammatical persons a line uses. Linear in its length. */
export function personsIn(text: string): Persons {
  let signs = 0;
  for (const word of text.match(WORD) ?? []) {
    signs |=
      CASED.get(word) ?? SIGNS.get(word.toLowerCase()) ?? SIGNS.get(word.slice(andIn(word))) ?? 0;
  }
  if ((signs & JE) > 0) signs |= whoIsJe(text);
  return {
    saysI: (signs & I) > 0 || ELIDED_I.test(text) || CJK_I.test(text) || ENDING_I.test(text),
    saysWe: (signs & WE) > 0 || CJK_WE.test(text) || ENDING_WE.test(text),
    isSecondPerson: (signs & YOU) > 0 || CJK_YOU.test(text) || endsInYou(text),
    namesSubjects: (signs & NAMES_SUBJECTS) > 0,
  };
}

/**
 * The length of an Arabic `and` (و or ف) at the start of a word, 0 if there is none; Arabic writes
 * it without a space.
 */
function andIn(word: string): number {
  return word.startsWith('و') || word.startsWith('ف') ? 1 : 0;
}

/** `Je` means `I` in French, `you` in Dutch, and `is` in Slavic languages. */
function whoIsJe(text: string): number {
  if (DUTCH.test(text)) return YOU;
  return SLAVIC.test(text) ? 0 : I;
}

function endsInYou(text: string): boolean {
  if (text.includes('¿') && POLITE_YOU.test(text)) return true;
  return ENDING_YOU.test(text) || (text.includes('ك') && SUFFIXED_YOU.test(text));
}
