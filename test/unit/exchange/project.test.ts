import assert from 'node:assert/strict';
import { select } from '../../../src/core/annotations/anchor';
import { parseAnnotationFile } from '../support/annotationFile';
import type { Annotation } from '../../../src/core/annotations/model';
import {
  codeOf,
  FINDER,
  NOBODY,
  refusalCode,
  type Meaning,
} from '../../../src/core/exchange/aspects';
import { Codebook } from '../../../src/core/codebook/model';
import { importingProject } from '../../../src/core/exchange/fromProject';
import { derivedGuid } from '../../../src/core/exchange/guid';
import { Losses } from '../../../src/core/exchange/losses';
import { allCodes, type Coding, type Project } from '../../../src/core/exchange/refi/model';
import { ProjectBuilder } from '../../../src/core/exchange/toProject';
import type { Corrections } from '../../../src/core/interview/model';
import { TextLines } from '../../../src/core/text/lines';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { all, documentOf, lossTexts } from './support';

const TAXONOMY = `topics: [{ label: Water, terms: [river] }, Salt]
codebook: [{ id: doubt, name: To be doubted }]`;
const TEXT = `Ferryman: Why the river?

Ines Okafor: The river will probably rise.

Ferryman: Who says so?

Ines Okafor: Everybody does.
`;

/** What is said of some words. */
type Said = readonly [words: string, more: Partial<Annotation>];
type Document = readonly [path: string, text: string, said?: readonly Said[], more?: Corrections];

function projectOf(documents: readonly Document[], found = true) {
  const { taxonomy, codebook } = parseTaxonomy(TAXONOMY);
  assert(taxonomy && codebook);
  const losses = new Losses();
  const options = { name: 'Talks', origin: 'Interview Lens 1', taxonomy, codebook, found };
  const builder = new ProjectBuilder(options, losses);
  for (const [path, text, said = [], more = {}] of documents) {
    const lines = TextLines.of(text);
    const annotations = said.map(([words, one], index): Annotation => {
      const start = text.indexOf(words);
      const selector =
        start < 0
          ? { start: 0, end: words.length, quote: words, prefix: '', suffix: '' }
          : select(lines, { start, end: start + words.length });
      return { id: `a${index}`, selector, tags: [], topics: [], ...one };
    });
    const corrections = { interview: true, ...more };
    builder.add(documentOf(path, text, { corrections, annotations }, taxonomy));
  }
  return { project: builder.finished(), losses: lossTexts(losses) };
}

/** Who coded what how: `words: codes (who); note`, in each source. */
function codings({ sources, codes, users }: Project): string[] {
  const names = new Map([...allCodes(codes), ...users].map(({ guid, name }) => [guid, name]));
  return sources.flatMap(({ text, selections }) =>
    selections.flatMap(({ start, end, codings: own, note }) => {
      if (own.length === 0 && note === undefined) return [];
      const by = new Map<string, string[]>();
      for (const { code, user } of own) {
        const who = names.get(user ?? '') ?? '?';
        by.set(who, [...(by.get(who) ?? []), names.get(code) ?? '?']);
      }
      const who = [...by].map(([name, codes]) => `${codes.join(', ')} (${name})`);
      return [[`${text.slice(start, end)}: ${who.join('; ')}`, note].filter(Boolean).join('; ')];
    }),
  );
}

const AUTO = 'Interview Lens (automatic)';

describe('A project that is made of documents', () => {
  it('holds what was found, as the coding of a user of its own', () => {
    const { project, losses } = projectOf([['a.txt', TEXT]]);
    assert.deepEqual(codings(project), [
      `Why the river?: Water (${AUTO})`,
      `The river will probably rise.: prediction, likely (${AUTO})`,
      `The river will probably rise.: Water (${AUTO})`,
    ]);
    assert.deepEqual(
      project.users.map(({ name }) => name),
      [AUTO],
    );
    assert.deepEqual(losses, []);
  });

  const CASES: [what: string, said: Said[], codings: string[], losses?: string[]][] = [
    ['nothing where nothing is said', [], []],
    [
      'all that somebody said, once each',
      [
        [
          'The river',
          {
            kind: 'cause',
            confidence: 'low',
            status: 'open',
            rating: { source: 'B', information: '2' },
            tags: ['doubt', 'by ear', 'by ear'],
            topics: ['salt'],
            notTopics: ['water'],
            note: 'Hm.',
            coder: 'Ann',
          },
        ],
      ],
      ['The river: cause, low, open, B, 2, To be doubted, by ear, Salt, Water (Ann); Hm.'],
    ],
    ['what nobody put a name to', [['The river', { tags: ['x'] }]], ['The river: x (Analyst)']],
    [
      'that somebody says it is no claim',
      [['The river', { dismissed: true }]],
      ['The river: no claim (Analyst)'],
    ],
    ['a note alone', [['The river', { note: 'Hm.' }]], ['The river: ; Hm.']],
    [
      'no topic that is gone, which is told',
      [['The river', { topics: ['gone'], notTopics: ['away'], tags: ['x'] }]],
      ['The river: x (Analyst)'],
      [
        '1× Topics of annotations that are not in the taxonomy: gone',
        '1× Topics of annotations that are not in the taxonomy: away',
      ],
    ],
    [
      'no words that are gone, which is told',
      [['The lake', { tags: ['x'] }]],
      [],
      ['1× Annotations whose words are not in their document any more.'],
    ],
  ];
  for (const [what, said, expected, losses = []] of CASES) {
    it(`holds ${what}`, () => {
      const made = projectOf([['a.txt', TEXT, said]], false);
      assert.deepEqual(codings(made.project), expected);
      assert.deepEqual(made.losses, losses);
    });
  }

  it('holds what was found beside what somebody said of the same words', () => {
    const words = 'The river will probably rise.';
    const of = (more: Partial<Annotation>) =>
      codings(projectOf([['a.txt', TEXT, [[words, more]]]]).project)[1];
    assert.equal(of({ tags: ['x'] }), `${words}: x (Analyst); prediction, likely (${AUTO})`);
    assert.equal(of({ kind: 'cause' }), `${words}: cause (Analyst); likely (${AUTO})`);
  });

  it('holds who speaks as cases, one over the documents where the name is full', () => {
    const { project } = projectOf([
      ['a.txt', TEXT],
      ['b.txt', TEXT],
    ]);
    const paths = new Map(project.sources.map(({ guid, name }) => [guid, name]));
    const told = project.cases.map(({ name, sources, selections, values }) => {
      const where = sources.map((guid) => paths.get(guid)).join(' and ');
      return `${name}, ${values.map(({ text }) => text).join()}: ${selections.length} in ${where}`;
    });
    assert.deepEqual(told, [
      'Ferryman, interviewer: 2 in a.txt',
      'Ines Okafor, interviewee: 4 in a.txt and b.txt',
      'Ferryman, interviewer: 2 in b.txt',
    ]);
    assert.deepEqual(
      project.variables.map(({ name }) => name),
      ['interview', 'role'],
    );
  });

  it('holds what the text says who somebody is, wherever it says so', () => {
    const introduced = `We met Ines Okafor, a pilot from Lund.\n\n${TEXT}`;
    for (const texts of [
      [TEXT, introduced],
      [introduced, TEXT],
    ]) {
      const { project } = projectOf(texts.map((text, index) => [`${index}.txt`, text] as const));
      assert.deepEqual(
        project.cases.flatMap(({ name, description }) =>
          description === undefined ? [] : [`${name}: ${description}`],
        ),
        ['Ines Okafor: pilot from Lund'],
      );
    }
  });

  it('holds free tags in the order of the alphabet', () => {
    const said: Said[] = [
      ['The river', { tags: ['salt', 'ebb'] }],
      ['Who', { tags: ['lore'] }],
    ];
    const [tags] = projectOf([['a.txt', TEXT, said]], false).project.codes.filter(
      ({ name }) => name === 'Tags',
    );
    assert.deepEqual(
      tags?.children.map(({ name }) => name),
      ['To be doubted', 'ebb', 'lore', 'salt'],
    );
  });

  it('holds all roles of who asks here and answers there', () => {
    const more = { interviewers: ['Ines Okafor'] };
    const { project } = projectOf([
      ['a.txt', TEXT],
      ['b.txt', TEXT, [], more],
    ]);
    const values = project.cases.find(({ name }) => name === 'Ines Okafor')?.values;
    assert.deepEqual(
      values?.map(({ text }) => text),
      ['interviewee, interviewer'],
    );
    assert.deepEqual(
      project.sources.map(({ values }) => values.map(({ text }) => text)),
      [['true'], ['true', '["Ines Okafor"]']],
    );
  });

  it('tells of names that are too long for others', () => {
    const long = 'x'.repeat(64);
    const { taxonomy } = parseTaxonomy(
      `topics: [{ id: x, label: ${long} }, { id: y, label: ${'y'.repeat(63)} }]`,
    );
    assert(taxonomy);
    const codebook = Codebook.empty;
    const losses = new Losses();
    new ProjectBuilder(
      { name: '', origin: '', taxonomy, codebook, found: true },
      losses,
    ).finished();
    assert.deepEqual(lossTexts(losses), [
      `1× Names of more than 63 characters, which MAXQDA cuts: ${long}`,
    ]);
  });
});

/** A project in which some words of one text are coded. */
function coded(
  codings: readonly Partial<Coding>[],
  more: { note?: string; user?: string } = {},
): Project {
  const own = codings.map((coding, index): Coding => ({ guid: `c${index}`, code: '?', ...coding }));
  const selection = { guid: 's', start: 4, end: 9, codings: own, ...more };
  const source = {
    guid: 'f',
    name: 'talk',
    text: 'The river.',
    selections: [selection],
    values: [],
  };
  const water = { guid: 'w', name: 'Water', isCodable: true, children: [] };
  return {
    name: 'Talks',
    origin: 'Another',
    users: [
      { guid: 'ann', name: 'Ann' },
      { guid: 'bo', name: 'Bo' },
      { guid: NOBODY.guid, name: 'Analyst' },
    ],
    codes: [water],
    variables: [],
    cases: [],
    sources: [source],
    notes: [],
    sets: [],
  };
}

/** The annotations of an imported project: `id: all that is said (coder); note`. */
function annotations(project: Project): { told: string[]; losses: string[]; count: number } {
  const losses = new Losses();
  const { files, annotations: count } = all(importingProject(project, losses));
  const file = files.find(({ path }) => path === 'talk.txt.annotations.yaml')?.content ?? '';
  const told = parseAnnotationFile(file).file.annotations.map((annotation) => {
    const { id, selector, kind, tags, topics, notTopics = [], coder, note, rating } = annotation;
    assert.equal(selector.quote, 'river');
    const said = [kind, ...tags, ...topics, ...notTopics.map((topic) => `not ${topic}`)];
    const grade = rating && `${rating.source ?? ''}${rating.information ?? ''}`;
    const more = [...said, annotation.confidence, annotation.status, grade].filter(Boolean);
    const none = annotation.dismissed ? 'no claim' : '';
    const who = coder === undefined ? '' : ` (${coder})`;
    return [`${id}: ${[none, ...more].filter(Boolean).join(', ')}${who}`, note]
      .filter(Boolean)
      .join('; ');
  });
  return { told, losses: lossTexts(losses), count };
}

describe('The annotations of an imported project', () => {
  const own = (aspect: Meaning['aspect'], value: string) => ({ code: codeOf({ aspect, value }) });
  const by = (user: string) => ({ code: 'w', user });
  const ofBo = derivedGuid('annotation', 's', 'bo');
  const ofAnn = derivedGuid('annotation', 's', 'ann');
  const CASES: [what: string, project: Project, told: string[], losses?: string[]][] = [
    ['have the topic of a code', coded([{ code: 'w' }]), ['s: water']],
    ['have who coded', coded([by('ann')]), ['s: water (Ann)']],
    [
      'have who selected, where a coding has nobody',
      coded([{ code: 'w' }], { user: 'ann' }),
      ['s: water (Ann)'],
    ],
    ['have who coded, whoever selected', coded([by('bo')], { user: 'ann' }), ['s: water (Bo)']],
    ['have no coder where nobody put a name to it', coded([by(NOBODY.guid)]), ['s: water']],
    ['have no coder where nobody is known', coded([by('gone')]), ['s: water']],
    ['leave out what was found automatically', coded([by(FINDER.guid)]), []],
    [
      'have what we wrote ourselves',
      coded([
        own('kind', 'cause'),
        own('confidence', 'low'),
        own('status', 'open'),
        own('source', 'B'),
        own('information', '2'),
        { code: refusalCode('w') },
      ]),
      ['s: cause, not water, low, open, B2'],
    ],
    ['have what we wrote of no claim', coded([own('decision', 'no claim')]), ['s: no claim']],
    ['have half of a rating', coded([own('source', 'B'), { code: 'w' }]), ['s: water, B']],
    [
      'have the first of two kinds',
      coded([own('kind', 'cause'), own('kind', 'fact'), own('kind', 'judgement')]),
      ['s: cause'],
      ['2× Second kinds, likelihoods, ratings and the like of one claim.'],
    ],
    ['have a code but once', coded([{ code: 'w' }, { code: 'w' }]), ['s: water']],
    [
      'are one for each who coded',
      coded([by('ann'), { ...own('kind', 'fact'), user: 'bo' }]),
      ['s: water (Ann)', `${ofBo}: fact (Bo)`],
    ],
    [
      'have the note of who coded alone',
      coded([by('ann')], { note: 'Hm.' }),
      ['s: water (Ann); Hm.'],
    ],
    [
      'are one more for a note, if several coded',
      coded([by('ann'), by('bo')], { note: 'Hm.' }),
      ['s: ; Hm.', `${ofAnn}: water (Ann)`, `${ofBo}: water (Bo)`],
    ],
    ['may be a note alone', coded([], { note: 'Hm.', user: 'ann' }), ['s:  (Ann); Hm.']],
    ['are none of a selection of which nothing is said', coded([]), []],
  ];
  for (const [what, project, told, losses = []] of CASES) {
    it(what, () => {
      const found = annotations(project);
      assert.deepEqual(found.told, told);
      assert.deepEqual(found.losses, losses);
      assert.equal(found.count, told.length);
    });
  }
});

describe('The files of an imported project', () => {
  const files = (project: Project) =>
    all(importingProject(project, new Losses())).files.map(({ path }) => path);

  it('have names of texts, each once', () => {
    const [source] = coded([]).sources;
    const named = (...names: string[]) =>
      names.map((name, index) => ({ ...source!, name, guid: `f${index}` }));
    const project = { ...coded([]), codes: [], sources: named('a', 'a', 'b.md', 'c/d', 'e.docx') };
    assert.deepEqual(files(project), ['a.txt', 'a 2.txt', 'b.md', 'c-d.txt', 'e.docx.txt']);
    const ours = { ...project, origin: 'Interview Lens 1' };
    assert.deepEqual(files(ours), ['a.txt', 'a 2.txt', 'b.md', 'c/d.txt', 'e.docx.txt']);
  });

  it('hold notes on it and its texts', () => {
    const project = coded([]);
    const sources = project.sources.map((source) => ({ ...source, description: 'Outside' }));
    const notes = [{ guid: 'n', name: 'To do', text: 'Rest' }];
    assert.deepEqual(files({ ...project, description: 'All', sources, notes }), [
      ...['taxonomy.yaml', 'talk.txt', 'notes/Talks.md', 'notes/talk.md', 'notes/To do.md'],
    ]);
  });

  it('hold what a person decided, if we wrote it down', () => {
    const of = (name: string, text: string) => {
      const project = coded([]);
      const values = [{ variable: derivedGuid('variable', name), text }];
      const sources = project.sources.map((source) => ({ ...source, values }));
      return files({ ...project, origin: 'Interview Lens 1', sources });
    };
    assert.ok(of('interview', 'true').includes('talk.txt.annotations.yaml'));
    assert.ok(!of('interview', 'broken').includes('talk.txt.annotations.yaml'));
    assert.ok(!of('role', 'true').includes('talk.txt.annotations.yaml'));
  });
});
