import type { ClaimKind } from './model';

/** A family of phrases that speak for a kind of claim, or (kind undefined) against any claim. */
export interface Signal {
  readonly kind: ClaimKind | undefined;
  /** Counts once a sentence, however many of its phrases occur. */
  readonly weight: number;
  /** Set for verbs that state facts: as every sentence has a verb, only the heaviest counts. */
  readonly tense?: 'past' | 'present';
  /** Set where somebody greets, thanks, or says what comes next. */
  readonly isProcedure?: boolean;
  /** As {@link PhraseTable} reads them. */
  readonly phrases: readonly string[];
}

const ADVERB =
  '(also|still|then|now|really|just|certainly|definitely|probably|simply|clearly|even|eventually|soon|all|only|actually)';

/**
 * What speaks for each kind. To add a signal, add a phrase to a row, or a row with a weight. The weights
 * of a kind are added up, and the heaviest kind wins. The longest phrase keeps its words from all others,
 * which is why some rows weigh nothing (`the will of` is no prediction).
 */
export const SIGNALS: readonly Signal[] = [
  // About the future.
  {
    kind: 'prediction',
    weight: 1.6,
    phrases: [
      `will|won't|shall|'ll ${ADVERB}`,
      `is|are|'s|'re ${ADVERB} going to be|have|get|become|happen|take|need|see|make|do|go|come|end|win|lose|cost|fall|rise|grow|change|continue|stay|keep|work|try|find|look|face|want|lead|put|play|bring|run|start|stop|move|give|pay|use|turn|help|hurt|fail|leave|remain|collapse|increase|decline|require`,
      'is|are|am not|never going to',
      "isn't|aren't going to",
      'it|that|this|they|he|she gonna',
      "is|are|'s|'re set|poised|about|due|bound|likely|unlikely to",
      "we will|'ll (only|never|also|soon|probably|all) be|see|have|find|know|need|face|lose|win|suffer|end|get|hear|remain|continue|never|become|still|always|probably|likely",
      'i predict|forecast|foresee|anticipate',
    ],
  },
  {
    kind: 'prediction',
    weight: 1.1,
    phrases: [
      'i|we|would (also|really) expect|anticipate|foresee',
      "don't|do_not|wouldn't expect|anticipate|foresee",
      'expected|projected|forecast|predicted|anticipated to',
      'expects|predicts|forecasts|anticipates|projections|forecasts',
      'bound|certain|sure|destined to',
    ],
  },
  {
    kind: 'prediction',
    weight: 1.1,
    phrases: [
      `would|could|might|'d ${ADVERB} be|become|lead|make|take|mean|give|go|have|cause|come|allow|require|provide|cost|happen|show|change|help|increase|force|create|result|push|bring|put|only`,
      "would|could|may|might|wouldn't",
      'may|might|could|would (also|well|even|still|soon) have',
      'has the potential to',
      'plan|plans|aim|aims|hope|hopes|hoping|planning|intends to',
    ],
  },
  {
    kind: 'prediction',
    weight: 0.5,
    phrases: [
      'inevitably|inevitable|eventually|ultimately',
      'next year|month|week|decade|century|election|generation|summer|winter|spring|autumn|fall',
      'in|over|within the coming|next|near|foreseeable|long (few|two|three|five|ten|several|couple_of) days|weeks|months|years|decades|decade|year|month|future|term|run|to_medium_term',
      "in|within|by a|two|three|four|five|ten|few (few) years|months|weeks|years' time",
      'some day|someday|sooner_or_later|from now on|down the road|in the future|years from now|by then|in time for',
    ],
  },
  // What somebody thinks of it.
  {
    kind: 'judgement',
    weight: 1,
    phrases: [
      `i|we (really|still|also|honestly|personally|certainly|just|actually|do|genuinely|always|firmly|strongly) think|believe|feel|guess|suspect|reckon|doubt|consider|find|assess|judge`,
      "i|we don't|do_not|didn't (really|necessarily) think|believe|feel|consider",
      'in my|our (own|humble|personal|honest) view|opinion|judgement|judgment|mind|estimation|experience|assessment',
      "i am|'m|was|would_be (not|quite|very|pretty|absolutely|fairly|deeply|still|really) convinced|sure|certain|confident|worried|sceptical|skeptical|concerned|surprised|disappointed|proud|afraid|optimistic|pessimistic|persuaded",
      'it|this|that seems|seemed|appears|looks|sounds|feels',
      'seems|seem|appears|appear to|as|like|that',
      "to|for me|my_mind it|this|that is|was|'s",
      "i would|'d|should|might (also|even|rather) say|argue|call|describe|suggest that|it|this|them|her|him",
      "i|we would|'d (even) say|argue",
      'arguably|frankly|obviously|clearly|undoubtedly|of_course|needless_to_say|surely|unfortunately|sadly|luckily|fortunately|thankfully|hopefully|tragically|ironically|interestingly|apparently|presumably',
      'must have been|had|known|felt|seen|thought|come|gone',
      'should|could|ought_to (never|not) have',
      'would (never|not) have',
    ],
  },
  {
    kind: 'judgement',
    weight: 1,
    phrases: [
      '(very|extremely|deeply|so|quite|most) good|bad|great|poor|better|best|worse|worst|important|significant|serious|dangerous|risky|weak|strong|wrong|mistake|mistaken|failure|success|successful|unfair|fair|terrible|horrible|awful|excellent|crucial|critical|vital|essential|tepid|powerful|impressive|remarkable|extraordinary|unprecedented|disastrous|catastrophic|tragic|brilliant|wonderful|amazing|fantastic|beautiful|ridiculous|absurd|stupid|foolish|naive|unwise|wise|smart|clever|irresponsible|outrageous|shameful|disgraceful|unacceptable|acceptable|inadequate|insufficient|sufficient|reasonable|unreasonable|useless|useful|valuable|harmful|effective|ineffective|difficult|easy|hard|impossible|tough|complicated|complex|huge|enormous|massive|tremendous|major|minor|key|unique|interesting|fascinating|exciting|scary|frightening|worrying|alarming|troubling|disturbing|problematic|unclear|clear|credible|implausible|plausible|unrealistic|realistic|legitimate|illegitimate|unjust|just_as|corrupt|incompetent|dishonest|honest|brave|courageous|reckless|vulnerable|fragile|robust|meaningful|meaningless|pointless|hopeless|overrated|underrated|exaggerated|misleading|ambitious|bold|cautious|aggressive|generous|greedy|cruel|evil|sad|scandal|disaster|tragedy|nightmare|catastrophe|triumph|breakthrough|threat|injustice|disgrace|nonsense|absurdity|blunder|priority|reliant|dependent|decisive|strange|odd|surprising|disappointing|overwhelming|marginal|mild|modest|considerable|profound|perfect|terrific|marvellous|lovely|nasty|ugly|sloppy|lazy|outdated|obsolete|necessary|unnecessary|inevitable|risk|risks|danger|dangers|advantage|disadvantage|leverage',
      'too|so much|many|little|few|late|early|often|far|big|small|long|slow|fast|close|weak|strong|high|low|expensive|hard|easily',
      "not|isn't|wasn't|aren't|never|hardly enough|really|exactly|necessarily",
      'the most|least|only|real|main|biggest|greatest|central|fundamental|single|true|whole|wrong|right problem|question|issue|thing|reason|challenge|danger|risk|point|answer|way|trouble|difficulty|lesson|test',
      'the most|least',
      "makes|made|make|makes_no|doesn't_make|does_not_make|making sense",
      'worth it|doing|fighting|reading|noting|trying',
      'largely|merely|nothing_more_than|nothing_but|no_more_than|far_from|a_lot_of|not_so_much',
      'failed|fails|fail|struggles|struggled|deserves|deserve|ignores|ignored|underestimate|underestimated|overestimate|overestimated|exaggerate|benefits|benefit',
      'ever|rather than',
    ],
  },
  // What follows from what.
  {
    kind: 'cause',
    weight: 1.5,
    phrases: [
      'because (of)',
      'as a result|consequence (of)',
      'therefore|thus|hence|consequently|thereby|accordingly',
      'due|owing|thanks to',
      'on account of',
      'caused|causes|cause (by)',
      'led|leads|leading to',
      'results|resulted|resulting in|from',
      'stems|stemmed|arises|arose|follows|comes|came from',
      'the|one|another|a (main|real|only|big|key|other|first|primary) reason|reasons (is|was|are|why|for|that|we|they|i|it|he|she)',
      "which|that|this is|'s|was (exactly|precisely|partly|also) why",
      'contributed|contributes|contributing to',
      'drives|drove|driven|triggered|triggers|prompted|provoked|sparked (by)',
      'means|meant that',
      'which means|meant',
      'made possible|it_possible|it_impossible',
      'responsible|to_blame|blame|blamed for',
      'brought about',
    ],
  },
  {
    kind: 'cause',
    weight: 0.8,
    phrases: [
      'in order to',
      'so that',
      'so as to',
      'given that|the',
      'it is about|why',
      'forced|forces|forcing|allowed|allows|enables|enabled|prevents|prevented (us|them|him|her|people)',
    ],
  },
  // What ought to be done.
  {
    kind: 'recommendation',
    weight: 1.8,
    phrases: [
      "should|shouldn't|must|mustn't|ought_to|oughtn't",
      "had|'d better",
      "i|we would|'d|strongly|will|do (strongly|also) recommend|urge|advise|suggest|propose|encourage|counsel",
      'i|we recommend|urge|advise|suggest|propose|call_for|call_on',
      'my|our advice|recommendation|suggestion|hope is|would_be|to',
      "it is|'s (high|about|now|absolutely|critically|very|so|really) time|vital|essential|crucial|imperative|critical|important|necessary (for_us|for_them|that|to)",
      'the best|right|only|first|next|smart|wise|sensible thing (we|you|they|to) (can|could) do',
      "let us|'s",
      'calls for',
    ],
  },
  {
    kind: 'recommendation',
    weight: 1.5,
    phrases: [
      "we|you|they|he|she|it|one|people|who|government|governments|country|countries need|needs|have|has|'ve got to",
      "we|you|they|he|she|it|people 've|have|has got|gotta to",
      'need|needs|have|has to be',
      'need|needs to',
      'need not|never|cannot afford to',
      "can't|cannot|can_not afford|allow|let|ignore|tolerate|accept|go_on|continue",
      'needs|requires|demands',
    ],
  },
  // What somebody promises.
  {
    kind: 'commitment',
    weight: 2.4,
    phrases: [
      `i|we will|'ll|shall (also|never|always|continue_to|not|certainly|keep|now|then|do|fight_to) do|build|make|fight|work|support|stand|invest|protect|defend|ensure|bring|cut|raise|create|provide|deliver|pay|help|send|sign|veto|vote|propose|introduce|launch|publish|release|open|close|end|stop|start|keep|use|give|take|put|hire|fund|pursue|oppose|block|reduce|increase|expand|restore|repeal|replace|appoint|announce|report|negotiate|enforce|hold|accept|allow|tolerate|abandon|surrender|give_up|rest|leave|forget|guarantee|present|submit|resign|run|join|strengthen|respond|act|meet|lead|honour|honor|reform|resist|continue|return|push|seek|veto|move|spend|offer|deploy|withdraw|answer_for|listen|implement|carry|complete|finish|train`,
      `i|we am|are|'m|'re (also|fully|absolutely|deeply|very|firmly|totally|still) committed|determined|resolved|dedicated to`,
      `i|we am|are|'m|'re (also|not|never|just|still|now) going to do|build|make|fight|work|support|stand|invest|protect|defend|ensure|bring|cut|raise|create|provide|deliver|pay|help|send|sign|veto|vote|propose|introduce|launch|publish|release|open|close|end|stop|start|keep|use|give|take|put|hire|fund|pursue|oppose|block|reduce|increase|expand|restore|repeal|replace|appoint|let|allow|continue|push|leave|sell|hold|move|change|rebuild|fix|add|train|double`,
      'i|we promise|pledge|commit|vow|swear|guarantee|undertake',
      "i|we 've|have promised|pledged|committed|vowed|sworn|undertaken",
      'you have my|our word',
      'our|my commitment|promise|pledge is|to',
      'i|we intend|plan to',
    ],
  },
  // What can be checked.
  {
    kind: 'fact',
    weight: 0.9,
    phrases: [
      'per cent|capita|year',
      'percent|percentage|hundred|hundreds|thousand|thousands|million|millions|billion|billions|trillion|trillions|dozen|dozens|tonnes|tons|kilometres|kilometers|miles|dollars|euros|pounds',
      'half|two_thirds|a_third|one_third|a_quarter|three_quarters of',
      'half (of) the|all|our|their',
      'doubled|tripled|quadrupled|halved|twice|triple|majority|minority|average',
      'more|fewer|less|higher|lower|larger|smaller|faster|greater than',
      'the first|second|third|last|largest|biggest|highest|lowest|oldest|youngest|fastest|smallest',
      'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty years|months|weeks|days|hours|people|men|women|children|times|countries|companies|states|miles|others|others|of',
    ],
  },
  {
    kind: 'fact',
    weight: 0.6,
    phrases: [
      'in january|february|march|april|june|july|august|september|october|november|december',
      'in|since|until|by early|late|mid january|february|march|april|june|july|august|september|october|november|december',
      'last|this year|month|week|winter|summer|spring|autumn|fall|century|decade',
      'years|months|weeks|days|decades|century ago|earlier|later|before|after',
      'ago|since|yesterday|recently|nowadays|today|currently|already|so_far|to_date|to_this_day|at_that_time|at_the_time|in_those_days|back_then',
      'for|over|during the past|last',
    ],
  },
  // Statements of what something is.
  {
    kind: 'fact',
    weight: 0.9,
    tense: 'past',
    phrases: [
      "was|were|wasn't|weren't (also|still|just|now|always|already|really|never|not|only) a|an|the|one|part|among",
    ],
  },
  {
    kind: 'fact',
    weight: 0.9,
    tense: 'present',
    phrases: [
      "is|are|isn't|aren't|'re (also|still|just|now|always|already|really|never|not|only) a|an|the|one|part|among",
    ],
  },
  {
    kind: 'fact',
    weight: 0.6,
    tense: 'past',
    phrases: [
      "was|were|wasn't|weren't|did|didn't|had|hadn't",
      'had (been|already|now|always|only|also|not|just|recently)',
      'was|were (also|never|already|only|then|later|not) born|built|founded|established|created|given|sent|taken|arrested|killed|elected|appointed|signed|killed|injured|held|made|told|called|forced|known|used|sold|paid|found|shot|destroyed|published',
      'said|told|reported|denied|announced|signed|built|paid|made|took|became|began|started|ended|increased|fell|rose|lost|won|gained|published|estimated|went|came|left|gave|sent|met|held|kept|brought|bought|sold|fought|wrote|spoke|stood|ran|grew|drew|broke|spent|led|found|taught|shot|died|lived|moved|worked|married|served|stole|flew|drove|chose|threw|sank|struck|survived|voted|warned|ordered|agreed|refused|decided|banned|passed|raised|received|proved|claimed|offered|promised|supported',
      'went|got|met|saw|knew|heard|felt|thought|stood|ran|cut|put|set|hid|hit|used_to',
    ],
  },
  {
    kind: 'fact',
    weight: 0.6,
    tense: 'present',
    phrases: ["has|hasn't|have|haven't|'ve (been|already|now|always|only|also|not|just|recently)"],
  },
  {
    kind: 'fact',
    weight: 0.5,
    tense: 'present',
    phrases: [
      "is|are|isn't|aren't|does|doesn't|do|don't",
      "there is|are|was|were|'s|has_been|have_been|isn't|aren't|exists|remains",
      'consists|belongs|owns|costs|spends|produces|exports|imports|employs|controls|operates|supplies|contains|covers|remains|provides|shows|wants|seeks|supports|opposes|accounts|depends|gives|sees|makes|takes|works|lives|runs|holds|serves|builds|sells|buys|pays|uses|carries|checks|receives|represents|relies',
    ],
  },
  // Statements about all or none.
  {
    kind: 'fact',
    weight: 0.4,
    phrases: ['never|always|nobody|no_one|everybody|everyone|every|none|all_of|none_of|each_of'],
  },
  // Words kept from the rows above.
  {
    kind: undefined,
    weight: 0,
    phrases: [
      'the|a|political|free|good|own|their|his|her|my|our|your will of|to|and|is|was',
      'political|free|good will',
      'might have (been)',
      'important|worth|fair|good|useful|interesting|helpful to note|remember|remind|mention|point_out|say|add|stress|emphasise|emphasize|recall|keep_in_mind',
      'as soon|long|well|good|far as',
      'at least|most|best|worst',
      'most of',
      'how|as|so important|good|bad|hard|difficult',
      'a good|great|long deal|while|many|time',
      'good friend|friends|luck|day',
      'great britain|war|power|powers|lakes',
      'had|needed to',
      'i|we have|need|had to say|admit|confess|be_honest|tell_you|ask',
      'i|we should|must|ought_to say|add|admit|mention|confess|note|stress|point_out',
      'i would say',
      'something|anything|nothing like that',
      'no|not|never have to',
      "don't|doesn't|didn't have|need to",
      'may|might not',
    ],
  },
  // No claims.
  {
    kind: undefined,
    weight: 0,
    isProcedure: true,
    phrases: [
      'thank you|god',
      'thanks for|so|very|again|a_lot',
      "i|we (also) want|wanted|would_like|'d_like to thank|ask|start|begin|welcome|acknowledge|recognise|recognize|congratulate|say_thank_you|introduce|talk|turn|mention",
      'let me (just|first|also|quickly|briefly|now) start|begin|say|tell|ask|add|give|explain|put|finish|answer|respond|turn|go|think|try|see|be|make|come|move|read|point|take',
      'welcome to|back',
      'nice|great|good|pleasure|lovely to meet|see|have|be|talk you|here|with',
      'good morning|afternoon|evening|night|question|point',
      'hello|hi|goodbye|bye|congratulations|please|sorry|excuse_me',
      'to answer|come_back|go_back|get_back to|your question|that',
      "that is|'s|was (a) (very|really|such) good|great|excellent|interesting|tough|hard|difficult question|point",
      "that is|'s right|correct|true|fine|all|it",
      "we 'll|will see|come_back|get_back|talk_about|get_to|turn_to|move_on|take_a_break|start|leave_it_there|be_right_back",
      "i 'll|will|'m_going_to|am_going_to|would|'d|can (just|only|first|also|try_to) say|tell|give|start|begin|come_back|get_back|explain|try|leave|be_honest|answer|add|read|mention|talk|ask",
      "i would|'d like|love to",
      "as i|we (have|'ve|just) said|mentioned|explained",
      'you know|see what i mean',
      'i mean|see|hear|wonder|wish|hope',
      "i don't|do_not|didn't|can't (really|exactly|even) know|remember|recall|understand",
      'would|could|can you|we',
      'tell|give me|us',
      'next question|slide',
    ],
  },
  {
    kind: undefined,
    weight: 0,
    phrases: [
      'what if',
      'suppose|imagine|assuming|hypothetically',
      'if i|you|we|he|she|it|they were',
      "let us|'s say|assume|suppose|imagine|see|go|talk|take|start|move|turn|look",
      'i|you|we|he|she|it|they wish',
    ],
  },
];
