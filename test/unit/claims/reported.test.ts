import assert from 'node:assert/strict';
import { findClaims } from '../../../src/core/claims/find';
import { reportedSource } from '../../../src/core/claims/reported';
import { wordsOf } from '../../../src/core/claims/words';

const sourceOf = (sentence: string) => {
  const span = reportedSource(wordsOf(sentence), sentence);
  return span && sentence.slice(span.start, span.end);
};

describe('Who is reported to claim something', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Some harbour officials have said the pier is safe.', 'Some harbour officials'],
    ['But harbour master Ann Holt said bluntly that it will fall.', 'harbour master Ann Holt'],
    ['In 2019 Holt denied three reports.', 'Holt'],
    ['In March the head of the port denied it.', 'the head of the port'],
    ['Ann Holt, the harbour master, told reporters that it holds.', 'Ann Holt'],
    ['Norland and Sunland officials warned of ice.', 'Norland and Sunland officials'],
    ['According to the harbour office, 40 boats sank.', 'the harbour office'],
    ['It sank, and according to its own log it had no pilot.', 'its own log'],
    ['“It holds,” said Ann Holt.', 'Ann Holt'],
    ['The crews believe that it holds.', 'The crews'],
    ['He has repeatedly claimed it was sold.', 'He'],
    ['The minister said that the bridge was safe.', 'The minister'],
    ['The minister told parliament that the bridge was safe.', 'The minister'],
    ['The minister, however, denied it.', 'The minister'],
    ['Two of the guards testified that the gate was open.', 'Two of the guards'],
    ['Several witnesses say that the gate was open.', 'Several witnesses'],
    [
      'A report by the audit office found that the books were wrong.',
      'A report by the audit office',
    ],
    ['The report says that the books were wrong.', 'The report'],
    ['Her lawyer claims that she was at home.', 'Her lawyer'],
    ['My brother always said it would end badly.', 'My brother'],
    ['My friends in the navy tell me that the ship is lost.', 'My friends in the navy'],
    ['People say that he is rich.', 'People'],
    ['They say that he is rich.', 'They'],
    ['It was the mayor who said it would be finished by May.', 'the mayor'],
    ['As the mayor said, it was finished.', 'the mayor'],
    ['According to police, nobody was hurt.', 'police'],
    ['According to two officials who asked not to be named, the deal is dead.', 'two officials'],
    ['Nobody was hurt, according to the fire brigade.', 'the fire brigade'],
    ['In the words of the judge, it was a disgrace.', 'the judge'],
    ['“We are broke,” the mayor said.', 'the mayor'],
    ['“We are broke,” said the mayor.', 'the mayor'],
    ['“We are broke”, the mayor of Lund told reporters.', 'the mayor of Lund'],
    ['Ruth Abel has argued that prices will fall.', 'Ruth Abel'],
    ['Ruth Abel and Jon Lind argued that prices will fall.', 'Ruth Abel and Jon Lind'],
    ['The U.S. government has said it will pay.', 'The U.S. government'],
    ['Ruth Abel, who runs the port, says that it is full.', 'Ruth Abel'],
    ['The New River Times reported that he had fled.', 'The New River Times'],
    ['That is what the doctors told us.', 'the doctors'],
    ['The doctors told us that he had two months.', 'The doctors'],
    ['A study suggests that it works.', 'A study'],
    ['Critics believe that the law goes too far.', 'Critics'],
    ['Some critics have warned of a collapse.', 'Some critics'],
    ['The bank estimates that it lost two million.', 'The bank'],
    ['The letter states that the rent is due.', 'The letter'],
    ['She added that nobody had asked her.', 'She'],
    ['The prosecutor alleged that he took money.', 'The prosecutor'],
    ['The sign said “closed”.', 'The sign'],
    ['My mother thought that we were at school.', 'My mother'],
    ['Officials in Lund and Malm say that the water is safe.', 'Officials in Lund and Malm'],
    ['And then the captain says, “Jump!”', 'the captain'],
    ['On Monday the union announced a strike.', 'the union'],
    ['Last week the union announced a strike.', 'the union'],
    ['The crews said they have no pay.', 'The crews'],
    ['The mayor said to the crews that it was over.', 'The mayor'],
    ['Officials and experts say that it holds.', 'Officials and experts'],
    ['But officials and experts say that it holds.', 'officials and experts'],
    ['It leaks and Ann Holt said that it will fall.', 'Ann Holt'],
    ['It rained and officials said that it will fall.', 'officials'],
    ['To me Holt said that it was over.', 'Holt'],
    ['For many critics it holds, but many critics say that it leaks.', 'many critics'],
    ['According to her, nobody was hurt.', 'her'],
    ['According to some, nobody was hurt.', 'some'],
    ['According to most, it was the fog.', 'most'],
    ['Some say that the pier is safe.', 'Some'],
    ['Many believe that the pier is safe.', 'Many'],
    ['And some have argued that it leaks.', 'some'],
    ['According to Holt and Lind, the pier holds.', 'Holt and Lind'],
    ['According to police the pier holds.', 'police'],
    ['According to all the crews of the yard, it holds.', 'all the crews of the yard'],
    ['“It holds,” said she.', 'she'],
    ['“It holds,” said Holt and the mayor.', 'Holt and the mayor'],
    ['“It holds,” said Holt when the ice came.', 'Holt'],
    ['“It holds,” said Holt and then he left.', 'Holt'],
  ];
  for (const [sentence, source] of cases) {
    it(`${sentence} → ${source}`, () => assert.equal(sourceOf(sentence), source));
  }

  const own = [
    'I said that it would hold.',
    'We told them so.',
    'That said, it holds.',
    'It is said that the pier holds.',
    'She was told to leave.',
    'The report is on the table.',
    'You could say the pier is old.',
    'I don’t believe that the pier holds.',
    'Witnesses say the gate was open.',
    'They say he is rich.',
    'As the mayor put it, “we are broke”.',
    'The ministry hasn’t said how many were hurt.',
    'The ministry would not say how many were hurt.',
    'The ministry refused to say what it cost.',
    'Nobody said that it would be easy.',
    'No one has ever claimed that.',
    'I would have said that it was too late.',
    'We have always said that it was too late.',
    'What they said was wrong.',
    'He was told that it was too late.',
    'It is said that he is rich.',
    'Having said that, it works.',
    'Studies show that it works.',
    'He allegedly took money.',
    'I heard from a colleague that he left.',
    'You said that you would come.',
    'Did the minister say that?',
    'The man said to be the leader is dead.',
    'That said, the roads are better.',
    'No minister has said that it was over.',
    'Neither side said that it was over.',
    'Not a single minister said that it was over.',
    'Hardly a minister said that it was over.',
    'Does the minister say that?',
    'Do the officials say that?',
    'My mother thought so.',
    '“The crews believe it holds.”',
    'The mayor came, said nothing and left.',
    'She opened the door and said that it was late.',
    'It was widely believed that the pier holds.',
    'It makes her think that the pier holds.',
    'We all believe that the pier holds.',
    'According to this, the pier holds.',
    'According to his.',
  ];
  for (const sentence of own) {
    it(`${sentence} → the speaker`, () => assert.equal(sourceOf(sentence), undefined));
  }

  it('stands in the claim with offsets in the passage', () => {
    const passage = 'Well, yes. The port office said that 40 boats sank.';
    const reported = findClaims(passage)[0]?.reported;
    assert.ok(reported);
    assert.equal(passage.slice(reported.start, reported.end), 'The port office');
  });
});
