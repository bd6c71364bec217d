import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isMap, isSeq, parseDocument } from 'yaml';
import { reanchor, selectAll } from '../../../src/core/annotations/anchor';
import { moved, replacement } from '../../../src/core/annotations/follow';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import { changeOf, reversed, takingBack } from '../../../src/core/annotations/history';
import {
  ALIKE,
  CONFIDENCES,
  STATUSES,
  type Annotation,
  type AnnotationFile,
} from '../../../src/core/annotations/model';
import { readWhole } from '../../../src/core/annotations/read';
import { newAnnotationFile, writeWhole, type FileEdit } from '../../../src/core/annotations/write';
import { CLAIM_KINDS } from '../../../src/core/claims/model';
import { inEnglish } from '../support/inEnglish';
import type { Problem } from '../../../src/core/yaml/problem';
import { TextLines } from '../../../src/core/text/lines';
import { anyEdit, anyText, anyYaml, editIn } from '../support/anything';
import { runs } from '../support/runs';

const words = fc
  .oneof(
    fc.constantFrom(
      'x',
      'likely',
      '1',
      'null',
      'true',
      '# x',
      '- y: z',
      'a\nb',
      '“ä”',
      '*a',
      '&b',
      '{',
      '~',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .filter((text) => text.trim() !== '');
const list = fc.array(words, { maxLength: 3 });
const place = fc.nat(5000);

/** Whatever a person can say of words. */
const said = fc.record(
  {
    was: words,
    kind: fc.constantFrom(...CLAIM_KINDS),
    status: fc.constantFrom(...STATUSES),
    confidence: fc.constantFrom(...CONFIDENCES),
    rating: fc.constantFrom(
      { source: 'B' as const },
      { source: 'A' as const, information: '2' as const },
    ),
    notTopics: fc.array(words, { minLength: 1, maxLength: 2 }),
    note: words,
    dismissed: fc.constant(true),
    coder: words,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const selectors = fc
  .record({ start: place, quote: words, prefix: fc.string(), suffix: fc.string() })
  .chain((selector) =>
    fc.option(fc.constantFrom(...ALIKE), { nil: undefined }).map((alike) => ({
      ...selector,
      end: selector.start + selector.quote.length,
      ...(alike && { alike }),
    })),
  );

function annotations(ids: fc.Arbitrary<string>): fc.Arbitrary<Annotation> {
  return fc
    .tuple(ids, selectors, said, list, list)
    .map(([id, selector, rest, tags, topics]) => ({ id, selector, ...rest, tags, topics }));
}

const corrections = fc.record(
  {
    interview: fc.boolean(),
    interviewers: fc.array(words, { minLength: 1, maxLength: 2 }),
    notSpeakers: fc.array(words, { minLength: 1, maxLength: 2 }),
    samePerson: fc.array(fc.array(words, { minLength: 2, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const few = fc.constantFrom('a', 'b', 'c', 'd');
const edits: fc.Arbitrary<FileEdit> = fc.oneof(
  { weight: 4, arbitrary: annotations(few).map((put) => ({ put })) },
  { weight: 1, arbitrary: few.map((remove) => ({ remove })) },
  { weight: 1, arbitrary: corrections.map((one) => ({ corrections: one })) },
);

function inOrder(all: readonly Annotation[]): Annotation[] {
  return [...all].sort((a, b) => a.selector.start - b.selector.start || (a.id < b.id ? -1 : 1));
}

function read(yaml: string): AnnotationFile {
  const { file, readable, problems } = parseAnnotationFile(yaml);
  assert.ok(readable);
  assert.deepEqual(problems, []);
  return { ...file, annotations: inOrder(file.annotations) };
}

const KEYS =
  'version annotations document id quote prefix suffix at was kind tags status confidence rating topics notTopics note dismissed coder alike interview interviewers notSpeakers samePerson'.split(
    ' ',
  );
const VALUES = ['a', 'b', 'words', [1, 5], ['x'], 1, 'fact', 'B2', 'open', 'high'];
const anyFile = fc.oneof(
  anyYaml(KEYS, VALUES),
  // Of the right form at its top, so that what is said below it is read.
  fc
    .array(anyYaml(KEYS, VALUES), { maxLength: 4 })
    .map(
      (items) =>
        `version: 1\nannotations:\n${items.map((item) => `  - ${item.trimEnd().replace(/\n/g, '\n    ')}\n`).join('')}`,
    ),
);

/** What stands in the list of annotations, as text, by id; what has none by its place. */
function itemsOf(yaml: string): string[] {
  const present: unknown = parseDocument(yaml, { uniqueKeys: false }).get('annotations');
  if (!isSeq(present)) return [];
  return present.items.map((item) => JSON.stringify(isMap(item) ? item.toJSON() : item));
}

/** Where a node ends that is empty is told in two ways. */
function sorted(problems: readonly Problem[]): string[] {
  return problems
    .map(({ start, severity, message }) => `${start} ${severity} ${inEnglish(message)}`)
    .sort();
}

describe('An annotation file', () => {
  it('gives back all that was ever put into it, and nothing else, after any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (steps) => {
        let yaml = '';
        let expected: AnnotationFile = { corrections: {}, annotations: [] };
        for (const step of steps) {
          const whole = writeWhole(yaml, [step], 'talk.txt');
          yaml = editAnnotationFile(yaml, [step], 'talk.txt') ?? assert.fail('was not written');
          assert.equal(yaml, whole);
          expected = applied(expected, step);
          assert.deepEqual(read(yaml), expected);
        }
        const again = newAnnotationFile(expected, 'talk.txt');
        assert.deepEqual(read(again), expected);
        if (yaml !== '') assert.equal(editAnnotationFile(yaml, [], 'talk.txt'), yaml);
      }),
      runs(60),
    );
  });

  it('is as before once all edits are taken back, and as after once they are made again', () => {
    fc.assert(
      fc.property(
        fc.array(edits, { maxLength: 6 }),
        fc.array(edits, { maxLength: 4 }),
        (first, steps) => {
          const before =
            editAnnotationFile('', first, 'talk.txt') ?? assert.fail('was not written');
          let yaml = before;
          const changes = steps.map((step) => {
            const change = changeOf(read(yaml), [step]);
            yaml =
              editAnnotationFile(yaml, change.edits, 'talk.txt') ?? assert.fail('was not written');
            return change;
          });
          const after = yaml;
          const take = (change: Parameters<typeof takingBack>[1]) => {
            const back = takingBack(read(yaml), change) ?? assert.fail('was not taken back');
            yaml = editAnnotationFile(yaml, back, 'talk.txt') ?? assert.fail('was not written');
          };
          for (const change of [...changes].reverse()) take(change);
          assert.deepEqual(read(yaml), read(before));
          for (const change of changes) take(reversed(change));
          assert.deepEqual(read(yaml), read(after));
        },
      ),
      runs(40),
    );
  });

  it('never throws and never loses what it holds, whatever that is', () => {
    fc.assert(
      fc.property(anyFile, annotations(fc.constant('of-ours')), (yaml, put) => {
        const { readable, problems, file } = parseAnnotationFile(yaml);
        const whole = readWhole(yaml);
        assert.deepEqual([file, readable], [whole.file, whole.readable]);
        assert.deepEqual(sorted(problems), sorted(whole.problems));
        for (const { start, end } of problems) {
          assert.ok(0 <= start && start <= end && end <= yaml.length + 1);
        }
        const edited = editAnnotationFile(yaml, [{ put }], 'talk.txt');
        assert.equal(edited !== undefined, readable);
        if (edited === undefined) return;
        const now = parseAnnotationFile(edited);
        assert.ok(now.readable);
        for (const kept of [...file.annotations, put]) {
          assert.ok(now.file.annotations.some((one) => isDeepStrictEqual(one, kept)));
        }
        // What can't be read stays, too.
        const items = itemsOf(edited);
        for (const item of itemsOf(yaml)) assert.ok(items.includes(item), item);
      }),
      runs(200),
    );
  });
});

function applied(file: AnnotationFile, step: FileEdit): AnnotationFile {
  if ('corrections' in step) return { ...file, corrections: step.corrections };
  const id = 'put' in step ? step.put.id : step.remove;
  const others = file.annotations.filter((one) => one.id !== id);
  return { ...file, annotations: 'put' in step ? inOrder([...others, step.put]) : others };
}

describe('Annotations on any text, after any edits', () => {
  const spans = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60)), {
    maxLength: 8,
  });

  it('are all there, in their order, on words within the text or on none', () => {
    fc.assert(
      fc.property(anyText, spans, fc.array(anyEdit, { maxLength: 6 }), (before, places, all) => {
        let text = TextLines.of(before);
        const selected = selectAll(
          text,
          places.map(([at, length]) => {
            const { start } = editIn(before.length, { at, removed: 0, text: '' });
            return { start, end: Math.min(before.length, start + length) };
          }),
        );
        const ours = selected.map((selector, index): Annotation => ({
          id: `a${index}`,
          selector,
          tags: [],
          topics: [],
        }));
        for (const edit of all) text = text.edited(editIn(text.length, edit));
        const anchored = reanchor(text.toString(), ours);
        assert.deepEqual(
          anchored.map(({ annotation }) => annotation),
          ours,
        );
        for (const { span, state, annotation } of anchored) {
          assert.equal(state === 'orphan', span === undefined);
          if (!span) continue;
          assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
          if (state === 'exact') assert.equal(text.slice(span), annotation.selector.quote);
        }
      }),
      runs(200),
    );
  });

  it('stay on their words while text is typed elsewhere', () => {
    fc.assert(
      fc.property(anyText, spans, fc.array(anyEdit, { maxLength: 8 }), (before, places, all) => {
        for (const [at, length] of places) {
          let text = before;
          const { start } = editIn(before.length, { at, removed: 0, text: '' });
          let span = { start, end: Math.min(before.length, start + length) };
          let quote = before.slice(span.start, span.end);
          for (const one of all) {
            const edit = editIn(text.length, one);
            const now = moved(span, replacement(edit, text.slice(edit.start, edit.end)));
            text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
            if (!now.span) break;
            if (now.touched) quote = text.slice(now.span.start, now.span.end);
            assert.equal(text.slice(now.span.start, now.span.end), quote);
            assert.ok(now.span.end <= text.length);
            span = now.span;
          }
        }
      }),
      runs(200),
    );
  });
});
