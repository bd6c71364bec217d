import assert from 'node:assert/strict';
import type { CountedLabel } from '../../../src/core/interview/scripts/labels';
import type { Corrections } from '../../../src/core/interview/model';
import type { Person } from '../../../src/core/interview/people/people';
import { rolesOf, type Habits, type Setting } from '../../../src/core/interview/people/roles';

/** How somebody speaks who answers. */
const ANSWERS: Habits = {
  turns: 10,
  asking: 0,
  questions: 0,
  addressing: -0.5,
  brevity: -0.5,
  asked: 0.9,
  hosting: 0,
  speaksFirst: false,
};
/** How somebody speaks who asks. */
const ASKS: Habits = {
  ...ANSWERS,
  asking: 0.9,
  questions: 0.9,
  addressing: 0.5,
  brevity: 0.5,
  asked: 0,
};
/** How people speak in a meeting, where one asks as much as the other. */
const TALKS: Habits = { ...ANSWERS, asking: 0.2, questions: 0.2, addressing: 0, brevity: 0 };
/** Of people who tell, where nobody asks. */
const TELLS: Habits = {
  ...ANSWERS,
  asking: 0,
  questions: 0.1,
  asked: 0,
  addressing: 0,
  brevity: 0,
};

type Said = readonly [name: string, habits: Habits, more?: Partial<Person>];

function roles(
  said: readonly Said[],
  setting: Partial<Setting> = {},
  corrections: Corrections = {},
): string[] {
  const people = said.map(([name, , more]): Person => {
    const label = { name, key: name.toLowerCase() } as CountedLabel;
    return { labels: [label], name, announced: 0, ...more };
  });
  const habits = said.map(([, one]) => one);
  return rolesOf(people, habits, corrections, { preamble: '', hasQuestioner: false, ...setting });
}

describe('Who asks', () => {
  const cases: [what: string, said: readonly Said[], roles: string[]][] = [
    [
      'is who ends turns in questions',
      [
        ['Ann', ANSWERS],
        ['Bo', ASKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who holds more questions',
      [
        ['Ann', TALKS],
        ['Bo', { ...TALKS, questions: 0.5 }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who says “you”',
      [
        ['Ann', TALKS],
        ['Bo', { ...TALKS, addressing: 0.3 }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who speaks shorter',
      [
        ['Ann', TALKS],
        ['Bo', { ...TALKS, brevity: 0.5 }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who welcomes',
      [
        ['Ann', TELLS],
        ['Bo', { ...TELLS, hosting: 0.5 }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who speaks first, if nothing else tells',
      [
        ['Ann', TALKS],
        ['Bo', { ...TALKS, speaksFirst: true }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who is called so',
      [
        ['Ann', ASKS],
        ['Interviewer', ANSWERS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is not who is called one who answers',
      [
        ['Guest', ASKS],
        ['Bo', TALKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who presides',
      [
        ['Ann', TALKS],
        ['The Chair', TALKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is a magazine',
      [
        ['Ann', TALKS],
        ['The Harbour Letter', TALKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is not who is described',
      [
        ['Ann', TALKS, { description: 'a pilot' }],
        ['Bo', TALKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is who is announced so',
      [
        ['Ann', TALKS],
        ['Bo', TALKS, { announced: 3 }],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is not who is announced to answer',
      [
        ['Ann', TALKS, { announced: -1 }],
        ['Bo', TALKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'is whoever asks more of voices with letters',
      [
        ['A', ASKS],
        ['B', TALKS],
      ],
      ['interviewer', 'interviewee'],
    ],
    [
      'is Q, of Q and A',
      [
        ['Q', TALKS],
        ['A', ASKS],
      ],
      ['interviewer', 'interviewee'],
    ],
    [
      'are several of three',
      [
        ['Ann', ASKS],
        ['Bo', { ...ASKS, asking: 0.8 }],
        ['Cy', ANSWERS],
      ],
      ['interviewer', 'interviewer', 'interviewee'],
    ],
    [
      'are not several of two',
      [
        ['Ann', ASKS],
        ['Bo', { ...ASKS, asking: 0.8 }],
      ],
      ['interviewer', 'interviewee'],
    ],
    [
      'are of three not those who ask some of the time',
      [
        ['Ann', ASKS],
        ['Bo', TALKS],
        ['Cy', ANSWERS],
      ],
      ['interviewer', 'interviewee', 'interviewee'],
    ],
    [
      'are beside one who is called so only those who ask more',
      [
        ['Host', ASKS],
        ['Bo', { ...TALKS, asking: 0.6 }],
        ['Cy', ANSWERS],
      ],
      ['interviewer', 'interviewee', 'interviewee'],
    ],
    [
      'is nobody where all tell',
      [
        ['Ann', TELLS],
        ['Bo', TELLS],
        ['Cy', TELLS],
      ],
      ['other', 'other', 'other'],
    ],
    [
      'is somebody where one is called so',
      [
        ['Ann', TELLS],
        ['Moderator', TELLS],
      ],
      ['interviewee', 'interviewer'],
    ],
  ];
  for (const [what, said, expected] of cases) {
    it(what, () => {
      assert.deepEqual(roles(said), expected);
    });
  }

  it('is nobody of those with labels where the questions have none', () => {
    assert.deepEqual(
      roles(
        [
          ['Ann', ASKS],
          ['Bo', ANSWERS],
        ],
        { hasQuestioner: true },
      ),
      ['interviewee', 'interviewee'],
    );
  });
});

describe('Apart from those who ask and those who answer', () => {
  const cases: [what: string, said: readonly Said[], roles: string[]][] = [
    [
      'one narrates',
      [
        ['Narrator', TELLS],
        ['Ann', ASKS],
        ['Bo', ANSWERS],
      ],
      ['narrator', 'interviewer', 'interviewee'],
    ],
    [
      'no narrator is who is asked, as in oral history',
      [
        ['Narrator', ANSWERS],
        ['Ann', ASKS],
      ],
      ['interviewee', 'interviewer'],
    ],
    [
      'somebody calls in',
      [
        ['Caller 2', ASKS],
        ['Ann', ASKS],
        ['Bo', ANSWERS],
      ],
      ['caller', 'interviewer', 'interviewee'],
    ],
    [
      'somebody sits on a panel',
      [
        ['Panelist 1', ANSWERS],
        ['Ann', ASKS],
        ['Bo', ANSWERS],
      ],
      ['panellist', 'interviewer', 'interviewee'],
    ],
    [
      'one narrates where nobody asks',
      [
        ['Narrator', TELLS],
        ['Ann', TELLS],
        ['Bo', TELLS],
      ],
      ['narrator', 'other', 'other'],
    ],
  ];
  for (const [what, said, expected] of cases) {
    it(what, () => {
      assert.deepEqual(roles(said), expected);
    });
  }

  const four: readonly Said[] = [
    ['Ann', ASKS],
    ['Bo', ANSWERS],
    ['Cy', ANSWERS],
    ['Di', ANSWERS],
  ];

  it('those who answer are a panel where one is announced, and they are three', () => {
    const preamble = 'A panel discussion on ferries';
    const panel = ['interviewer', 'panellist', 'panellist', 'panellist'];
    assert.deepEqual(roles(four, { preamble }), panel);
    assert.deepEqual(roles(four.slice(0, 3), { preamble }), [
      'interviewer',
      'interviewee',
      'interviewee',
    ]);
    assert.deepEqual(roles(four), ['interviewer', 'interviewee', 'interviewee', 'interviewee']);
  });
});

describe('A person decides', () => {
  const two: readonly Said[] = [
    ['Ann', ASKS],
    ['Bo', ANSWERS],
  ];

  it('who asks, by a name in any letters', () => {
    assert.deepEqual(roles(two, {}, { interviewers: ['BO'] }), ['interviewee', 'interviewer']);
    assert.deepEqual(roles(two, {}, { interviewers: [] }), ['interviewee', 'interviewee']);
  });

  it('who asks, by a label', () => {
    const labels = [{ name: 'B.', key: 'b.' } as CountedLabel];
    const said: readonly Said[] = [
      ['Ann', ASKS],
      ['Bo', ANSWERS, { labels }],
    ];
    assert.deepEqual(roles(said, {}, { interviewers: ['B.'] }), ['interviewee', 'interviewer']);
  });

  it('the role of one, and of nobody else', () => {
    assert.deepEqual(roles(two, {}, { roles: { bo: 'narrator' } }), ['interviewer', 'narrator']);
  });
});
