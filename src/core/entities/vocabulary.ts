/** Words by which names are told apart; all in lower case. To add a word, add it here. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** What somebody is; before a name it is a title, `minister` also after `foreign` or `prime`. */
export const TITLES = set(`
  president vice-president chancellor minister ministers secretary spokesman spokeswoman spokesperson
  senator senators congressman congresswoman representative representatives governor mayor ambassador
  envoy king queen prince princess emperor pope archbishop bishop cardinal rabbi imam sheikh ayatollah
  general admiral commodore brigadier colonel
  major captain lieutenant sergeant commander marshal director chairman chairwoman chair chief ceo
  founder professor dr doctor judge justice attorney analyst researcher fellow author journalist
  reporter correspondent editor historian economist scientist leader dictator premier commissioner
  officer inspector detective speaker coach manager partner deputy lawmaker mp tsar oligarch singer actor
  actress writer novelist poet artist painter composer gen lt col maj capt sgt cpl adm cmdr brig sen rep
  gov spc pvt`);
export const HONORIFICS = set(
  'mr mrs ms miss dr prof hon sir dame lord lady madam rev reverend herr frau monsieur madame mme mlle señor señora',
);
/** Words that may stand before a title and belong to it. */
export const TITLE_MODIFIERS = set(`
  foreign prime home shadow defence defense finance interior deputy vice former then-president senior chief first
  current acting assistant associate executive managing national press state general attorney
  secretary-general co-founder emeritus`);

/** What a title of state may be of: `Secretary of State`, `Director of National Intelligence`. */
export const OFFICES = set(`
  state defense defence treasury interior commerce energy labor health education justice staff affairs
  intelligence security trade finance economy transport transportation operations`);

/** A name that begins or ends with one of these is an organisation's. */
export const ORGANISATION_HEADS = set(`
  institute institution university college school academy ministry department agency administration
  project programme program bank council commission committee union party army navy guard fleet corps
  company group corporation corp inc ltd llc gmbh plc times post journal news magazine gazette herald
  tribune press agency association foundation society centre center federation alliance organisation
  organization office service services authority board bureau forum network congress parliament senate
  court league club church hospital laboratory lab labs observatory museum library trust fund
  brigade battalion regiment squadron police command directorate secretariat house initiative coalition
  team consortium chamber studios records airlines motors industries systems technologies partners
  brotherhood front movement militia registry inspectorate line lines government embassy`);
export const EVENT_HEADS = set(`
  war summit olympics games cup crisis revolution uprising election elections festival
  massacre battle famine genocide holocaust depression expo referendum coup spring`);
/** Both a body and a meeting: the bishops’ `Episcopal Conference`, the `Food Conference` in Rome. */
export const MEETING_HEADS = set('conference convention');
/** Before a name, these show that it takes place. */
export const TAKING_PLACE = set('at during after before since until attended attend attending');
export const LAW_HEADS = set(`
  act law treaty constitution agreement accord accords protocol directive amendment pact
  charter bill`);
/** Both a law, with {@link LEGAL} before it or `of` behind it, and what programmers write. */
export const CODE_HEADS = set('code');
/** A `Code` with one of these before it is a law; others are written by programmers, or worn. */
export const LEGAL = set(`
  penal criminal civil tax labor labour commercial building municipal revenue bankruptcy education
  family electoral election military naval maritime administrative vehicle health u.s states`);
export const PLACE_HEADS = set(`
  river sea ocean island islands strait straits gulf bay mountains mountain street avenue road square
  county province region peninsula valley desert lake park airport harbour harbor canal bridge city
  coast hills heights falls forest district republic kingdom states belt corridor sound`);
export const PLACE_STARTS = set(
  'mount lake gulf bay strait straits cape fort port north south east west northern southern eastern western central upper lower new saint st san santa',
);
export const EQUIPMENT_HEADS = set(
  'missile missiles tank tanks drone drones aircraft submarine frigate destroyer fighter jet rifle howitzer satellite rocket',
);
/** Governments, parliaments and the like by their seat, and organisations without a head in their name. */
export const ORGANISATIONS = new Set([
  ...set('kremlin pentagon bundestag knesset duma downing congress parliament senate interpol'),
  ...set('hezbollah hamas taliban daesh al-qaeda al-qaida al-shabaab isis isil'),
  ...['white house', 'state department', 'islamic state', 'boko haram', 'human rights watch'],
]);
/** Parts of the world that aren't states. */
export const WORLD_REGIONS = new Set([
  ...set(
    'arctic balkans caucasus caribbean scandinavia eurasia indo-pacific asia-pacific donbas sahel',
  ),
  ...['middle east', 'near east', 'far east', 'latin america', 'south america', 'north america'],
  ...['central america', 'central asia', 'south asia', 'east asia', 'southeast asia'],
  ...['global south', 'persian gulf', 'korean peninsula', 'soviet union', 'holy land'],
]);
/** With a capital and `the` before them, parts of the world. */
export const DIRECTIONS = set('west east north south gulf midwest hague');
/** What names of ships begin with. */
export const SHIP_PREFIXES = set('uss hms usns hmas hmcs ins rfs uscgc');
/** After a single name, these show that it is a person's. */
export const SAYING = set(
  'said says told tells asked asks wrote writes argued argues thinks thought believes believed replied added smiled laughed nodded recalled recalls',
);
/** After the first word of a sentence, these show that it may be a name: `Cook was`. */
export const DOING = new Set([
  ...SAYING,
  ...set(
    'is was has had does did would will can could might went came got took made gave knew saw left met',
  ),
]);
/** Words that begin sentences and aren't names, whatever follows. */
export const STARTS = set(`
  i it he she they we you this that these those there here who what which when where why how one nobody
  everybody everyone someone somebody nothing everything something all none some many most each both
  and but or so if then now will may can do does did is was are were be has have had could would should
  might must shall the a an`);
/** Those of them that are also given names: `Will Smith`. */
export const GIVEN_NAMES_TOO = set('will may');
/** Spoken or written before a name: `Hey Anna`, `Photo Anna Berg`. */
export const INTERJECTIONS = set(`
  uh um er hey hi hello oh yeah okay ok well so dear thanks sorry bye please yesterday today tomorrow
  together image photo video credit courtesy`);
/** Between the words of one name. */
export const CONNECTORS = set(
  'of the for and on de la le del della di da du des van von der den bin ibn al el y zu & in',
);
/** Capitalised in running text, but no names. */
export const NO_NAMES = set(
  'i ok tv ceo cto cfo pr hr ai it faq pdf url id usb q a phd md msc ba ma ps am pm bc ad dr mr mrs ms god covid cd cds dvd dvds dna rna gps iq gdp gnp pov lol rip k-12 internet',
);
