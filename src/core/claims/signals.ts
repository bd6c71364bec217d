import type { ClaimKind } from './model';

/** A family of words that speak for a kind of claim, or (kind undefined) against any. */
export interface Signal {
  readonly kind: ClaimKind | undefined;
  readonly weight: number;
  /** Matched on the sentence with straight apostrophes, ignoring case unless capitals matter. */
  readonly words: RegExp;
}

const any = (words: string) => new RegExp(`(?<![\\p{L}'-])(?:${words})(?![\\p{L}-])`, 'iu');

/** To add a signal, add a row. The weights of a kind are added up; the strongest kind wins. */
export const SIGNALS: readonly Signal[] = [
  // What is to come.
  {
    kind: 'prediction',
    weight: 1.2,
    words: any("will|won't|'ll|shall|is going to|are going to|is set to|are set to"),
  },
  { kind: 'prediction', weight: 0.8, words: any('would|could|may|might|can be expected') },
  {
    kind: 'prediction',
    weight: 0.8,
    words: any(
      'next (?:year|month|week|decade|election)|by 20[2-9]\\d|in 20[3-9]\\d|within (?:the next )?\\w+ (?:years|months|weeks|days)|in the (?:coming|near|long)|eventually|in the future|soon',
    ),
  },
  {
    kind: 'prediction',
    weight: 0.9,
    words: any(
      "(?:don't|do not|would|I|we) expect|forecast|predict\\w*|anticipate\\w*|likely|unlikely|probably",
    ),
  },
  // What somebody thinks of it.
  {
    kind: 'judgement',
    weight: 1,
    words: any(
      "I think|I believe|I feel|in my (?:view|opinion|judge?ment)|in our view|I(?:'m| am) (?:convinced|sure|certain)|I doubt|I suspect|it seems|seems? to|appears? to|arguably|frankly|(?:don't|do not) think",
    ),
  },
  {
    kind: 'judgement',
    weight: 0.9,
    words: any(
      'good|bad|great|poor|better|best|worse|worst|important|significant|serious|dangerous|risky|weak|strong|wrong|right|mistake|failure|success|successful|unfair|fair|terrible|excellent|crucial|critical|welcome|tepid|powerful|most|too|really|largely|obviously|clearly|simply|bluntly|enough|would be a',
    ),
  },
  // What follows from what.
  {
    kind: 'cause',
    weight: 1.4,
    words: any(
      'because|as a result|therefore|due to|owing to|caused? by|led to|leads? to|results? in|resulted in|the reason (?:is|was|that|why)|thanks to|that is why|consequently|in order to|so that|drives?|driven by|means that',
    ),
  },
  // What ought to be done.
  {
    kind: 'recommendation',
    weight: 1.6,
    words: any(
      "(?<!(?:that|which) (?:\\S+ ){0,2})should(?:n't)?|ought to|must|need(?:s)? to|has to|have to|had better|I(?:'d| would) (?:recommend|urge|advise|suggest)|it is (?:time|vital|essential) (?:to|that)|let us|let's",
    ),
  },
  // What somebody promises.
  {
    kind: 'commitment',
    weight: 1.8,
    words: any(
      "(?:we|I)(?: will|'ll| shall) (?!see\\b|say\\b|tell\\b|be honest)(?:never |not )?\\w+|(?:we|I)(?:'re| are| am|'m) (?:committed|determined|going) to|we (?:promise|pledge|commit)|I (?:promise|pledge|commit)",
    ),
  },
  // What can be checked.
  {
    kind: 'fact',
    weight: 0.9,
    words: any(
      '\\d[\\d.,]*(?: ?(?:%|per cent|percent|million|billion|trillion|thousand|euros?|dollars?|years?|people))?|half|a third|two thirds|a quarter|doubled|tripled|hundreds?|thousands?|millions?|billions?',
    ),
  },
  {
    kind: 'fact',
    weight: 0.8,
    words: any(
      'in (?:January|February|March|April|May|June|July|August|September|October|November|December)|in (?:19|20)\\d\\d|last (?:year|month|week|winter|summer|spring|autumn|fall)|ago|since|yesterday|today',
    ),
  },
  {
    kind: 'fact',
    weight: 0.8,
    words: any(
      'was|were|has|have|had|did|said|told|reported|denied|announced|signed|built|paid|made|took|became|began|started|ended|increased|fell|rose|lost|won|gained|published|estimated',
    ),
  },
  {
    kind: 'fact',
    weight: 0.5,
    words: any(
      'is|are|does|do|exists?|allows?|costs?|remains?|shows?|provides?|wants?|sees?|checks?|carry|carries',
    ),
  },
  // What is none.
  {
    kind: undefined,
    weight: 2,
    words: any(
      "thank you|thanks (?:for|so|very)|welcome to|nice to|good (?:morning|afternoon|evening)|hello|hi there|let me (?:just |first |start )?|to be honest|I(?:'d| would) like to|you know what|as I said|we will see|we'll see",
    ),
  },
  {
    kind: undefined,
    weight: 1.2,
    words: any("what if|suppose|imagine|if I were|let's say|had (?:he|she|they|it) "),
  },
];

/** Names and numbers make a sentence worth checking. */
export const NAME_INSIDE = /(?<=\p{Ll}[,;:]? )(?:the )?\p{Lu}[\p{L}.]+/gu;
export const NUMBER = /\d/;

/** A source to whom a claim is ascribed, before or behind what is claimed. */
const SAYS =
  '(?:said|says|say|have said|has said|told|tells|claims?|claimed|argues?|argued|warns?|warned|denied|denies|insists?|insisted|believes?|reported|reports|announced|suggested|suggests|hinted|stated|acknowledged|predicted|estimated|estimates|called)';
export const REPORTED = new RegExp(
  `(?<source>(?:(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa] number of|[Tt]he|[Oo]ther|[Ss]enior|[Tt]hese|[Tt]hose) )?(?:[\\p{L}][\\p{L}.'-]* ){0,5}[\\p{L}][\\p{L}.'-]+)(?:,[^,]{1,60},)? ${SAYS}\\b`,
  'u',
);
export const ACCORDING = /\baccording to (?<source>(?:[\p{L}.'-]+ ?){1,6})/iu;
