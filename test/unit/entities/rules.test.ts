import assert from 'node:assert/strict';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';

const lists = loadGazetteer(gazetteer);
/** Nothing, where the rules are sure. */
const HOW_SURE: Readonly<Record<number, string>> = {
  1: '',
  0.9: '',
  0.6: 'likely ',
  0.3: 'open ',
  0.1: 'weak ',
};
const MARK = /\[([^|\]]+)\|[^\]]+\]/g;

/** The sentence with its names marked as the rules find them: `[Anna Berg|person|director of the port]`. */
function markedByRules(sentence: string): string {
  let marked = '';
  let at = 0;
  for (const { start, end, type, certainty, description } of rulesRecogniser(lists)(sentence)) {
    const said = description && `|${sentence.slice(description.start, description.end)}`;
    const name = `${sentence.slice(start, end)}|${HOW_SURE[certainty]}${type}${said ?? ''}`;
    marked += `${sentence.slice(at, start)}[${name}]`;
    at = end;
  }
  return marked + sentence.slice(at);
}

describe('What rules alone tell of names, before they are weighed', () => {
  const sentences = [
    // A title, in which capitals mean little, ends without a full stop.
    'Harbour [Prices Rise Again|weak other] in [Lund|likely person] and [Oslo|place]',
    'Harbour [Prices Rise Again|open other] in [Lund|likely person] and [Oslo|place].',
    '“Harbour [Prices Rise Again|open other] in [Lund|likely person] and [Oslo|place].”',
    'Old [Harbour Prices|open other]',
    'We saw the [Old Harbour Prices|open other] of the crews',
    '[Anna Berg|person], [Lars Holm|person], [Jon Lind|person], [Ruth Abel|person], [Maria Kovac|person], [Dan Smith|person], [Eva Moberg|person], [Paul Smith|person], [Jane Cook|person], [Tom Young|person], [Jo Brandt|person], [Sam Hill|person], [Ann Lee|person]',
    // Dates, and I.
    'He met [Anna Berg|person] Tuesday in [Oslo|place].',
    'They met in June [Anna Berg|person] says.',
    'The [October Revolution|event] began, and the [October Council|organisation] met.',
    'It was [May Berg|open other] who came.',
    'He read it on [Black Friday|open other] at home.',
    'He came to [Kenya|place] Tuesday.',
    'He fought in [World War I|open other] in [France|place].',
    'It was [Peskov|likely other] I met.',
    'We like Tuesday and the Internet.',
    // Numbers within, and names side by side.
    'We have [Project 2049 Institute|organisation] people.',
    'We have [Apollo|likely other] 11 here.',
    'We have [Apollo|likely other] 11, [Anna|likely person] says.',
    'The [U.S.|place]-[China|place] pair is cold.',
    'It is about the [Russian Peskov|likely person] and others.',
    // What connects words to a name.
    'The [Center for Strategic and International Studies|organisation] wrote.',
    'He saw the [Institute|weak other] and [Congress|organisation] there.',
    'He saw the [Lind Harbour Institute|organisation] and [Museum|likely other] there.',
    'He saw [Anna Berg Lind|person] and [Holt|likely person] there.',
    'He was at the [Bank of England|organisation] and the [Battle of Kursk|event].',
    'The [Islamic State of Iraq|likely organisation] fell.',
    'The crews of [Lund|likely person] and [Lars|likely person] of [Oslo|place] met.',
    'He heads the [Ministry for Trade|organisation] and the [Institute on Fishing|organisation].',
    'A [Treaty on Open Skies|law] was signed by the [Union of Crews|organisation].',
    'He is from the [Gulf of Finland|place] and likes the [Law of Jante|law].',
    'He has a [Letter|likely other] for [Anna|likely person], and a [Book|weak other] on [Kenya|place].',
    'We asked about [Ludwig van Beethoven|person] and [Omar al Rawi|person].',
    '[Ludwig von der Lund|person] came.',
    'We saw Professor van [Berg|weak other].',
    'She holds the [Lind Chair in River Studies|organisation].',
    'She took a Chair in [Oslo|place].',
    'We met [Lind|likely other] in [Oslo|place].',
    // At the beginning of a sentence a common word has its capital from there.
    'Bank managers left.',
    '[Bank of England|organisation] managers left.',
    'Will [Smith|likely person] came.',
    '[North Sea|place] oil is cheap.',
    '[Norwegian|group] crews left.',
    '[New Lund|place] is far.',
    'May came late.',
    'May',
    '[Cook|weak other] said no.',
    'Cook, said she.',
    '[Cook|weak other] fished.',
    'Cook the fish.',
    '[Young|weak other]’s was old.',
    'It said no.',
    '[Trudged|weak other] home.',
    '[Jo|likely person] left.',
    '[NATO|likely organisation] left. [Anna|likely person] left. [Zorbal|weak other] left. [House|weak other] left. [Smith|likely person] left. [Google|weak other] left.',
    // Titles, and whose they are.
    'Minister [Holt|person|Minister] resigned.',
    'Mr. [Cook|person] was late.',
    'Mrs. [Zorbal|person|director of the port], director of the port, was late.',
    'We met Foreign Minister [Qin Gang|person|Foreign Minister] and [Norwegian|group] Foreign Minister [Lars Holm|person|Norwegian Foreign Minister].',
    'We met [U.S.|place] President [Lind|person|U.S. President] and [UK|place] Minister [Zorbal|person|UK Minister].',
    'We met President [Kenya|place|President] and Mr. [Kenya|place] there.',
    'We met Mr. [Holt|person] and Mrs. [Lind|person|director of the port], director of the port.',
    'We met Deputy Secretary of Defense [Lind|person|Deputy Secretary of Defense] and Secretary of State [Anna Berg|person|Secretary of State].',
    'We met the Minister of the Crews [Anna Berg|person|Minister of the Crews] there.',
    'We met the Secretary of State there.',
    'We met the [Norwegian|group] President of [Kenya|place] there.',
    'We met the Zorbal President of [Old Harbour|place] there.',
    'We met the President of Zorbal there.',
    'We saw the Minister and the Deputy.',
    'Then [Kremlin|organisation] spokesman [Dmitry Peskov|person|Kremlin spokesman] spoke.',
    'We spoke to spokesman [Zorbal|person|spokesman] and to analyst [Old Harbour|place] there.',
    'We spoke to former [Norwegian|group] foreign minister [Anna Berg|person|former Norwegian foreign minister] there.',
    'We spoke to spokesman [Kenya|place] there.',
    'We spoke to spokesman [Jon|person|spokesman], [Anna|likely person], and [Zorbal|likely other].',
    'He met [Zorbal|likely person|director of the port], director of the port, there.',
    'He met [Zorbal|likely person|who runs the port], who runs the port, there.',
    'He met [Kenya|place], director of the port, there.',
    'He met [Anna Berg|person], the old one, there.',
    '[Anna Berg|person|director of the port] was the director of the port.',
    '[Zorbal|weak other] is a house of cards.',
    // By lists.
    'The [U.S.|place], the [UK|place], the [U.A.E.|place] and the [USSR|place] signed.',
    'The [US|place] and [USA|place] and [U.K.|place] and [UAE|place] signed.',
    'The [US Steel|open organisation] workers left.',
    'The [USSRX|likely organisation] left.',
    'He likes [South Koreans|group], [West German|group] cars and the [Kenyans|group].',
    'Some [Kenyan Boats|open other] sank.',
    'He met [Plato|person] and [Barack Obama|person].',
    'He works for [Google|likely organisation] and for [Deutsche Bank|organisation].',
    // By the words that they begin or end with.
    'He sailed the [USS Lind|equipment], not the [ABC Lind|open organisation].',
    'They passed the [Clean Water Act|law] after the [Cuba Crisis|event].',
    'They bombed the [Lind River|place] and the [Mount Zorbal|place].',
    'They bought an [Abrams Tank|equipment] for [Zorbal Island|place].',
    'They saw the [Act|weak other] and the [Crisis|weak other].',
    'They met at the 2019 [Lund Conference|event].',
    'They spoke of the [Lund 2019 Conference|event], not of the [Lund Conference|open other].',
    'During the [Fishing Conference|event] it rained.',
    'They attended [Fishing Conference|event] talks.',
    'They spoke of the [Conference|likely other].',
    'He was at the [Conference on Fishing|event].',
    'They signed the [Lund Convention|law] and the [Convention on Fishing|law].',
    'They signed the [Convention for Fishing Rights|law] there.',
    'They signed the [Old Convention|open other] and the [Convention of Old Crews|open other].',
    // By their form.
    'He met [J. Zorbal|likely person] and [J Zorbal|likely person] there.',
    'He met [Zorbal Smith|likely person] there.',
    'He is from [Zorbal Kenya|likely organisation] there.',
    'He is from [Zorbal ABC|open organisation] and [ABC Zorbal|open organisation] there.',
    'He likes [Zorbal Quorn|likely person] and [Zorbal Quorn Blim|likely person] and [Zorbal Quorn Blim Drax|open other].',
    'He likes [Old Zorbal|open other] and [Prices Rise Again|open other] there.',
    'He flew an [F-16|likely equipment] and a [Su-35s|likely equipment].',
    'He saw [NATO|likely organisation] and a [HUGE|weak organisation] crowd and X there.',
    'We saw [Anna|likely person] and [Smith|likely person] and [House|weak other] and [Zorbal|likely other] there.',
    // By what stands beside them.
    'We went to the [West|place] and the [Hague|place], and [West|likely other].',
    'The [Zorbal|person] administration failed, as [Quorn|person] said.',
    'They said that the [House|weak other] said no.',
    'We live in [Zorbal|open place], near [Quorn|open place], not by [Blim|likely other].',
  ];
  for (const sentence of sentences) {
    it(sentence, () => {
      assert.equal(markedByRules(sentence.replace(MARK, '$1')), sentence);
    });
  }
});
