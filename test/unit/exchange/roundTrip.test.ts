import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { select } from '../../../src/core/annotations/anchor';
import type { Annotation } from '../../../src/core/annotations/model';
import { CLAIM_KINDS } from '../../../src/core/claims/model';
import { FINDER } from '../../../src/core/exchange/aspects';
import { codebookXml } from '../../../src/core/exchange/refi/codebook';
import { allCodes, type Project } from '../../../src/core/exchange/refi/model';
import { packingProject } from '../../../src/core/exchange/refi/writeProject';
import { TextLines } from '../../../src/core/text/lines';
import { trimmed } from '../../../src/core/text/span';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { all, documentOf, projectOf, thereAndBack, type Folder } from './support';
import { runs } from '../support/runs';

const { taxonomy, codebook } = parseTaxonomy(`
topics:
  - label: Water
    description: Rivers & dams <all of them>
    terms: [river, "dam*"]
    color: "#1f77b4"
    children:
      - { label: Treaties, id: law, terms: [treaty], exclude: [treaty room], icon: law }
      - { label: "سد", terms: ["سد"], guid: 0F0E0D0C-0b0a-4908-8706-050403020100 }
  - Salt
codebook:
  - { id: doubt, name: To be doubted, shortcut: 1, children: [{ name: Hearsay }] }
`);
assert(taxonomy && codebook);

const words = fc.constantFrom(
  ...[
    'The river will probably rise.',
    ' The dam 🚣 holds',
    '\u{1f469}\u200d\u{1f33e}',
    ' سد النهر',
    ' & <b>',
  ],
  ...[
    '\r\n\r\n',
    '\n\n',
    '\r\n',
    '\n',
    '\n\nOkafor: ',
    '\n\nThe Ferryman: ',
    '\t',
    ' ',
    '\ufeff',
    '\u202e',
  ],
  ...['I think the treaty will fail. ', '"', ']]>', '\u0001', 'é', 'e\u0301', '\ud83d', 'x'],
);
const texts = fc.array(words, { minLength: 5, maxLength: 30 }).map((parts) => {
  return `The Ferryman: Why the river?\n\nInes Okafor: ${parts.join('')}`;
});
const said = fc.record({
  start: fc.nat(300),
  length: fc.integer({ min: 1, max: 60 }),
  kind: fc.option(fc.constantFrom(...CLAIM_KINDS), { nil: undefined }),
  tags: fc.uniqueArray(fc.constantFrom('doubt', 'Hearsay', 'free & easy', 'é'), { maxLength: 3 }),
  topics: fc.uniqueArray(fc.constantFrom('water', 'law', 'salt'), { maxLength: 2 }),
  notTopics: fc.constantFrom(['salt'], ['water', 'law'], undefined),
  confidence: fc.constantFrom('low', 'high', undefined),
  status: fc.constantFrom('open', 'refuted', undefined),
  rating: fc.constantFrom({ source: 'B', information: '2' } as const, undefined),
  coder: fc.constantFrom('Ann', 'Bo <b>', undefined),
  note: fc.constantFrom('why?', 'two\nlines', undefined),
  dismissed: fc.constantFrom(true, undefined),
});
const parts = fc.array(
  fc.record({ text: texts, said: fc.array(said, { maxLength: 6 }), byHand: fc.boolean() }),
  { maxLength: 3 },
);
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function folderOfParts(written: Parts): Folder {
  const documents = written.map(({ text, said, byHand }, index) => {
    const lines = TextLines.of(text);
    const annotations = said.flatMap(({ start, length, ...rest }, at) => {
      const from = Math.min(start, text.length - 1);
      // People select words, not the white space around them.
      const span = trimmed(text, { start: from, end: Math.min(text.length, from + length) });
      if (span.start === span.end) return [];
      return [{ id: `a${at}`, selector: select(lines, span), ...rest } as Annotation];
    });
    const corrections = { interview: true, ...(byHand && { interviewers: ['Ferryman'] }) };
    const name = `${index % 2 ? 'field notes/' : ''}interview ${index}.txt`;
    return documentOf(name, text, { corrections, annotations }, taxonomy);
  });
  return { documents, taxonomy: taxonomy!, codebook: codebook! };
}

/** More can be asked for: `EXCHANGE_RUNS=2000`. */
const RUNS = Number(process.env['EXCHANGE_RUNS'] ?? 40);

/** What has to be the same after any number of exports and imports. */
function essence({ sources, users, ...rest }: Project): unknown {
  return {
    ...rest,
    users: users.map(({ name }) => name).sort(),
    sources: sources.map(({ selections, ...source }) => ({
      ...source,
      selections: selections.filter(
        ({ codings, note }) => codings.length > 0 || note !== undefined,
      ),
    })),
  };
}

/** What people said; what was found may differ by a hair where lines have ended with two units. */
function saidIn(project: Project): Project {
  const sources = project.sources.map((source) => {
    const selections = source.selections.map((selection) => {
      return {
        ...selection,
        codings: selection.codings.filter(({ user }) => user !== FINDER.guid),
      };
    });
    return { ...source, selections };
  });
  return { ...project, sources, users: [], codes: project.codes.slice(0, 3) };
}

describe('A REFI-QDA project', () => {
  it('is the same after it was exported, imported and exported again', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const first = projectOf(folderOfParts(written));
        const back = thereAndBack(first);
        assert.deepEqual(back.losses, []);
        const second = projectOf(back.folder);
        assert.deepEqual(essence(saidIn(second)), essence(saidIn(first)));
        const third = projectOf(thereAndBack(second).folder);
        assert.deepEqual(essence(third), essence(second));
      }),
      runs(RUNS),
    );
  });

  const halved: readonly {
    name: string;
    text: string;
    quotes: readonly [from: number, to: number][];
  }[] = [
    {
      name: 'two begin at a character, one of them in its middle',
      text: '🚣 rows',
      quotes: [
        [0, 7],
        [1, 4],
      ],
    },
    {
      name: 'two end at a character, one of them in its middle',
      text: 'rows 🚣',
      quotes: [
        [0, 6],
        [0, 7],
      ],
    },
    {
      name: 'two begin at a line end of two units',
      text: 'a\r\nb c',
      quotes: [
        [1, 6],
        [2, 4],
      ],
    },
    {
      name: 'one begins at half a character that is no character',
      text: 'a \ud83d b',
      quotes: [
        [2, 5],
        [2, 3],
      ],
    },
  ];
  for (const { name, text, quotes } of halved) {
    it(`keeps its order where ${name}`, () => {
      const lines = TextLines.of(`Why the river?\n\nInes Okafor: ${text}`);
      const from = lines.length - text.length;
      const annotations = quotes.map(([start, end], index): Annotation => {
        const selector = select(lines, { start: from + start, end: from + end });
        return { id: `a${index}`, selector, tags: [], topics: [], dismissed: true };
      });
      const file = { corrections: { interview: true }, annotations };
      const document = documentOf('a.txt', lines.toString(), file, taxonomy);
      const first = projectOf({ documents: [document], taxonomy, codebook });
      const selections = first.sources[0]?.selections.filter(({ codings }) => codings.length > 0);
      assert.ok((selections?.length ?? 0) >= 2);
      assert.deepEqual(essence(projectOf(thereAndBack(first).folder)), essence(first));
    });
  }

  it('refers only to what is there, with ranges within its texts', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const { codes, users, variables, sources, cases } = projectOf(folderOfParts(written));
        const guids = new Set<string>();
        const selections = sources.flatMap((source) => source.selections);
        const own = [
          ...allCodes(codes),
          ...users,
          ...variables,
          ...sources,
          ...cases,
          ...selections,
        ];
        for (const { guid } of own) {
          assert.match(guid, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
          assert.ok(!guids.has(guid), `${guid} twice`);
          guids.add(guid);
        }
        const codings = selections.flatMap((selection) => selection.codings);
        const references = [
          ...codings.flatMap(({ code, user }) => [code, user ?? code]),
          ...cases.flatMap((one) => [...one.sources, ...one.selections]),
          ...[...cases, ...sources].flatMap(({ values }) => values.map(({ variable }) => variable)),
        ];
        assert.deepEqual(
          references.filter((guid) => !guids.has(guid)),
          [],
        );
        for (const { text, selections: ofSource } of sources) {
          for (const { start, end } of ofSource)
            assert.ok(0 <= start && start < end && end <= text.length);
        }
      }),
      runs(RUNS),
    );
  });
});

/** The folder with the official Project.xsd and Codebook.xsd; this runs where it is named. */
const schemas = process.env['REFI_QDA_SCHEMAS'];

(schemas === undefined ? describe.skip : describe)('By the official schemas', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'refi-'));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function validate(schema: string, file: string, content: Uint8Array | string): void {
    const target = path.join(folder, file);
    writeFileSync(target, content);
    execFileSync('xmllint', ['--noout', '--schema', path.join(schemas ?? '', schema), target], {
      stdio: 'pipe',
    });
  }

  it('every project is valid', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const files = unzipSync(all(packingProject(projectOf(folderOfParts(written)))));
        validate('Project.xsd', 'project.qde', files['project.qde']!);
      }),
      runs(RUNS),
    );
  });

  it('every codebook is valid', () => {
    const project = projectOf({ documents: [], taxonomy, codebook });
    validate('Codebook.xsd', 'codebook.qdc', codebookXml(project.codes, 'Interview Lens'));
  });
});
